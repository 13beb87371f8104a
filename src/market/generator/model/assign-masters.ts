import { pickByWeight } from '#kernel/model/pick-by-weight.ts';
import { UINT32_RANGE } from '#kernel/model/rng.ts';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { PURPOSES, type Purpose } from '#market/ads/model/purposes.ts';
import { createAdAssigner } from '#market/posts/model/assign-ads.ts';
import { chooseGenre } from '#market/posts/model/choose-genre.ts';
import type { Genre } from '#market/posts/model/genre.ts';
import { genresOf, type MarketPosts } from '#market/posts/model/market-posts.ts';
import { HANDS, type Hand } from '#market/posts/model/typing.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import type { Undrawn } from './drawn-market.ts';
import { knownTextsOf } from './known-texts.ts';
import type { MarketColumns } from './market-columns.ts';
import { LEARNER, masterSays } from './master-says.ts';
import { masterBitsAt, SIGN_PLACES } from './said-places.ts';

/**
 * Gives each master text of a district its genre and a whole ad. It reads what is said, the site's setting, and who
 * types, and never who is behind an ad.
 */
export function assignMasters(market: Undrawn, family: Family, rows: readonly number[]): void {
  const { columns, order, keys } = market;
  const { posts } = order;
  const draw = keys.of('master texts');
  const places = keys.of(SIGN_PLACES);
  const assign = createAdAssigner(draw);
  // A capstone market of services has a board of jobs, whose ads are those of the setting of jobs.
  const setting: MarketProfileId = family === order.profile.family ? order.profile.id : 'JOB';
  const assigned = new Map<number, { genre: number; whole: number; variant: number }>();
  noteShown(columns, rows);
  for (const place of rows) {
    const master = columns.master[place] as number;
    const known = assigned.get(master) ?? assignOne(place, master);
    assigned.set(master, known);
    columns.genre[place] = known.genre;
    columns.whole[place] = known.whole;
    columns.variant[place] = known.variant;
  }

  function assignOne(place: number, master: number) {
    const said = masterSays(family, masterBitsAt(columns, place), places);
    const { says, elsewhere, isLearner, namesPerson } = said;
    const purpose = PURPOSES[columns.purpose[place] as number] as Purpose;
    const genres = genresOf(posts, setting, family, purpose);
    const sector = sectorOf(market, family, columns.told[place] as number);
    const genre = chooseGenre(
      { genres, shares: posts.shares[setting], says, elsewhere, sector },
      () => (draw(master, 3, 0) >>> 0) / UINT32_RANGE,
    );
    if (!genre) throw new Error(`No genre of ${setting} can say ${says.join(', ')} beside ${elsewhere.join(', ')}.`);
    const hand = isLearner ? 'learner' : handOf(genre, posts, setting, family, columns.author[place] as number);
    const { ad, variant, composed } = assign({
      genre,
      hand,
      showsHand: isLearner,
      says,
      elsewhere,
      namesPerson,
      isShared: columns.groups.template[place] !== 0,
      sector,
      master,
    });
    knownTextsOf(market).keep(master, said, composed);
    return {
      genre: posts.genres.indexOf(genre),
      whole: genre.ads.indexOf(ad),
      variant: ad.variants.indexOf(variant),
    };
  }

  function handOf(genre: Genre, { hands }: MarketPosts, setting: MarketProfileId, of: Family, author: number): Hand {
    const isTrap = FAMILIES[of].said.some(({ id }) => id === LEARNER);
    const weights = HANDS.map((hand) =>
      hand === 'learner' && isTrap
        ? 0
        : genre.ads.filter((ad) => ad.hand === hand).length * (hands[setting]?.[hand] ?? 1),
    );
    return HANDS[pickByWeight(weights, (keys.of('hands')(author, 0, 0) >>> 0) / UINT32_RANGE)] ?? 'plain';
  }
}

/** Notes what any and what all ads of each master text show: its lines must fit the fields of each of them. */
function noteShown({ shown, master, anyShown, allShown }: MarketColumns, rows: readonly number[]): void {
  const ofMaster = new Map<number, { any: number; all: number }>();
  for (const place of rows) {
    const bits = shown[place] as number;
    const known = ofMaster.get(master[place] as number);
    if (known) {
      known.any |= bits;
      known.all &= bits;
    } else ofMaster.set(master[place] as number, { any: bits, all: bits });
  }
  for (const place of rows) {
    const { any, all } = ofMaster.get(master[place] as number) as { any: number; all: number };
    anyShown[place] = any;
    allShown[place] = all;
  }
}

/** The sector of an offer of work: that of the persona whose facts the text tells. */
export function sectorOf({ order, keys }: Pick<Undrawn, 'order' | 'keys'>, family: Family, persona: number): string {
  const { sectors } = order.lexicon;
  return family === 'services' ? '' : (sectors[keys.of('sector')(persona, 0, 0) % sectors.length] as string);
}
