import { firstBrokenLink } from '#core/evidence/custody-log.ts';
import { type Finding, type ScoreContext, type ScorePart, scale } from '#core/exercise/exercise-kind.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { adUrl, serveAd } from '#core/market/serve-ad.ts';
import { type BenchKey, benchFacts } from './bench-facts.ts';
import { namesIdentifiers } from './evidence-lines.ts';
import { preservationFacts } from './facts.ts';
import type { CapturedItem, PreservationResponse } from './play.ts';
import { isTimeOf } from './record-time.ts';
import { RECORD_RUBRIC, type RecordPart } from './rubric.ts';
import { gradeBench, scoreRubric } from './score-rubric.ts';

/** Which ads belong in the locker, and what on their pages points away from guilt. */
export type PreservationKey = BenchKey;

/** Scores a preservation exercise: what was kept and how well it could stand in court, and the rubric EV-100 beside it. */
export function scorePreservation(
  response: PreservationResponse,
  key: PreservationKey,
  context: ScoreContext,
): ScorePart {
  const record = scoreRecord(response, key, context);
  const bench = benchFacts(response, key, context);
  const graded = gradeBench(bench);
  const rubric = scoreRubric(bench, graded);
  return {
    ...record,
    ...rubric,
    criteria: [...record.criteria, ...rubric.criteria],
    figures: [...record.figures, ...rubric.figures],
    findings: [...record.findings, ...rubric.findings],
    facts: preservationFacts(bench, graded),
  };
}

/** The record part by part, each for the ads that belong in the locker. */
function scoreRecord(response: PreservationResponse, key: PreservationKey, context: ScoreContext): ScorePart {
  const { market, world, evidence } = context;
  const best = key.targets.map(
    (ad) =>
      response.items.find((item) => item.ad === ad && item.status === 200) ??
      response.items.find((item) => item.ad === ad),
  );
  const share = (holds: (item: CapturedItem, ad: string) => boolean) =>
    best.filter((item, n) => item !== undefined && holds(item, key.targets[n] as string)).length / key.targets.length;
  const servedThen = (item: CapturedItem) => serveAd(market, item.ad, item.capturedAt, world);
  const bystanders = response.items.filter((item) => !key.targets.includes(item.ad)).length;
  // A mirror sends its own page: what counts is that nobody had edited it.
  const moves = world.filter(({ change }) => change === 'moved');
  const chainHolds = firstBrokenLink(response.custody) === undefined;

  const shares: Record<RecordPart, number> = {
    authority: share((item) => item.authorityBefore),
    'child-check': share((item) => item.childCheckBefore),
    address: share((item, ad) => item.record?.url === adUrl(market, ad)),
    time: share((item) => item.clockCheckBefore && isTimeOf(item)),
    identifiers: share((item) => namesIdentifiers(item, { servedTo: servedThen })),
    capture: share((item) => item.status === 200 && item.sha256 === sha256Hex(servedThen(item).body)),
    'first-version': share(
      (item) => item.status === 200 && item.sha256 === sha256Hex(serveAd(market, item.ad, item.capturedAt, moves).body),
    ),
    fixity: share((item) => item.verified),
    custody: share((item) => item.sealed && chainHolds),
    minimisation: share(() => true) * (bystanders === 0 ? 1 : key.targets.length / (key.targets.length + bystanders)),
  };
  const raw = RECORD_RUBRIC.reduce((sum, { part, weight }) => sum + weight * shares[part], 0);
  const max = RECORD_RUBRIC.reduce((sum, { weight }) => sum + weight, 0);
  const findings = RECORD_RUBRIC.map(
    ({ part, sources }): Finding => ({
      kind: shares[part] === 1 ? 'hit' : 'miss',
      at: { locator: part },
      reason: `record.${part}`,
      count: [Math.round(shares[part] * key.targets.length), key.targets.length],
      sources,
    }),
  );
  const captured = best.filter(Boolean).length;
  return {
    criteria: [scale('preservation.record', raw, 0, max, evidence)],
    figures: [{ id: 'captured', value: response.items.length, count: [captured, key.targets.length] }],
    findings,
  };
}
