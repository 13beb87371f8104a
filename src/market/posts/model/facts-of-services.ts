import type { ComputedFact, Persona } from './facts.ts';

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
/** First and last day of usual weeks of work; none is of seven days, so that a day off is left. */
const WEEKS = [
  [0, 4],
  [0, 5],
  [1, 5],
  [0, 3],
  [3, 6],
  [1, 4],
  [2, 6],
  [0, 4],
] as const;
const SHORTEST_DAY = 5;

/** Texts with the words that the facts of services are computed from. */
export const WORDS_OF_SERVICES: readonly string[] = [...WEEK, 'and', 'to', 'every day'];

type Below = (n: number, bound: number) => number;

/** Prices are rounded to five SIM. */
const roundTo = (step: number, value: number) => Math.round(value / step) * step;
/** What half an hour and two hours cost, in hundredths of an hour: everybody counts in another way. */
const HALVES = [55, 58, 60, 60, 62, 65, 67] as const;
const TWOS = [170, 175, 180, 185, 185, 190, 195] as const;

/** Hours at which people begin; few begin early. */
const BEGINS = [9, 10, 11, 11, 12, 12, 13, 13, 14, 14, 15, 16] as const;

const from = (below: Below) => BEGINS[below(0, BEGINS.length)] as number;

/** The days on which one does not work, as they follow each other: "Sun", "Sat and Sun", "Fri to Sun". */
function daysOff([first, last]: readonly [number, number]): string {
  const free = WEEK.length - (last - first + 1);
  const day = (n: number) => WEEK[(last + n) % WEEK.length] as string;
  if (free === 1) return day(1);
  return free === 2 ? `${day(1)} and ${day(2)}` : `${day(1)} to ${day(free)}`;
}

/** The days of the week, 0 for Monday, on which a persona does not work; `draw` gives the persona's numbers. */
export function restDaysOf(draw: (n: number) => number): number[] {
  const [first, last] = weekBy((n, bound) => draw(n) % bound);
  return WEEK.flatMap((_, day) => (day < first || day > last ? [day] : []));
}

const weekBy = (below: Below) => WEEKS[below(2, WEEKS.length)] as (typeof WEEKS)[number];

/** A name of the list that is not the persona's; `n` counts on from any place. */
function otherName(names: readonly string[], { name }: Persona, n: number): string {
  const at = n % names.length;
  return (names[at] === name ? names[(at + 1) % names.length] : names[at]) as string;
}

/**
 * Facts that follow from numbers of the persona. `from`, `to`, `days` and `off` use one draw each that they share, so
 * that they fit together. All prices hold half < hour < two hours < twice the hour. `names` are those of which a house
 * names its hosts, and `towns` are those of the setting, of which a tour names the next one.
 */
export function factsOfServices(
  hours: (persona: number, n: number) => number,
  names: readonly string[],
  towns: readonly string[],
): Record<string, ComputedFact> {
  const shared =
    (persona: Persona): Below =>
    (n, bound) =>
      hours(persona.number, n) % bound;
  const partOf = ({ amount, number }: Persona, n: number, parts: readonly number[]) =>
    String(roundTo(5, (amount * (parts[hours(number, n) % parts.length] as number)) / 100));
  const begin = (persona: Persona) => from(shared(persona));
  const end = (persona: Persona) => Math.min(24, begin(persona) + SHORTEST_DAY + shared(persona)(1, 6));
  const week = (persona: Persona) => weekBy(shared(persona));
  return {
    name: ({ name }) => name,
    other: ({ other }) => other,
    hosts: (persona, below) => {
      // The second begins at least two places after the first, so that no name comes twice.
      const first = below(0, names.length);
      const others = [0, 2 + below(1, names.length - 4)].map((step) => otherName(names, persona, first + step));
      return others.toSpliced(below(2, 3), 0, persona.name).join(', ');
    },
    town: ({ town }) => town,
    next: ({ town }, below) => {
      const others = towns.filter((one) => one !== town);
      return others[below(0, Math.max(1, others.length))] ?? town;
    },
    phone: ({ phone }) => phone,
    handle: ({ handle }) => handle,
    house: ({ house }) => house,
    reg: ({ reg }) => reg,
    origin: ({ origin }) => origin,
    langs: ({ languages }) => languages.join(' and '),
    price: ({ amount }) => String(amount),
    half: (persona) => partOf(persona, 3, HALVES),
    two: (persona) => String(Math.min(Number(partOf(persona, 4, TWOS)), 2 * persona.amount - 5)),
    from: (persona) => (persona.isAlwaysOpen ? '0' : String(begin(persona))),
    to: (persona) => (persona.isAlwaysOpen ? '24' : String(end(persona))),
    days: (persona) => {
      if (persona.isAlwaysOpen) return 'every day';
      const [first, last] = week(persona);
      return `${WEEK[first]}-${WEEK[last]}`;
    },
    off: (persona) => daysOff(week(persona)),
  };
}
