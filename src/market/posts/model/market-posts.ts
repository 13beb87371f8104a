import type { Family } from '#market/ads/model/families.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { compileGenre, type Genre } from './genre.ts';
import type { GenreShares, Half, HandShares, WrittenGenres } from './genre-schemas.ts';

/** The genres of a market, in the wordings of its half. */
export interface MarketPosts {
  readonly genres: readonly Genre[];
  readonly shares: GenreShares;
  readonly hands: HandShares;
}

/** Compiles all genres for one half. Throws `LineError`. */
export const marketPosts = (written: WrittenGenres, half: Half): MarketPosts => ({
  genres: written.genres.map((genre) =>
    compileGenre(genre, written.ads[genre.genre] ?? [], written.families[genre.family], half),
  ),
  shares: written.shares,
  hands: written.hands,
});

/** Genres of a family that stand on the sites of a setting; those of the family where the setting has none. */
export function genresOf({ genres, shares }: MarketPosts, setting: MarketProfileId, family: Family): readonly Genre[] {
  const own = genres.filter((genre) => genre.family === family && genre.ads.length > 0);
  const open = own.filter(({ id }) => (shares[setting]?.[id] ?? 0) > 0);
  return open.length > 0 ? open : own;
}
