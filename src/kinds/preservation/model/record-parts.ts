import { firstBrokenLink } from '#evidence/locker/model/custody-log.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { shareOf } from './evidence-lines.ts';
import { RECORD_RUBRIC, type RecordPart } from './rubric.ts';
import type { WorkbenchFacts } from './workbench-facts.ts';

/**
 * For each part of the record the share of the ads that belong in the locker for which it holds, 0 to 1. A part that
 * has an EV-100 line for the same thing takes its share from that line, so that the two never differ. Points, counts
 * and sentences all use these shares.
 */
export function recordShares(facts: WorkbenchFacts): Readonly<Record<RecordPart, number>> {
  const { best, key, response } = facts;
  const of = key.targets.length;
  const isWhole = firstBrokenLink(response.custody) === undefined;
  return {
    authority: shareOf('authority', facts),
    'child-check': shareOf('child-check', facts),
    address: shareOf('address', facts),
    time: shareOf('time', facts),
    identifiers: shareOf('identifiers', facts),
    capture: shareOf('native', facts),
    unchanged: key.targets.filter((ad) => hasUnchanged(ad, facts)).length / of,
    fixity: shareOf('hash', facts),
    custody: best.filter((item) => item?.sealed && isWhole).length / of,
    minimisation: shareOf('minimisation', facts),
  };
}

/**
 * True if a capture that counts shows the text as it was before the story changed it. A page from a mirror qualifies:
 * it has the same text, although it is not the first version, which only the original address sends (see `pageFacts`).
 */
function hasUnchanged(wanted: string, { kept, context: { market, world } }: WorkbenchFacts): boolean {
  const moves = world.filter(({ change }) => change === 'moved');
  return kept.some(
    ({ ad, status, capturedAt, sha256 }) =>
      ad === wanted && status === 200 && sha256 === sha256Hex(serveAd(market, ad, capturedAt, moves).body),
  );
}

/** The parts of the record that hold for every ad that belongs in the locker. */
export function wholeParts(facts: WorkbenchFacts): RecordPart[] {
  const shares = recordShares(facts);
  return RECORD_RUBRIC.map(({ part }) => part).filter((part) => shares[part] === 1);
}
