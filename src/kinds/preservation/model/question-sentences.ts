import { type SentenceRule, when } from '#kernel/model/sentence.ts';
import type { ItemFact, PreservationFacts } from './facts.ts';
import { UNLOGGED_ACTS } from './unlogged-acts.ts';

type Rule = SentenceRule<PreservationFacts>;

/** A sentence that lists the captures for which the predicate holds. */
const named = (id: string, isOf: (item: ItemFact) => boolean): Rule => ({
  id,
  says: ({ items }) => {
    const found = items.filter(isOf).map(({ item }) => item);
    return when(found.length > 0, { params: { items: found.join(', ') } });
  },
});

/** A sentence that lists the captures that still count and for which the predicate holds. */
const proves = (id: string, isOf: (item: ItemFact) => boolean) => named(id, (item) => item.counts && isOf(item));

/** Questions that a court may ask, and the answers of this record. */
export const QUESTION_SENTENCES: readonly Rule[] = [
  {
    id: 'question.which',
    says: ({ items }) =>
      when(items.length > 0, { params: { n: items.filter(({ hasUrl }) => hasUrl).length, count: items.length } }),
  },
  {
    id: 'question.when',
    says: ({ items }) =>
      when(items.length > 0, {
        params: {
          clock: items.filter(({ clockBefore }) => clockBefore).length,
          n: items.filter(({ hasTime }) => hasTime).length,
          right: items.filter(({ isTimed }) => isTimed).length,
          count: items.length,
        },
      }),
  },
  { id: 'question.who.none', says: ({ custody }) => when(custody.entries === 0) },
  {
    id: 'question.who.unnamed',
    says: ({ people, custody }) => when(custody.entries > 0 && people.length === 0),
  },
  {
    id: 'question.who.named',
    says: ({ people }) => when(people.length > 0, { params: { who: people.join('; ') } }),
  },
  {
    id: 'question.who.basis',
    says: ({ items }) =>
      [...new Set(items.map(({ basis }) => basis).filter((basis) => basis !== ''))].map((basis) => ({
        params: { basis, items: items.flatMap((one) => (one.basis === basis ? [one.item] : [])).join(', ') },
      })),
  },
  named('question.who.no-basis', ({ basis }) => basis === ''),
  {
    id: 'question.changed',
    says: ({ items }) =>
      when(items.length > 0, {
        params: {
          n: items.filter(({ verified }) => verified).length,
          sealed: items.filter(({ sealed }) => sealed).length,
          count: items.length,
        },
      }),
  },
  { id: 'question.touched.none', says: ({ custody }) => when(custody.entries === 0) },
  {
    id: 'question.touched.yes',
    says: ({ custody: { entries, brokenAt } }) =>
      when(entries > 0 && brokenAt === undefined, { params: { count: entries } }),
  },
  {
    id: 'question.touched.no',
    says: ({ custody: { brokenAt } }) => (brokenAt === undefined ? [] : [{ params: { seq: brokenAt } }]),
  },
  // An unbroken chain does not reveal acts that were never entered, so each of them has its own sentence.
  ...UNLOGGED_ACTS.map(
    (touch): Rule => ({
      id: `question.touched.untold.${touch}`,
      says: ({ untold }) => {
        const events = untold.filter((entry) => entry.touch === touch).map(({ seq }) => seq);
        return when(events.length > 0, { events });
      },
    }),
  ),
  proves('question.proves.pages', ({ status, own, told }) => status === 200 && own && told),
  proves('question.proves.mirror', ({ status, own, told }) => status === 200 && !own && told),
  proves('question.proves.untold', ({ status, told }) => status === 200 && !told),
  proves('question.proves.gone', ({ status }) => status === 404),
  { id: 'question.proves.nothing', says: ({ items }) => when(items.every(({ counts }) => !counts)) },
];
