import {
  type CaseGist,
  goBackTo,
  type OvertakenPages,
  type PageRule,
  type PageRules,
} from '#case/exercise/model/page-rules.ts';
import { when } from '#kernel/model/sentence.ts';
import type { PreservationFacts } from './facts.ts';

type Workbenches = readonly PreservationFacts[];

const pagesIn = (workbenches: Workbenches) => workbenches.flatMap(({ pages }) => pages);

/** Pages that belong in a locker and were not kept before the trainee's own notice or contact, by that act. */
function lostPages(workbenches: Workbenches, { overtaken }: CaseGist): OvertakenPages[] {
  const wanted = new Set(pagesIn(workbenches).flatMap(({ ad, state }) => (state === 'kept' ? [] : [ad])));
  return overtaken
    .map((entry) => ({ ...entry, ads: entry.ads.filter((ad) => wanted.has(ad)) }))
    .filter(({ ads }) => ads.length > 0);
}

/** True if a page that belongs in a locker is gone or was changed, and its first version was not captured. */
const isAnyPageLost = (workbenches: Workbenches, gist: CaseGist) =>
  lostPages(workbenches, gist).length > 0 ||
  pagesIn(workbenches).some(({ state }) => ['lost', 'overtaken', 'moved', 'changed'].includes(state));

const hasError = (workbenches: Workbenches, wanted: string) =>
  workbenches.some(({ errors }) => errors.some(({ code }) => code === wanted));

/** The last chance to capture pages before they were lost: an event at a workbench, or an option that led to one. */
const lastChanceToCapture = ({ seq: lostBy }: OvertakenPages, { chances }: CaseGist) =>
  chances.findLast(({ seq, acts }) => seq <= lostBy && acts.includes('preserve'));

/** The rule about the first act that lost pages, if that act is `act`. */
const lostBy = (act: OvertakenPages['act'], rank: number): PageRule<PreservationFacts> => ({
  id: `change.lost-by.${act}`,
  rank,
  says: (workbenches: Workbenches, gist) =>
    lostPages(workbenches, gist)
      .slice(0, 1)
      .filter((entry) => entry.act === act)
      .map(({ ads, seq }) => ({ params: { count: ads.length, ads: ads.join(', ') }, events: [seq] })),
  retry: (workbenches: Workbenches, gist) =>
    lostPages(workbenches, gist)
      .slice(0, 1)
      .flatMap((lost) => goBackTo(lastChanceToCapture(lost, gist) ?? lost)),
});

const KEEP: readonly PageRule<PreservationFacts>[] = [
  {
    id: 'keep.pages',
    rank: 40,
    says: (workbenches: Workbenches) => {
      const pages = pagesIn(workbenches);
      return when(pages.length > 0 && pages.every(({ state }) => state === 'kept'), { params: { of: pages.length } });
    },
  },
  {
    id: 'keep.some-pages',
    rank: 50,
    says: (workbenches: Workbenches) => {
      const pages = pagesIn(workbenches);
      const kept = pages.filter(({ state }) => state === 'kept').length;
      return when(kept > 0 && kept < pages.length, { params: { kept, of: pages.length } });
    },
  },
];

const CHANGE: readonly PageRule<PreservationFacts>[] = [
  lostBy('notify', 30),
  lostBy('contact', 31),
  {
    id: 'change.never',
    rank: 70,
    says: (workbenches: Workbenches) => {
      const nevers = [...new Set(workbenches.flatMap((workbench) => workbench.nevers))];
      return when(nevers.length > 0, { params: { count: nevers.length, nevers: nevers.join(', ') } });
    },
  },
  {
    id: 'change.pages',
    rank: 100,
    says: (workbenches: Workbenches) => {
      const pages = pagesIn(workbenches);
      const missing = pages.filter(({ state }) => state !== 'kept').length;
      return when(missing > 0, { params: { missing, of: pages.length } });
    },
  },
  {
    id: 'change.errors',
    rank: 140,
    says: (workbenches: Workbenches) => {
      const count = workbenches.reduce((sum, { errors }) => sum + errors.length, 0);
      return when(count > 0, { params: { count } });
    },
  },
];

const NEXT: readonly PageRule<PreservationFacts>[] = [
  {
    id: 'next.records',
    rank: 20,
    says: (workbenches: Workbenches) =>
      when(
        pagesIn(workbenches).some(({ state }) => state !== 'kept') ||
          workbenches.some(({ errors }) => errors.length > 0),
      ),
  },
];

/** What the first page of a debrief says about workbenches. */
export const PRESERVATION_PAGE: PageRules<PreservationFacts> = {
  keep: KEEP,
  change: CHANGE,
  next: NEXT,
  isSafe: (workbenches: Workbenches, gist) =>
    workbenches.every(({ nevers }) => nevers.length === 0) && lostPages(workbenches, gist).length === 0,
  isInTime: (workbenches: Workbenches, gist) => !isAnyPageLost(workbenches, gist) && !hasError(workbenches, 'E6'),
};
