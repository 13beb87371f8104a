import type { LockerText } from '#evidence/locker/model/evidence-item.ts';
import type { LooseCopies } from '#evidence/locker/model/locker.ts';
import { asJson, canonicalJson } from '#kernel/model/canonical-json.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { fromUtf8 } from '#kernel/model/utf8.ts';
import { EXTENT_NAMES } from '#kinds/preservation/model/care-actions.ts';
import { nameOfLook } from '#kinds/preservation/model/name-of-look.ts';
import type { CapturedItem, LoggedPreservation, PreservationResponse } from '#kinds/preservation/model/play.ts';
import { serveContext } from '#kinds/preservation/model/serve-context.ts';
import { findAd } from '#market/ads/model/ad-at.ts';
import type { Market } from '#market/ads/model/market.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
import { drawLook } from './draw-look.ts';

type Captured = Extract<LoggedPreservation, { type: 'look.captured' | 'context.captured' }>;

const isCaptured = (act: LoggedPreservation): act is Captured =>
  act.type === 'look.captured' || act.type === 'context.captured';

/**
 * Pictures and context of pages, by the item that they belong to: the last capture of the ad before the act, or else
 * the first one. Each is regenerated as the site sent it at that time, and left out if its hash is not the logged one.
 */
export function surroundingsOf(
  items: readonly CapturedItem[],
  { acts, items: all }: PreservationResponse,
  market: Market,
  world: WorldState,
): Map<CapturedItem, LockerText[]> {
  const ofAd = Map.groupBy(items, ({ ad }) => ad);
  const ofItem = Map.groupBy(acts.filter(isCaptured), (act) => {
    const captures = ofAd.get(act.ad) ?? [];
    return captures.findLast(({ seq }) => seq < act.seq) ?? captures[0];
  });
  const kept = new Map<CapturedItem, LockerText[]>();
  for (const [item, mine] of ofItem) if (item) kept.set(item, textsOf(mine, all, market, world));
  return kept;
}

/**
 * Pictures and context of ads without a capture in the locker, by ad: whatever the custody log names by hash must be in
 * the bag too. A copy of a withheld card is never packed.
 */
export function looseCopies(
  items: readonly CapturedItem[],
  { acts, items: all }: PreservationResponse,
  market: Market,
  world: WorldState,
): LooseCopies[] {
  const held = new Set(items.map(({ ad }) => ad));
  const loose = acts.filter(isCaptured).filter(({ ad }) => !held.has(ad) && findAd(market, ad)?.withheld === undefined);
  return [...Map.groupBy(loose, ({ ad }) => ad)]
    .map(([ad, mine]) => ({ ad, texts: textsOf(mine, all, market, world) }))
    .filter(({ texts }) => texts.length > 0)
    .sort((a, b) => compareCodes(a.ad, b.ad));
}

function textsOf(
  captured: readonly Captured[],
  items: readonly CapturedItem[],
  market: Market,
  world: WorldState,
): LockerText[] {
  const names = new Map<string, number>();
  return captured.flatMap((act) => {
    const text = textOf(act, items, market, world);
    if (text === undefined || sha256Hex(text) !== act.sha256) return [];
    const name = act.type === 'look.captured' ? `look-${EXTENT_NAMES[act.extent].replace(' ', '-')}` : act.of;
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    const numbered = count === 1 ? name : `${name}-${count}`;
    return act.type === 'look.captured'
      ? { name: `${numbered}.svg`, mime: 'image/svg+xml', text }
      : { name: `${numbered}.txt`, mime: 'text/plain', text };
  });
}

function textOf(act: Captured, items: readonly CapturedItem[], market: Market, world: WorldState): string | undefined {
  if (act.type === 'look.captured') {
    const served = serveAd(market, act.ad, act.at, world);
    return drawLook(market, served, nameOfLook(act.ad, items, act.seq), act.extent);
  }
  const bytes = serveContext(market, act.ad, act.of, act.at, world);
  return bytes && fromUtf8(bytes);
}

/** Letters sent from a workbench, each as exactly the text whose hash is in its custody entry. */
export function lettersOf({ acts }: PreservationResponse): LockerText[] {
  const sent = acts.flatMap((act) => (act.type === 'request.entered' ? [act.letter] : []));
  return sent.map((letter, n) => ({
    name: `request-${n + 1}.json`,
    mime: 'application/json',
    text: canonicalJson(asJson(letter)),
  }));
}
