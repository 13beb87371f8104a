import type { Finding, SignWeight } from '#case/exercise/model/exercise-kind.ts';
import { required } from '#kernel/model/invariant.ts';
import type { Label } from '#market/ads/model/ground-truth.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import type { Indicator } from '#market/signs/model/schemas.ts';
import { strengthIn } from '#market/signs/model/sign-weight.ts';
import type { Ratios } from '#market/signs/model/weigh-evidence.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import type { AdKey } from './derive-key.ts';
import type { KeyColumns } from './key-columns.ts';
import type { Mark } from './play.ts';
import { commonCharacters } from './stretch.ts';
import { noMarks, tallyMarks, VERDICT } from './tally-marks.ts';

/** What signs are worth in a market, and what is sought there. */
interface Weighing {
  readonly catalogue: Catalogue;
  readonly ratios: Ratios;
  readonly among: SignWeight['among'];
}

/**
 * All findings about the marks of one attempt, the only one in its columns: each mark, each missed sign, and each
 * unmarked protective cue.
 */
export function explainMarks(
  marks: readonly Mark[],
  judged: readonly AdKey[],
  key: KeyColumns,
  attempt: AttemptColumns,
  weighing: Weighing,
): Finding[] {
  const explain = explainer(weighing);
  const findings: { readonly order: number; readonly finding: Finding }[] = [];
  const misses: Finding[] = [];
  const cues: Finding[] = [];
  const verdicts = new Uint8Array(attempt.markOf.length);
  judged.forEach((ad, n) => {
    const met = tallyMarks(key, attempt, 0, n, false, noMarks(), verdicts);
    for (let place = attempt.markStart[n] as number; place < (attempt.markStart[n + 1] as number); place++) {
      const order = attempt.markOf[place] as number;
      const mark = required(marks[order], `mark ${order}`);
      const verdict = verdicts[place] as number;
      if (verdict === VERDICT.again) continue;
      const under = verdict === VERDICT.wrongReason ? signUnder(ad, n, mark, key) : undefined;
      const finding =
        verdict === VERDICT.wrongReason
          ? { ...explain('falseFlag', mark), ...(under && { inPlaceOf: under.indicator }) }
          : {
              ...explain(KINDS[verdict] ?? 'falseFlag', mark),
              ...(verdict === VERDICT.wrong && isLookAlike(ad, n, mark, key) && { looksLike: true as const }),
            };
      findings.push({ order, finding });
    }
    const first = key.labelStart[n] as number;
    ad.labels.forEach((label, at) => {
      if (((met >>> at) & 1) === 1) return;
      const mark = { ad: ad.ad, at: label.at, indicator: label.indicator };
      if (key.labelWanted[first + at] === 1) misses.push(explain('miss', mark));
      if (label.kind === 'cue') cues.push({ ...explain('cue', mark), unmarked: true });
    });
  });
  return [...findings.sort((a, b) => a.order - b.order).map(({ finding }) => finding), ...misses, ...cues];
}

const KINDS: Readonly<Record<number, Finding['kind']>> = {
  [VERDICT.hit]: 'hit',
  [VERDICT.trap]: 'trap',
  [VERDICT.cue]: 'cue',
};

/** The sign that contains most of a mark which names another one. */
function signUnder(ad: AdKey, n: number, mark: Mark, { stretchOf }: KeyColumns): Label | undefined {
  const own = required(stretchOf[n], `places of ad ${ad.ad}`);
  const { from, to } = own(mark.at);
  let best: Label | undefined;
  let most = 0;
  for (const label of ad.labels) {
    if (label.kind !== 'sign') continue;
    const place = own(label.at);
    const common = commonCharacters(from, to, place.from, place.to);
    if (common > most) {
      best = label;
      most = common;
    }
  }
  return best;
}

/** True for a mark on a sentence with the words of the sign that it names, which the sentence does not show. */
function isLookAlike({ ad, lookAlikes = [] }: AdKey, n: number, mark: Mark, { stretchOf }: KeyColumns): boolean {
  const own = required(stretchOf[n], `places of ad ${ad}`);
  const { from, to } = own(mark.at);
  return lookAlikes.some(({ indicator, at }) => {
    const place = own(at);
    return indicator === mark.indicator && commonCharacters(from, to, place.from, place.to) > 0;
  });
}

const explainer =
  ({ catalogue, ratios, among }: Weighing) =>
  (kind: Finding['kind'], mark: Mark): Finding => {
    const indicator = required(catalogue.get(mark.indicator), `indicator ${mark.indicator}`);
    const weight = weightOf(indicator, ratios, among);
    const strength = strengthIn(indicator, ratios);
    return {
      kind,
      at: { ad: mark.ad, locator: mark.at },
      indicator: mark.indicator,
      ...(strength && { strength }),
      ...(weight && { weight }),
      ...(kind === 'falseFlag' && indicator.kind === 'cue' && { namesCue: true as const }),
      // What is true of the ad is said once for the ad, and not at each of its marks.
      reason: kind === 'trap' ? indicator.strengthNote : indicator.shows,
      innocentExplanation: indicator.innocent.join(' '),
      sources: indicator.sources,
    };
  };

/**
 * The weight of the indicator for the ideal observer of the market; undefined for a trap, which has none, and for an
 * indicator that did not occur in markets of this kind.
 */
function weightOf(indicator: Indicator, ratios: Ratios, among: SignWeight['among']): SignWeight | undefined {
  const ratio = ratios.get(indicator.id);
  if (ratio === undefined || indicator.kind === 'trap') return undefined;
  return { ratio, among, evidence: indicator.evidence };
}
