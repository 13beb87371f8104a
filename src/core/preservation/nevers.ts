import type { Citation } from '#core/indicators/schemas.ts';
import type { BenchFacts } from './bench-facts.ts';
import type { Shortcut } from './care-actions.ts';
import type { CapturedItem } from './play.ts';
import { BERKELEY, HOTLINE, INCITEMENT, REPORT_R2, SWGDE, THINKUKNOW } from './sources.ts';

/** One thing that nobody may do at a bench. */
interface Never {
  readonly never: string;
  readonly holds: (facts: BenchFacts) => boolean;
  readonly sources: readonly Citation[];
}

const took = (shortcut: Shortcut) => (facts: BenchFacts) =>
  facts.acts('shortcut.taken').some((act) => act.shortcut === shortcut);

/**
 * What is never done, whatever else was done well: one of these caps the whole rubric. Notifying before preserving is not
 * among them: it has a gate of its own, and `orderFaults` says why.
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
  { never: 'altered-original', holds: altersOriginal, sources: [BERKELEY] },
  { never: 'screenshot-only', holds: (facts) => onlyLookedAt(facts).length > 0, sources: [SWGDE] },
  { never: 'public-archive', holds: took('public-archive'), sources: [BERKELEY] },
  { never: 'own-device', holds: took('own-device'), sources: [BERKELEY] },
  { never: 'spoken-of', holds: took('spoken-of'), sources: [REPORT_R2] },
  { never: 'deleted', holds: (facts) => deletedPointsAway(facts).length > 0, sources: [BERKELEY] },
  { never: 'face-search', holds: took('face-search'), sources: [BERKELEY] },
] as const satisfies readonly Never[];

export type NeverId = (typeof NEVERS)[number]['never'];

/** True where a closed card was copied in any way. */
export function capturedWithheld({ response, acts, isWithheld }: BenchFacts): boolean {
  const copied = [...response.items, ...acts('look.captured'), ...acts('context.captured')];
  return copied.some(({ ad }) => isWithheld(ad));
}

/** Ads of which there is a picture and no native capture. */
export function onlyLookedAt({ response, acts }: BenchFacts): string[] {
  const deleted = acts('item.deleted').map(({ item }) => item);
  const native = response.items.filter(({ item }) => !deleted.includes(item)).map(({ ad }) => ad);
  return [...new Set(acts('look.captured').map(({ ad }) => ad))].filter((ad) => !native.includes(ad));
}

/** Items of other people's ads on whose working copy nothing was made unreadable. */
export function withoutRedaction(facts: BenchFacts): CapturedItem[] {
  return facts.kept.filter(
    ({ ad, item }) =>
      !facts.key.targets.includes(ad) &&
      !facts.acts('bystander.redacted').some((act) => act.item === item && isSealedBefore(facts, item, act.seq)),
  );
}

/** True where the original of the item was sealed, and a working copy made, before that place of the log. */
export function isSealedBefore({ acts }: BenchFacts, item: string, seq: number): boolean {
  return acts('copy.sealed').some((act) => act.item === item && act.seq < seq);
}

/** Deleted items whose page held something that points away from guilt. */
export function deletedPointsAway({ response, acts, key: { pointsAway = [] } }: BenchFacts): string[] {
  const deleted = acts('item.deleted').map(({ item }) => item);
  return response.items
    .filter(({ item, ad }) => deleted.includes(item) && pointsAway.some((entry) => entry.startsWith(`${ad} `)))
    .map(({ item }) => item);
}

function altersOriginal(facts: BenchFacts): boolean {
  return (
    took('resaved-original')(facts) ||
    facts.acts('note.written').some(({ on }) => on === 'original') ||
    facts.acts('bystander.redacted').some(({ item, seq }) => !isSealedBefore(facts, item, seq))
  );
}
