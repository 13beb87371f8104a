import type { Family } from '#market/ads/model/families.ts';
import type { Purpose } from '#market/ads/model/purposes.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { compileGenre, type Genre } from './genre.ts';
import type { GenreShares, Half, HandShares, PurposeShares, WrittenGenres } from './genre-schemas.ts';
import { inHalf } from './in-half.ts';

/** The genres of a market, in the wordings of its half. */
export interface MarketPosts {
  readonly genres: readonly Genre[];
  readonly shares: GenreShares;
  readonly hands: HandShares;
  readonly purposes: PurposeShares;
  /** Replies, calls, entries of a board and chats, by what they show. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  /** All of this as authored, with the wordings of its half alone: what a page needs to draw such a market itself. */
  readonly source: WrittenGenres;
}

/** Compiles all genres for one half. Throws `LineError`. */
export const marketPosts = (written: WrittenGenres, half: Half): MarketPosts => ({
  genres: written.genres.map((genre) =>
    compileGenre(genre, written.ads[genre.genre] ?? [], written.families[genre.family], half),
  ),
  shares: written.shares,
  hands: written.hands,
  purposes: written.purposes,
  source: inHalf(written, half),
  notes: new Map(Object.entries(written.notes).map(([id, halves]) => [id, halves[half]])),
});

/** Genres of a family and a purpose that stand on the sites of a setting; all of these where the setting has none. */
export function genresOf(
  { genres, shares }: MarketPosts,
  setting: MarketProfileId,
  family: Family,
  purpose: Purpose,
): readonly Genre[] {
  const own = genres.filter((one) => one.family === family && one.purpose === purpose && one.ads.length > 0);
  const open = own.filter(({ id }) => (shares[setting]?.[id] ?? 0) > 0);
  return open.length > 0 ? open : own;
}
