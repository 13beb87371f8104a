import { learnNGrams } from '#bench/markets/model/learn-n-grams.ts';
import { nGramsOf } from '#bench/markets/model/n-grams.ts';
import { rememberLast } from '#kernel/model/remember-last.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import type { Reach } from '#market/generator/model/ideal-reader.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { seeds } from '../builders/a-market.ts';
import { joined, type Sample } from './learn-columns.ts';
import {
  fieldOrder,
  type Leak,
  leaking,
  readIdeally,
  type SeenMarket,
  seeMarket,
  unlabelledTexts,
} from './seen-market.ts';
import { pageText, structureOf } from './structure.ts';

export interface AttackOrder {
  readonly profile: MarketProfileId;
  readonly reach: Reach;
  /** Markets from which words are learned, markets from which the rest is learned, and markets that are judged. */
  readonly markets: { readonly words: number; readonly rest: number; readonly judged: number };
  readonly order?: Partial<MarketOrder>;
  readonly leak?: Leak;
}

/** What an attacker has learned from and is to judge; beside it what only the test knows. */
export interface Attack {
  readonly learned: Sample;
  readonly judged: Sample;
  /** How likely the ideal reader takes each judged ad to be sought. */
  readonly ceiling: readonly number[];
  /** How strongly the words of the sentences without a label speak for a sought ad. */
  readonly unlabelled: { readonly worth: number[]; readonly sought: boolean[]; readonly actors: string[] };
}

/** The few markets in which one leak after another is planted. */
const remember = rememberLast<SeenMarket>(12);

/** Draws the markets of an attack: seeds from which it learns are never judged. */
export function prepareAttack({ profile, reach, markets, order, leak }: AttackOrder): Attack {
  const see = (family: string, count: number) =>
    seeds(family, count).map((seed) => {
      const make = () => seeMarket(fieldOrder(profile, seed, order), reach);
      return leak ? leaking(remember(JSON.stringify([profile, seed, reach, order]), [], make), leak) : make();
    });
  const words = see('words', markets.words);
  const worth = learnNGrams(
    words.flatMap(({ ads, open }) => open.map((at) => nGramsOf(pageText(ads[at] as (typeof ads)[number])))),
    words.flatMap(({ sought }) => sought),
  );
  const sampled = ({ ads, open, sought, actors }: SeenMarket): Sample => {
    const read = open.map((at) => worth(nGramsOf(pageText(ads[at] as (typeof ads)[number]))));
    return { columns: structureOf(ads, open, read), sought, actors };
  };
  const rest = see('rest', markets.rest);
  const judged = see('judged', markets.judged);
  const ceiling = lazily(() => judged.flatMap((market) => readIdeally(market, reach)));
  const unlabelled = lazily(() => readUnlabelled([...words, ...rest], judged));
  return {
    learned: joined(rest.map(sampled)),
    judged: joined(judged.map(sampled)),
    get ceiling() {
      return ceiling();
    },
    get unlabelled() {
      return unlabelled();
    },
  };
}

/** Makes a value when it is first asked for; most leaks are found without all of them. */
function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function readUnlabelled(learned: readonly SeenMarket[], judged: readonly SeenMarket[]): Attack['unlabelled'] {
  const left = (markets: readonly SeenMarket[]) =>
    markets.flatMap((market) =>
      unlabelledTexts(market).flatMap((text, n) =>
        text === undefined ? [] : [{ text, sought: market.sought[n] as boolean, actor: market.actors[n] as string }],
      ),
    );
  const from = left(learned);
  const worth = learnNGrams(
    from.map(({ text }) => nGramsOf(text)),
    from.map(({ sought }) => sought),
  );
  const of = left(judged);
  return {
    worth: of.map(({ text }) => worth(nGramsOf(text))),
    sought: of.map(({ sought }) => sought),
    actors: of.map(({ actor }) => actor),
  };
}

/**
 * True for a column that says nothing of who stands behind an ad: numbers and their order, times, how many ads an
 * account holds, labels of persons, and what some pages lack. What shows a sign, a cue or a trap is not among them.
 */
export function isPlain(name: string): boolean {
  if (/: worth of|amount|clock|hidden|code/.test(name)) return false;
  return PLAIN.some((pattern) => pattern.test(name));
}

const PLAIN = [
  /^(place|last digit of id|day|weekday|minute|second|renewals|versions|edited after|removed|copied|site|town|sector)$/,
  /^(origin|gender|languages|title|phone with dashes|first field|bullets|address)$/,
  /^no (hours|room|picture|payment|origin|languages)$/,
  /^(number of|next by) (id|time|account|picture|room|payment|device|payer|fees|wallet)/,
  /^account: /,
];

/** A fact that pages or records show, and how far the ideal reader is from what it means. */
export interface Misread {
  readonly fact: string;
  readonly ads: number;
  /** Share of ads with this fact that are sought, and what the ideal reader expects. */
  readonly share: number;
  readonly expected: number;
  /** Distance in standard errors by actors. */
  readonly errors: number;
}

const BINS = 10;
const MIN_ADS = 60;
const MIN_ACTORS = 15;

/**
 * Looks at ads with one fact after another. If nothing tells but what the ideal reader knows, the share of sought ads
 * among them is what it expects; a fact that tells more is misread. The worst comes first.
 */
export function misreadFacts({ columns, sought, actors }: Sample, ceiling: readonly number[]): Misread[] {
  const numbers = new Map([...new Set(actors)].map((actor, n) => [actor, n]));
  const actorAt = actors.map((actor) => numbers.get(actor) as number);
  const found: Misread[] = [];
  for (const [name, values] of columns)
    for (const [from, to] of partsOf(values)) {
      const ofActors = new Map<number, number>();
      let [ads, mine, expected] = [0, 0, 0];
      values.forEach((value, at) => {
        if (value < from || value > to) return;
        const actor = actorAt[at] as number;
        ads += 1;
        mine += Number(sought[at]);
        expected += ceiling[at] as number;
        ofActors.set(actor, (ofActors.get(actor) ?? 0) + Number(sought[at]) - (ceiling[at] as number));
      });
      if (ads < MIN_ADS || ofActors.size < MIN_ACTORS) continue;
      const error = Math.sqrt([...ofActors.values()].reduce((sum, value) => sum + value ** 2, 0)) + 0.5;
      const fact = from === to ? `${name} = ${round(from)}` : `${name} from ${round(from)} to ${round(to)}`;
      found.push({ fact, ads, share: mine / ads, expected: expected / ads, errors: (mine - expected) / error });
    }
  return found.sort((a, b) => Math.abs(b.share - b.expected) - Math.abs(a.share - a.expected));
}

const round = (value: number) => Number(value.toPrecision(4));

/** Every value if there are few, else equally many ads in each part. */
function partsOf(values: Float64Array): (readonly [number, number])[] {
  const sorted = Float64Array.from(values).sort();
  const distinct = new Set(sorted);
  if (distinct.size <= BINS) return [...distinct].map((value) => [value, value]);
  const bounds = Array.from(
    { length: BINS + 1 },
    (_, n) => sorted[Math.min(sorted.length - 1, Math.round((n * sorted.length) / BINS))] as number,
  );
  return bounds.slice(1).map((to, n) => [bounds[n] as number, to]);
}
