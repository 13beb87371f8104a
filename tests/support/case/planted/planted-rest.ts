import type { ReportFacts } from '#evidence/locker/use-cases/report-sentences.ts';
import type { DetectionFacts } from '#kinds/detection/model/facts.ts';
import type { FactsOfAttempt } from '../../builders/said-of.ts';
import { holds, ofFinds, type Planted, rule } from './planted.ts';

const ofLockers = (change: (facts: ReportFacts) => Partial<ReportFacts>) => ({
  facts: (facts: FactsOfAttempt): FactsOfAttempt => ({
    ...facts,
    lockers: facts.lockers.map((locker) => ({ ...locker, facts: { ...locker.facts, ...change(locker.facts) } })),
  }),
});

const ofItems = (change: (item: ReportFacts['items'][number]) => Partial<ReportFacts['items'][number]>) =>
  ofLockers(({ items }) => ({ items: items.map((item) => ({ ...item, ...change(item) })) }));

/** False conditions about the report of a locker. */
export const PLANTED_IN_REPORT: readonly Planted[] = [
  { name: 'an answer without a page counts as a page', ...ofItems(() => ({ hasPage: true })) },
  { name: 'every hash fits', ...ofItems(() => ({ fits: true })) },
  { name: 'a locker holds no altered original', ...ofItems(() => ({ isAltered: false })) },
  {
    name: 'a note on disclosure is always there',
    ...ofLockers(({ lacks }) => ({ lacks: lacks.filter((what) => what !== 'disclosure') })),
  },
  {
    name: 'one whole record is all records whole',
    rules: {
      'report.short.gaps.none': rule<ReportFacts>(({ items }) => holds(items.some(({ gaps }) => gaps === 0))),
    },
  },
  { name: 'a plan is always there', ...ofLockers(({ lacks }) => ({ lacks: lacks.filter((what) => what !== 'plan') })) },
  { name: 'a picture stands for a page', ...ofLockers(() => ({ picturesOnly: [] })) },
  {
    name: 'whole records are a whole locker',
    rules: {
      'report.short.gaps.none': rule<ReportFacts>(({ items }) => holds(items.every(({ gaps }) => gaps === 0))),
    },
  },
  {
    name: 'the basis of one item is that of all',
    ...ofLockers(({ items }) => ({ items: items.map((item) => ({ ...item, basis: items.at(-1)?.basis ?? '' })) })),
  },
  {
    name: 'a clock that is behind is ahead',
    ...ofItems(({ clock }) => ({ clock: clock === null ? null : Math.abs(clock) })),
  },
  { name: 'a clock that was not checked is right', ...ofItems(({ clock }) => ({ clock: clock ?? 0 })) },
  {
    name: 'a note on disclosure tells something',
    rules: {
      'report.short.disclosure': rule<ReportFacts>(({ disclosure }) =>
        holds(disclosure !== undefined, { params: { told: disclosure?.join('; ') ?? '' } }),
      ),
    },
  },
];

/** False conditions about a detection exercise. */
export const PLANTED_IN_FINDS: readonly Planted[] = [
  {
    name: 'flags that the key accepts are without cause',
    ...ofFinds(({ falseFlags, alike }) => ({ falseFlags: [...falseFlags, ...alike] })),
  },
  {
    name: 'a flag that is one level too high is without cause',
    ...ofFinds(({ falseFlags, tooHigh }) => ({ falseFlags: [...falseFlags, ...tooHigh], tooHigh: [] })),
  },
  {
    name: 'a flag that is one level too high does no harm',
    ...ofFinds(({ tooHigh, cost, harm }) => ({ cost: cost - tooHigh.length * harm.falseFlag })),
  },
  {
    name: 'every card that was not handed on was noted',
    ...ofFinds(({ notEscalated }) => ({ noted: notEscalated })),
  },
  {
    name: 'of signs that were missed equally often one was missed most often',
    ...ofFinds(({ mostMissed }) =>
      mostMissed ? { mostMissed: { ...mostMissed, signs: mostMissed.signs.slice(0, 1) } } : {},
    ),
  },
  {
    name: 'every group has the flags of all',
    facts: (facts: FactsOfAttempt): FactsOfAttempt => ({
      ...facts,
      figures: facts.figures.map((figure) =>
        figure.id === 'bias-gap' && figure.count ? { ...figure, count: [figure.count[1], figure.count[1]] } : figure,
      ),
    }),
  },
  {
    name: 'what was left out was overlooked',
    ...ofFinds(({ misses, leftOut }) => ({ misses: [...misses, ...leftOut] })),
  },
  {
    name: 'most ads are all ads',
    rules: {
      'find.judged.all': rule<DetectionFacts>(({ judged, of }) =>
        holds(of > 0 && judged >= of / 2, { params: { of } }),
      ),
    },
  },
  {
    name: 'only ads that can be known are controlled',
    ...ofFinds(({ controlled, unknowable }) => ({ controlled: controlled - unknowable.length })),
  },
  { name: 'marks that repeat another one are none', ...ofFinds(({ marks }) => ({ marks: { ...marks, again: 0 } })) },
  {
    name: 'a wrong name is half right wherever it stands',
    ...ofFinds(({ marks }) => ({ marks: { ...marks, half: marks.wrong } })),
  },
  {
    name: 'nobody can flag what no page tells apart',
    ...ofFinds(({ hits, unknowable }) => ({ hits: hits.filter((ad) => !unknowable.includes(ad)) })),
  },
  {
    name: 'traps are wrong marks',
    ...ofFinds(({ marks }) => ({ marks: { ...marks, wrong: marks.wrong + marks.traps, traps: 0 } })),
  },
  {
    name: 'what was left out does no harm',
    ...ofFinds(({ cost, leftOut, harm }) => ({ cost: cost - leftOut.length * harm.miss })),
  },
  {
    name: 'a card that was looked at was handed on',
    ...ofFinds(({ escalated, notEscalated }) => ({ escalated: [...escalated, ...notEscalated], notEscalated: [] })),
  },
  {
    name: 'every flag is right where one is',
    rules: {
      'find.false.none': rule<DetectionFacts>(({ hits, sought }) => holds(hits.length > 0 && sought === 'controlled')),
    },
  },
  {
    name: 'a sign that was missed once was missed most often',
    ...ofFinds(({ mostMissed }) => (mostMissed ? { mostMissed: { ...mostMissed, count: 1 } } : {})),
  },
];
