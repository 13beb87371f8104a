import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import type { ScoreReport } from '#core/scoring/score-report.ts';

/**
 * One attempt as one file: its log and, where the case has ended, its report. The page of a case goes on from it,
 * `score-attempt` scores it, and an author plays it again. Fields of the header stand once more at the top, so that whoever
 * opens the file sees what it is.
 */
export interface AttemptFile {
  readonly schema: 'attempt-file/1';
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly marketId: string;
  readonly generatorVersion: number;
  /** Version of the key that the report was made with; left out where there is no report. */
  readonly keyVersion?: number;
  /** What its trainee wants to be called in a list; never a name that has to be one. */
  readonly alias?: string;
  /** Wall time at which the file was saved, as an ISO text; empty where an old file does not say. */
  readonly saved: string;
  readonly log: AttemptLog;
  /** Left out where the case has not ended. */
  readonly report?: ScoreReport;
}

/** What a file is made from. */
export interface AttemptToSave {
  readonly log: AttemptLog;
  readonly saved: string;
  readonly alias?: string | undefined;
  readonly report?: ScoreReport | undefined;
}

/** The file of an attempt. An alias of blanks is none. */
export function attemptFileOf({ log, saved, alias, report }: AttemptToSave): AttemptFile {
  const { scenario, scenarioHash, marketId, generatorVersion } = log.header;
  const name = alias?.trim();
  return {
    schema: 'attempt-file/1',
    scenario,
    scenarioHash,
    marketId,
    generatorVersion,
    ...(report && { keyVersion: report.keyVersion }),
    ...(name && { alias: name }),
    saved,
    log,
    ...(report && { report }),
  };
}

/** So many characters of an alias go into the name of its file. */
const MAX_ALIAS_LENGTH = 40;

/**
 * The name of the file: case, alias and time to the minute, such as `quiet-number--anna--2031-03-12T0915.json`; two hyphens
 * set an alias apart, and without one there is nothing to set apart. Letters and digits of every script stay; whatever a file
 * system or a shell could read as something else becomes a hyphen.
 */
export function attemptFileName({
  scenario,
  alias = '',
  saved,
}: Pick<AttemptFile, 'scenario' | 'alias' | 'saved'>): string {
  const name = plain(alias);
  const parts = [plain(scenario), name, minuteOf(saved)].filter((part) => part !== '');
  return `${parts.join(name === '' ? '-' : '--') || 'attempt'}.json`;
}

function plain(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...words.join('-')].slice(0, MAX_ALIAS_LENGTH).join('').replace(/-$/, '');
}

function minuteOf(saved: string): string {
  const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(saved) ?? [];
  return day === undefined ? '' : `${day}T${hour}${minute}`;
}
