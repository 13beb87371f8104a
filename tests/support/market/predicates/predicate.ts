import type { ReadMarket, ReadPost } from './read-post.ts';

/**
 * Something that holds for every post, or for the posts of a market together, written without code of the generator. It
 * gives the places where it does not hold, as words. Numbers are those of the brief of the ads; further ones follow.
 */
export interface Predicate {
  readonly number: number;
  readonly says: string;
  readonly fails: (post: ReadPost, market: ReadMarket) => readonly string[];
}

export interface MarketPredicate {
  readonly number: number;
  readonly says: string;
  readonly failsIn: (market: ReadMarket) => readonly string[];
}

/** Everything that stands in the ad: title and lines. */
export const textOf = ({ title, lines }: Pick<ReadPost, 'title' | 'lines'>) => [title, ...lines].join('\n');

export const isService = ({ fields }: ReadPost) => fields.price !== undefined;
export const isOfferOfWork = ({ fields }: ReadPost) => fields.pay !== undefined;

/** The amount of a field such as "SIM 150, one hour". */
export const amountIn = (field: string | undefined) => Number(/SIM (\d+)/.exec(field ?? '')?.[1] ?? Number.NaN);

/** A text without what only looks like numbers: phones, accounts, numbers of registers. */
export const withoutCodes = (text: string) =>
  text
    .replaceAll(/\+?999[ -]?\d{3}[ -]?\d{3}[ -]?\d{3}/g, ' ')
    .replaceAll(/\$?sim-w?\d+/gi, ' ')
    .replaceAll(/24\/7|100 ?%/g, ' ');

/** Numbers that stand alone in a text. */
export const numbersIn = (text: string): number[] => (withoutCodes(text).match(/\d+/g) ?? []).map(Number);

/** Words that turn a thing into its opposite, before it in the same sentence. */
const NO = String.raw`\b(no|not|never|nor|without|instead of|dont|don't|cant|can't|cannot|doesnt|doesn't|do not|does not|isnt|isn't|wont|won't|nobody|nothing|neither|rather than)\b`;

/** True if a text has the words, and no word before them in the sentence says the opposite. */
export function affirms(text: string, words: RegExp): boolean {
  return text.split(/[.!?;\n]/).some((sentence) => {
    const at = sentence.search(words);
    return (
      at >= 0 &&
      !new RegExp(NO, 'i').test(sentence.slice(0, at + 1)) &&
      !/\b(is|are) (not|no)\b|\bexcluded\b|\bnot possible\b/i.test(sentence)
    );
  });
}
