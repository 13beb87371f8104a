import {
  type CaseGist,
  goBackTo,
  type OvertakenPages,
  type PageRule,
  type PageRules,
} from '#case/exercise/model/page-rules.ts';
import { when } from '#kernel/model/sentence.ts';
import type { PreservationFacts } from './facts.ts';

type Benches = readonly PreservationFacts[];

const pagesIn = (benches: Benches) => benches.flatMap(({ pages }) => pages);

/** Pages that belong in a locker and were not kept before the trainee's own notice or contact, by that act. */
function lostPages(benches: Benches, { overtaken }: CaseGist): OvertakenPages[] {
  const wanted = new Set(pagesIn(benches).flatMap(({ ad, state }) => (state === 'kept' ? [] : [ad])));
  return overtaken
    .map((entry) => ({ ...entry, ads: entry.ads.filter((ad) => wanted.has(ad)) }))
    .filter(({ ads }) => ads.length > 0);
}

/** True if a page that belongs in a locker is gone or was changed, and its first version was not captured. */
const isAnyPageLost = (benches: Benches, gist: CaseGist) =>
  lostPages(benches, gist).length > 0 ||
  pagesIn(benches).some(({ state }) => ['lost', 'overtaken', 'moved', 'changed'].includes(state));

const hasError = (benches: Benches, wanted: string) =>
  benches.some(({ errors }) => errors.some(({ code }) => code === wanted));

/** The last chance to capture pages before they were lost: an event at a bench, or an option that led to one. */
const lastChanceToCapture = ({ seq: lostBy }: OvertakenPages, { chances }: CaseGist) =>
  chances.findLast(({ seq, acts }) => seq <= lostBy && acts.includes('preserve'));

/** The rule about the first act that lost pages, if that act is `act`. */
const lostBy = (act: OvertakenPages['act'], rank: number): PageRule => ({
  id: `change.lost-by.${act}`,
  rank,
  says: (benches: Benches, gist) =>
    lostPages(benches, gist)
      .slice(0, 1)
      .filter((entry) => entry.act === act)
      .map(({ ads, seq }) => ({ params: { count: ads.length, ads: ads.join(', ') }, events: [seq] })),
  retry: (benches: Benches, gist) =>
    lostPages(benches, gist)
      .slice(0, 1)
      .flatMap((lost) => goBackTo(lastChanceToCapture(lost, gist) ?? lost)),
});

const KEEP: readonly PageRule[] = [
  {
    id: 'keep.pages',
    rank: 40,
    says: (benches: Benches) => {
      const pages = pagesIn(benches);
      return when(pages.length > 0 && pages.every(({ state }) => state === 'kept'), { params: { of: pages.length } });
    },
  },
  {
    id: 'keep.some-pages',
    rank: 50,
    says: (benches: Benches) => {
      const pages = pagesIn(benches);
      const kept = pages.filter(({ state }) => state === 'kept').length;
      return when(kept > 0 && kept < pages.length, { params: { kept, of: pages.length } });
    },
  },
];

const CHANGE: readonly PageRule[] = [
  lostBy('notify', 30),
  lostBy('contact', 31),
  {
    id: 'change.never',
    rank: 70,
    says: (benches: Benches) => {
      const nevers = [...new Set(benches.flatMap((bench) => bench.nevers))];
      return when(nevers.length > 0, { params: { count: nevers.length, nevers: nevers.join(', ') } });
    },
  },
  {
    id: 'change.pages',
    rank: 100,
    says: (benches: Benches) => {
      const pages = pagesIn(benches);
      const missing = pages.filter(({ state }) => state !== 'kept').length;
      return when(missing > 0, { params: { missing, of: pages.length } });
    },
  },
  {
    id: 'change.errors',
    rank: 140,
    says: (benches: Benches) => {
      const count = benches.reduce((sum, { errors }) => sum + errors.length, 0);
      return when(count > 0, { params: { count } });
    },
  },
];

const NEXT: readonly PageRule[] = [
  {
    id: 'next.records',
    rank: 20,
    says: (benches: Benches) =>
      when(pagesIn(benches).some(({ state }) => state !== 'kept') || benches.some(({ errors }) => errors.length > 0)),
  },
];

/** What the first page of a debrief says about benches. */
export const PRESERVATION_PAGE: PageRules = {
  keep: KEEP,
  change: CHANGE,
  next: NEXT,
  isSafe: (benches: Benches, gist) =>
    benches.every(({ nevers }) => nevers.length === 0) && lostPages(benches, gist).length === 0,
  isInTime: (benches: Benches, gist) => !isAnyPageLost(benches, gist) && !hasError(benches, 'E6'),
};
