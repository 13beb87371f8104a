import { sha256Hex } from '#kernel/model/sha256.ts';
import { adUrl, serveAd } from '#market/ads/model/serve-ad.ts';
import type { CapturedItem } from './play.ts';
import type { WorkbenchFacts } from './workbench-facts.ts';

/**
 * What became of a page that belongs in the locker:
 * `kept`, its first version was captured from its own address;
 * `changed`, it was captured from its own address, but only after the story had changed it;
 * `mirror`, it was captured from the mirror that its address led to, and not from its own address;
 * `spoiled`, it was captured, but the copy no longer counts: it was deleted, its original was altered, or its hash is
 * not that of its bytes;
 * `lost`, no page of it was captured, and the site no longer had one when the clock of the case stopped;
 * `overtaken`, no page of it was captured, and by then its own address sent another version;
 * `moved`, no page of it was captured, and by then its address led to a mirror;
 * `never`, no page of it was captured, although the site still sent the first version then.
 */
export type PageState = 'kept' | 'changed' | 'mirror' | 'spoiled' | StateAtEnd;
type StateAtEnd = 'lost' | 'overtaken' | 'moved' | 'never';

export interface PageFact {
  readonly ad: string;
  readonly state: PageState;
  /** Event of the capture that counts; left out if none does. */
  readonly seq?: number;
  /** Event of the first picture that shows a page of it; left out if there is none. */
  readonly picture?: number;
  /** Event of the first capture of an answer without a page; left out if there is none. */
  readonly empty?: number;
}

/** What became of each page that belongs in the locker, in the order of the key. */
export function pageFacts(facts: WorkbenchFacts): PageFact[] {
  return facts.key.targets.map((ad) => {
    const picture = pictureOf(ad, facts);
    const empty = facts.response.items.find((item) => item.ad === ad && item.status !== 200)?.seq;
    return { ...fateOf(ad, facts), ...(picture !== undefined && { picture }), ...(empty !== undefined && { empty }) };
  });
}

function fateOf(ad: string, facts: WorkbenchFacts): PageFact {
  const held = facts.kept.filter((item) => item.ad === ad && item.status === 200);
  const own = held.filter((item) => facts.servedTo(item).url === adUrl(facts.context.market, ad));
  const first = own.find((item) => isFirstVersion(item, facts));
  const counted = (state: PageState, { seq }: CapturedItem): PageFact => ({ ad, state, seq });
  if (first) return counted('kept', first);
  if (own[0]) return counted('changed', own[0]);
  if (held[0]) return counted('mirror', held[0]);
  if (facts.response.items.some((item) => item.ad === ad && item.status === 200)) return { ad, state: 'spoiled' };
  return { ad, state: leftAtEnd(ad, facts) };
}

function pictureOf(wanted: string, { acts, context: { market, world } }: WorkbenchFacts): number | undefined {
  return acts('look.captured').find(({ ad, at }) => ad === wanted && serveAd(market, ad, at, world).status === 200)
    ?.seq;
}

/** True if the captured bytes are those that the site sends without any change by the story. */
function isFirstVersion({ ad, capturedAt, sha256 }: CapturedItem, { context: { market } }: WorkbenchFacts): boolean {
  return sha256 === sha256Hex(serveAd(market, ad, capturedAt).body);
}

/** State of an ad that was not captured: what its address led to when the clock of the case stopped. */
export function leftAtEnd(ad: string, { context: { market, world, now }, response }: WorkbenchFacts): StateAtEnd {
  const end = now ?? response.acts.at(-1)?.at;
  const last = end === undefined ? undefined : serveAd(market, ad, end, world);
  if (end === undefined || last?.status !== 200) return 'lost';
  if (last.url !== adUrl(market, ad)) return 'moved';
  return sha256Hex(last.body) === sha256Hex(serveAd(market, ad, end).body) ? 'never' : 'overtaken';
}
