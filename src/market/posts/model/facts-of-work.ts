import type { ComputedFact, Persona } from './facts.ts';

const STARTS = ['1 April', 'mid April', '20 April', '1 May', 'mid May', '1 June'] as const;
const ENDS = ['end of June', 'mid July', 'end of August', '20 September', 'mid October', 'end of October'] as const;
/** Weeks of work: how they are written, and on how many days one works. */
const WEEKS = [
  ['Mon-Fri', 5],
  ['Mon-Fri', 5],
  ['Mon-Sat', 6],
  ['Mon-Thu', 4],
  ['Tue-Sat', 5],
  ['Wed-Sun', 5],
  ['5 days a week', 5],
  ['6 days a week', 6],
] as const;
/** Texts with the words that the facts of work are computed from. */
export const WORDS_OF_WORK: readonly string[] = [...STARTS, ...ENDS, ...WEEKS.map(([days]) => days), 'and'];

/** In a week of so many days, one works eight hours a day. */
const FULL_WEEK = 6;
const MIN_PEOPLE = 2;

const round10 = (value: number) => Math.round(value / 10) * 10;

/**
 * Facts of offers of work that follow from numbers of the persona: `rent` is below a fifth of the pay, `start` lies before
 * `end`, `hours` are those of a week of `days` from `from` to `to`, and `left` is less than `people`. `shared` draws what
 * several facts have in common.
 */
export function factsOfWork(shared: (persona: number, n: number) => number): Record<string, ComputedFact> {
  const below = (persona: Persona, n: number, bound: number) => shared(persona.number, n) % bound;
  const begin = (persona: Persona) => 5 + below(persona, 0, 5);
  const week = (persona: Persona) => WEEKS[below(persona, 2, WEEKS.length)] as (typeof WEEKS)[number];
  const hours = (persona: Persona) => (week(persona)[1] === FULL_WEEK ? 8 : 8 + below(persona, 1, 2));
  const people = (persona: Persona) => MIN_PEOPLE + below(persona, 3, 11);
  return {
    name: ({ name }) => name,
    other: ({ other }) => other,
    town: ({ town }) => town,
    phone: ({ phone }) => phone,
    handle: ({ handle }) => handle,
    employer: ({ house }) => house,
    reg: ({ reg }) => reg,
    sector: ({ sector }) => sector,
    origin: ({ origin }) => origin,
    langs: ({ languages }) => languages.join(' and '),
    pay: ({ amount }) => String(amount),
    from: (persona) => String(begin(persona)),
    to: (persona) => String(begin(persona) + hours(persona)),
    hours: (persona) => String(week(persona)[1] * hours(persona)),
    days: (persona) => week(persona)[0],
    people: (persona) => String(people(persona)),
    left: (persona) => String(Math.max(1, Math.floor(people(persona) / 2))),
    start: (persona) => STARTS[below(persona, 4, STARTS.length)] as string,
    end: (persona) => ENDS[below(persona, 5, ENDS.length)] as string,
    rent: (persona) => String(round10(Math.min(120 + 10 * below(persona, 6, 19), persona.amount / 5))),
    fee: (persona) => String(50 + 10 * below(persona, 7, 15)),
    /** Who asks for a room has a budget in place of pay. */
    budget: ({ amount }) => String(amount),
  };
}
