import { OF_FACTS } from './of-facts.ts';
import { OF_MARKETS } from './of-markets.ts';
import { OF_WORDS } from './of-words.ts';
import type { ReadMarket } from './read-post.ts';

/** Predicates of a single post. */
export const OF_POSTS = [...OF_FACTS, ...OF_WORDS].toSorted((a, b) => a.number - b.number);

/** What fails in a market, by what the predicate says. */
export function failuresIn(market: ReadMarket): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const note = (number: number, says: string, places: readonly string[]) => {
    if (places.length > 0) found.set(`${number} ${says}`, [...(found.get(`${number} ${says}`) ?? []), ...places]);
  };
  for (const { number, says, fails } of OF_POSTS)
    for (const post of market.posts)
      note(
        number,
        says,
        fails(post, market).map((why) => `${post.ad.id} ${post.story.genre}: ${why}`),
      );
  for (const { number, says, failsIn } of OF_MARKETS) note(number, says, failsIn(market));
  return found;
}
