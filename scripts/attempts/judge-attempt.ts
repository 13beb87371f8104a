import { ImpossibleEventError } from '#case/attempt/model/replay-attempt.ts';
import { firstUnknownName, type UnknownName } from '#case/attempt/model/unknown-names.ts';
import type { AttemptFile } from '#case/attempt-file/model/attempt-file.ts';
import { type AttemptFileFault, readAttemptFile } from '#case/attempt-file/model/schemas.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { KIND_READS } from '#kinds/shipped/model/reads.ts';
import { loadShippedCase, type ShippedCase } from './load-shipped-case.ts';

/** Why an attempt is not scored: a code and a sentence. */
export interface NotScored {
  readonly code: string;
  readonly sentence: string;
}

/** An attempt of another version, with the report saved in its file, if any. The report is shown, never recomputed. */
export interface OfOtherVersion {
  readonly kind: 'other-version';
  readonly file: Pick<AttemptFile, 'scenario' | 'alias' | 'saved' | 'report'>;
  readonly why: NotScored;
}

/** The result for one file. */
export type JudgedAttempt =
  | { readonly kind: 'scored'; readonly file: AttemptFile; readonly report: ScoreReport }
  | OfOtherVersion
  | { readonly kind: 'refused'; readonly why: NotScored };

const AGAIN = 'Save the attempt from the page of the case again.';

const FAULTS: Readonly<Record<AttemptFileFault, (said: string) => NotScored>> = {
  'not-json': () => ({ code: 'attempt.json', sentence: `The file is no JSON. ${AGAIN}` }),
  'not-attempt': (said) => ({ code: 'attempt.shape', sentence: `The file is no attempt: ${said} ${AGAIN}` }),
  'report-alone': () => ({
    code: 'attempt.report-alone',
    sentence: `The file holds a report and no log, so nothing in it can be scored. ${AGAIN}`,
  }),
  newer: (said) => ({
    code: 'attempt.newer',
    sentence: `The file says that it is ${said}, which this version of the kit does not know. Use a newer version.`,
  }),
  changed: (said) => ({
    code: 'attempt.chain',
    sentence: `${said} The file was changed after it was saved. ${AGAIN}`,
  }),
};

/** Returns a function that judges one file after the other; each case is loaded once, for the first of its attempts. */
export function createAttemptJudge(): (text: string) => JudgedAttempt {
  const cases = new Map<string, ShippedCase | undefined>();
  const caseOf = (id: string) => {
    if (!cases.has(id)) cases.set(id, loadShippedCase(id));
    return cases.get(id);
  };
  return (text) => {
    const read = readAttemptFile(text, { reads: KIND_READS });
    if (read.ok) {
      const { file } = read;
      const shipped = caseOf(file.scenario);
      const why = otherVersion(file, shipped);
      if (why || !shipped) return { kind: 'other-version', file, why: why ?? unknownCase(file.scenario) };
      return scored(file, shipped);
    }
    const { left } = read;
    const header = headerIn(left?.header);
    const why = header && otherVersion(header, caseOf(header.scenario));
    if (!left || !header || !why) return { kind: 'refused', why: FAULTS[read.fault](read.said) };
    const { saved, alias, report } = left;
    return {
      kind: 'other-version',
      file: { scenario: header.scenario, saved, ...(alias && { alias }), ...(report && { report }) },
      why,
    };
  };
}

function scored(file: AttemptFile, { material, answers }: ShippedCase): JudgedAttempt {
  const unknown = firstUnknownName(file.log, { ...material, choices: [...answers.catalogue.values()] }, material.kinds);
  if (unknown) return { kind: 'refused', why: sayUnknown(unknown) };
  try {
    return { kind: 'scored', file, report: scoreAttempt(file.log, material, answers) };
  } catch (error) {
    if (!(error instanceof ImpossibleEventError)) throw error;
    return { kind: 'refused', why: { code: 'attempt.impossible-event', sentence: `${error.message} ${AGAIN}` } };
  }
}

const UNKNOWN: Readonly<Record<UnknownName['what'], string>> = {
  act: 'is an act that its exercise does not have',
  ad: 'names an ad that the market of the case does not have',
  site: 'names a site that the market of the case does not have',
  sign: 'names a sign that the catalogue does not have',
  place: 'names a place that the ad does not have',
};

/** The refusal for a name in a log that the case does not have. */
export function sayUnknown({ seq, what, name }: UnknownName): NotScored {
  return { code: 'attempt.unknown-name', sentence: `Event ${seq} ${UNKNOWN[what]}: ${name}. ${AGAIN}` };
}

interface Version {
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly marketId: string;
  readonly generatorVersion: number;
}

/** Why an attempt does not belong to the shipped case: another text, market or generator; undefined where it does. */
export function otherVersion(
  { scenario, scenarioHash, marketId, generatorVersion }: Version,
  shipped: ShippedCase | undefined,
): NotScored | undefined {
  if (!shipped) return unknownCase(scenario);
  if (shipped.material.scenario.hash !== scenarioHash)
    return { code: 'attempt.other-text', sentence: 'The attempt was made with another text of the case.' };
  if (shipped.material.market.marketId !== marketId)
    return { code: 'attempt.other-market', sentence: 'The attempt was made over another market.' };
  const own = shipped.material.market.generatorVersion;
  if (own !== generatorVersion)
    return {
      code: 'attempt.other-generator',
      sentence: `The attempt says that generator ${generatorVersion} made its market, and this version of the kit has ${own}.`,
    };
  return undefined;
}

const unknownCase = (id: string): NotScored => ({
  code: 'attempt.unknown-case',
  sentence: `There is no case "${id}" with a key here.`,
});

function headerIn(header: unknown): Version | undefined {
  if (typeof header !== 'object' || header === null) return undefined;
  const { scenario, scenarioHash, marketId, generatorVersion } = header as Record<string, unknown>;
  const isNamed = [scenario, scenarioHash, marketId].every((one) => typeof one === 'string' && one.length <= 200);
  const isCounted = Number.isSafeInteger(generatorVersion) && Number(generatorVersion) > 0;
  return isNamed && isCounted ? ({ scenario, scenarioHash, marketId, generatorVersion } as Version) : undefined;
}
