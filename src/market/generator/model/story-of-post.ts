import type { PostStory } from '#market/ads/model/ground-truth.ts';
import { PURPOSES, type Purpose } from '#market/ads/model/purposes.ts';
import { adId, adIdOf } from './ad-ids.ts';
import type { Undrawn } from './drawn-market.ts';
import { FLAG } from './market-columns.ts';
import type { MarketPost } from './post-at.ts';

/** Says of each post of a market how it came to be, for the truth. */
export function createStories(market: Undrawn, postAt: (at: number) => MarketPost): (at: number) => PostStory {
  const { columns, keys, size } = market;
  const isMirrored = (at: number) => ((columns.flags[at] as number) & FLAG.mirrored) !== 0;
  let places: Map<string, number> | undefined;

  /** Places of all posts that no mirror has made, by persona and number. */
  function originals(): Map<string, number> {
    if (places) return places;
    places = new Map();
    for (let at = 0; at < market.count; at++) if (!isMirrored(at)) places.set(nameOf(at), at);
    return places;
  }
  const nameOf = (at: number) => `${columns.persona[at]} ${columns.nth[at]}`;

  return (at) => {
    const { post, genre, persona } = postAt(at);
    const original = isMirrored(at) ? originals().get(nameOf(at)) : undefined;
    const quoted = post.lines.findIndex(({ isQuoted }) => isQuoted === true);
    return {
      genre: genre.id,
      purpose: PURPOSES[columns.purpose[at] as number] as Purpose,
      ...(named(post.title, persona.name) && { name: persona.name }),
      author: `author-${keys.permutation('authors', size).at(columns.author[at] as number) + 1}`,
      master: adIdOf(size, columns.master[at] as number),
      nth: columns.nth[at] as number,
      edit: post.edit,
      ...(original !== undefined && { copyOf: adId(market, original) }),
      ...(quoted >= 0 && { quotesHelp: `s${quoted + 1}` as const }),
    };
  };
}

/** True if a title gives the name, in capitals or small letters too. */
const named = (title: string, name: string) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'iu').test(title);
