import { firstBrokenLink } from '#core/evidence/custody-log.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { serveAd } from '#core/market/serve-ad.ts';
import type { BenchFacts } from './bench-facts.ts';
import { shareOf } from './evidence-lines.ts';
import { RECORD_RUBRIC, type RecordPart } from './rubric.ts';

/**
 * For how much of what belongs in the locker each part of the record holds, from 0 to 1. Where a line of EV-100 speaks of the
 * same thing the part is that line: the two must never count it differently. Points, counts and sentences are read from here.
 */
export function recordShares(facts: BenchFacts): Readonly<Record<RecordPart, number>> {
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
 * True where a capture that counts shows the text as it was before the story changed it. A mirror sends a page of its own with
 * the same text: that is not the first version, which only the first address sends (`pageFacts`), and it is the text.
 */
function hasUnchanged(wanted: string, { kept, context: { market, world } }: BenchFacts): boolean {
  const moves = world.filter(({ change }) => change === 'moved');
  return kept.some(
    ({ ad, status, capturedAt, sha256 }) =>
      ad === wanted && status === 200 && sha256 === sha256Hex(serveAd(market, ad, capturedAt, moves).body),
  );
}

/** The parts of the record that hold for all that belongs in the locker. */
export function wholeParts(facts: BenchFacts): RecordPart[] {
  const shares = recordShares(facts);
  return RECORD_RUBRIC.map(({ part }) => part).filter((part) => shares[part] === 1);
}
