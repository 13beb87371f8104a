import { BYSTANDERS, JUDGE_DECIDES } from '#evidence/drill/model/typical-errors.ts';
import type { Citation } from '#kernel/model/citation.ts';
import { placesOfPage } from '#market/ads/model/page-places.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import type { Shortcut } from './care-actions.ts';
import type { CapturedItem } from './play.ts';
import { BERKELEY, HOTLINE, INCITEMENT, REPORT_R2, SWGDE, THINKUKNOW } from './sources.ts';
import type { WorkbenchFacts } from './workbench-facts.ts';

/** A forbidden act at a workbench, with its detector. */
interface Never {
  readonly never: string;
  readonly holds: (facts: WorkbenchFacts) => boolean;
  readonly sources: readonly Citation[];
}

const took = (shortcut: Shortcut) => (facts: WorkbenchFacts) =>
  facts.acts('shortcut.taken').some((act) => act.shortcut === shortcut);

/**
 * Forbidden acts: one of them caps the whole rubric, whatever else was done well. Notifying before preserving is not in
 * the list: it has a gate of its own, see `orderFaults` for the reason.
 */
export const NEVERS = [
  { never: 'closed-card', holds: capturedWithheld, sources: [HOTLINE, THINKUKNOW] },
  { never: 'private-contact', holds: took('private-contact'), sources: [INCITEMENT] },
  {
    never: 'lent-credentials',
    holds: ({ acts }) => acts('session.opened').some(({ account }) => account === 'of-the-person'),
    sources: [SWGDE],
  },
  { never: 'payment', holds: took('payment'), sources: [INCITEMENT] },
  { never: 'access-control', holds: took('access-control'), sources: [SWGDE] },
  { never: 'altered-original', holds: ({ altering }) => altering.length > 0, sources: [BERKELEY] },
  { never: 'screenshot-only', holds: (facts) => adsWithPictureOnly(facts).length > 0, sources: [SWGDE] },
  { never: 'public-archive', holds: took('public-archive'), sources: [BERKELEY] },
  { never: 'own-device', holds: took('own-device'), sources: [BERKELEY] },
  { never: 'spoken-of', holds: took('spoken-of'), sources: [REPORT_R2] },
  { never: 'deleted', holds: (facts) => deletedPointsAway(facts).length > 0, sources: [JUDGE_DECIDES] },
  { never: 'face-search', holds: took('face-search'), sources: [BYSTANDERS] },
] as const satisfies readonly Never[];

export type NeverId = (typeof NEVERS)[number]['never'];

/** Every act that copied a withheld card. */
export function copiesOfCards({
  response,
  acts,
  isWithheld,
}: WorkbenchFacts): { readonly ad: string; readonly seq: number }[] {
  const copied = [...response.items, ...acts('look.captured'), ...acts('context.captured')];
  return copied.filter(({ ad }) => isWithheld(ad));
}

/** True if a withheld card was copied in any way. */
export function capturedWithheld(facts: WorkbenchFacts): boolean {
  return copiesOfCards(facts).length > 0;
}

/** Ads whose page has a picture but no native capture. A "page is gone" answer is no capture of the page. */
export function adsWithPictureOnly(facts: WorkbenchFacts): string[] {
  const native = pagesHeld(facts).map(({ ad }) => ad);
  const { market, world } = facts.context;
  const looks = facts.acts('look.captured').filter(({ ad, at }) => serveAd(market, ad, at, world).status === 200);
  return [...new Set(looks.map(({ ad }) => ad))].filter((ad) => !native.includes(ad));
}

/** Captures of pages that were not deleted, whether or not they count. */
function pagesHeld({ response, acts }: WorkbenchFacts): CapturedItem[] {
  const deleted = acts('item.deleted').map(({ item }) => item);
  return response.items.filter(({ item, status }) => status === 200 && !deleted.includes(item));
}

/** Pages in the locker that do not belong there and were not redacted on a working copy. */
export function withoutRedaction(facts: WorkbenchFacts): CapturedItem[] {
  return pagesHeld(facts).filter(
    ({ ad, item }) =>
      !facts.key.targets.includes(ad) &&
      !facts.acts('bystander.redacted').some((act) => act.item === item && isSealedBefore(facts, item, act.seq)),
  );
}

/** True if the original of the item was sealed, and so a working copy made, before event `seq`. */
export function isSealedBefore({ acts }: WorkbenchFacts, item: string, seq: number): boolean {
  return acts('copy.sealed').some((act) => act.item === item && act.seq < seq);
}

/** Deleted items whose page showed something that points away from guilt, by item id. */
export function deletedPointsAway(facts: WorkbenchFacts): string[] {
  const deleted = facts.acts('item.deleted').map(({ item }) => item);
  return facts.response.items
    .filter((item) => deleted.includes(item.item) && pointsAwayIn(item, facts).length > 0)
    .map(({ item }) => item);
}

/**
 * Places on a captured page that point away from guilt, each as `ad place`; a removed or edited page may show fewer.
 */
export function pointsAwayIn(item: CapturedItem, { key: { pointsAway = [] }, servedTo }: WorkbenchFacts): string[] {
  const own = pointsAway.filter((entry) => entry.startsWith(`${item.ad} `));
  if (own.length === 0) return [];
  const places = new Set<string>(placesOfPage(readServedAd(servedTo(item))).map(({ at }) => at));
  return own.filter((entry) => places.has(entry.slice(item.ad.length + 1)));
}
