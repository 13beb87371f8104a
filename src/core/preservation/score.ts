import { firstBrokenLink } from '#core/evidence/custody-log.ts';
import { identifiersOn } from '#core/evidence/identifiers.ts';
import { type Finding, type ScoreContext, type ScorePart, scale } from '#core/exercise/exercise-kind.ts';
import { toEpoch } from '#core/kernel/instant.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { readServedAd } from '#core/market/read-served-ad.ts';
import { adUrl, serveAd } from '#core/market/serve-ad.ts';
import type { CapturedItem, PreservationResponse } from './play.ts';
import { RECORD_RUBRIC, type RecordPart } from './rubric.ts';

/** Which ads belong in the locker. */
export interface PreservationKey {
  readonly targets: readonly string[];
}

/** Two seconds of tolerance on a written time. */
const TIME_TOLERANCE_SECONDS = 2;
/** Nine of ten identifiers on the page have to be named. */
const IDENTIFIER_SHARE = 0.9;

/** Scores the record of a preservation exercise: what was kept, and how well it could stand in court. */
export function scorePreservation(
  response: PreservationResponse,
  key: PreservationKey,
  context: ScoreContext,
): ScorePart {
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
  const chainHolds = firstBrokenLink(response.custody) === undefined;

  const shares: Record<RecordPart, number> = {
    authority: share((item) => item.authorityBefore),
    'child-check': share((item) => item.childCheckBefore),
    address: share((item, ad) => item.record?.url === adUrl(market, ad)),
    time: share((item) => item.clockCheckBefore && isTimeOf(item)),
    identifiers: share((item) => namesIdentifiers(item, context)),
    capture: share((item) => item.status === 200 && item.sha256 === sha256Hex(servedThen(item).body)),
    'first-version': share(
      (item) => item.status === 200 && item.sha256 === sha256Hex(serveAd(market, item.ad, item.capturedAt, []).body),
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

function isTimeOf(item: CapturedItem): boolean {
  const written = item.record?.time ?? '';
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(written) &&
    Math.abs(toEpoch(written) - toEpoch(item.capturedAt)) <= TIME_TOLERANCE_SECONDS
  );
}

function namesIdentifiers(item: CapturedItem, { market, world }: ScoreContext): boolean {
  const shown = identifiersOn(item.ad, readServedAd(serveAd(market, item.ad, item.capturedAt, world)));
  const named = new Set(item.record?.identifiers ?? []);
  const invented = [...named].filter((identifier) => !shown.includes(identifier)).length;
  return (
    invented === 0 && shown.filter((identifier) => named.has(identifier)).length >= IDENTIFIER_SHARE * shown.length
  );
}
