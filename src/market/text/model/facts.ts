import { MARKET_FACTS } from '#market/ads/model/market-facts.ts';
import type { FactLists } from './language-schemas.ts';

/** Facts that are numbers or hours; the voice writes them. */
const NUMBERS = ['n1', 'n2', 'n3', 'from', 'to', 'hours'] as const;

/** Facts drawn from one list but never the same: the second begins where the first is. */
const SECOND: Readonly<Record<string, string>> = { near2: 'near', day2: 'day', hobby2: 'hobby', trait2: 'trait' };

/** Names of all facts that a template may use, in the order of their numbers. */
export function factNames(lists: FactLists): string[] {
  return [...MARKET_FACTS, ...Object.keys(lists).toSorted(), ...Object.keys(SECOND), ...NUMBERS];
}

/** Ways in which people write a span of hours. */
const SPANS: readonly ((from: number, to: number) => string)[] = [
  (from, to) => `${from} to ${to} h`,
  (from, to) => `${from}-${to}h`,
  (from, to) => `from ${from} to ${to}`,
  (from, to) => `${from}:00 until ${to}:00`,
  (from, to) => `between ${from} and ${to}`,
];
const MOMENTS: readonly ((hour: number) => string)[] = [
  (hour) => `${hour} h`,
  (hour) => `${hour}h`,
  (hour) => String(hour),
  (hour) => `${hour}:00`,
  (hour) => String(hour),
];

/** Number of ways to write hours. */
export const HOUR_STYLES = SPANS.length;

const TRAM_LINES = 12;
const BELLS = 24;

/** A draw for one fact of one persona: an integer from 0 up to, but not including, the bound. */
export type FactDraw = (persona: number, fact: number, bound: number) => number;

/** Reads a fact of a persona: the same in all its ads, and found when it is asked for. */
export function createFactReader(lists: FactLists, draw: FactDraw) {
  const names = factNames(lists);
  const sources = names.map((name) => lists[name] ?? []);
  const firstOf = names.map((name) => names.indexOf(SECOND[name] ?? ''));
  const at = (name: (typeof NUMBERS)[number]) => names.indexOf(name);
  const [LINE, MINUTES, BELL, FROM, TO, SPAN] = NUMBERS.map(at) as [number, number, number, number, number, number];

  return function read(fact: number, persona: number, values: readonly string[], hourStyle: number): string {
    if (fact < MARKET_FACTS.length) return values[fact] as string;
    const first = firstOf[fact] as number;
    if (first >= 0) {
      const list = sources[first] as readonly string[];
      const taken = draw(persona, first, list.length);
      return list[(taken + 1 + draw(persona, fact, list.length - 1)) % list.length] as string;
    }
    const list = sources[fact] as readonly string[];
    if (list.length > 0) return list[draw(persona, fact, list.length)] as string;
    if (fact === LINE) return String(1 + draw(persona, fact, TRAM_LINES));
    if (fact === MINUTES) return String(5 + draw(persona, fact, 11));
    if (fact === BELL) return String(2 + draw(persona, fact, BELLS));
    const from = 8 + draw(persona, FROM, 5);
    const to = 16 + draw(persona, TO, 7);
    if (fact === SPAN) return (SPANS[hourStyle] as (typeof SPANS)[number])(from, to);
    return (MOMENTS[hourStyle] as (typeof MOMENTS)[number])(fact === FROM ? from : to);
  };
}
