import { AD_RECORDS } from '#core/market/ad-records.ts';
import { FIELD_NAMES } from '#core/market/market.ts';

/** A piece of an ad, in characters: from the first to, but not including, the last. Empty where nothing stands there. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const NOWHERE: Stretch = { from: 0, to: 0 };

/** Fields and records lie behind every text, each as a piece of its own that no mark in the text can reach. */
const BEHIND = 1_000_000;
const WIDTH = 100;

/** So many characters are a word or two: less than that names no place. */
const LEAST_COMMON = 8;

/** The text in which a free mark counts its characters: all sentences, a blank between two. */
export const markedText = (sentences: readonly string[]) => sentences.join(' ');

/** A free mark in the text, as it stands in a log: characters of `markedText`, the last one not included. */
export const freeMark = (from: number, to: number) => `t:${from}-${to}`;

/**
 * Where a place lies: a sentence (`s1`), a field (`f:phone`), a record (`r:payer`), or a free mark in the text (`t:12-48`).
 * A place that the ad does not have is empty, so that nothing lies in it.
 */
export function stretchesOf(sentences: readonly string[]): (at: string) => Stretch {
  const places: Stretch[] = [];
  let end = 0;
  sentences.forEach((sentence, n) => {
    const from = n === 0 ? 0 : end + 1;
    end = from + sentence.length;
    places.push({ from, to: end });
  });
  return (at) => {
    if (at.startsWith('s')) return places[Number(at.slice(1)) - 1] ?? NOWHERE;
    return at.startsWith('t:') ? freePlace(at, end) : (BEHIND_TEXT.get(at) ?? NOWHERE);
  };
}

function freePlace(at: string, end: number): Stretch {
  const dash = at.indexOf('-');
  const [from, to] = [Number(at.slice(2, dash)), Number(at.slice(dash + 1))];
  return Number.isInteger(from) && Number.isInteger(to) ? ordered(from, Math.min(end, to)) : NOWHERE;
}

const BEHIND_TEXT: ReadonlyMap<string, Stretch> = new Map(
  [...FIELD_NAMES.map((name) => `f:${name}`), ...AD_RECORDS.map((name) => `r:${name}`)].map((at, n) => [
    at,
    { from: BEHIND + n * WIDTH, to: BEHIND + (n + 1) * WIDTH },
  ]),
);

const ordered = (from: number, to: number): Stretch => (from >= 0 && from < to ? { from, to } : NOWHERE);

/**
 * How much of a mark lies in a sign, in characters; 0 where it is no mark of that sign. Edges are not looked at closely: at
 * least half of what is marked has to lie in the sign, and at least a word or two of it. So a mark of some words of the sign
 * is one, a mark twice as long as the sign is one, and a mark of the whole text is none.
 */
export function commonCharacters(markFrom: number, markTo: number, signFrom: number, signTo: number): number {
  const common = Math.min(markTo, signTo) - Math.max(markFrom, signFrom);
  const isAt = common > 0 && 2 * common >= markTo - markFrom && common >= Math.min(LEAST_COMMON, signTo - signFrom);
  return isAt ? common : 0;
}
