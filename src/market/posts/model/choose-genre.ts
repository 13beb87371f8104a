import { pickByWeight } from '#kernel/model/pick-by-weight.ts';
import { fitting } from './fitting.ts';
import type { Genre } from './genre.ts';
import type { GenreShares } from './genre-schemas.ts';

/** True if a genre has a line for each of these that may stand beside all others, for an author of any register. */
export function canSay(genre: Genre, says: readonly string[], elsewhere: readonly string[]): boolean {
  const fits = fitting({ genre, hand: 'plain', says, elsewhere });
  return says.every((id) =>
    (genre.slotsOf.get(id) ?? []).some((slot) =>
      genre.slots
        .get(slot)
        ?.signs.get(id)
        ?.some((line) => fits(line, id)),
    ),
  );
}

/** Parameters of the choice of a genre; who is behind the ad is none of them. */
export interface GenreOrder {
  readonly genres: readonly Genre[];
  /** Weights of the setting, by genre. */
  readonly shares: GenreShares[keyof GenreShares];
  readonly says: readonly string[];
  readonly elsewhere: readonly string[];
  /** The sector of an offer of work; empty for other ads. */
  readonly sector: string;
}

/**
 * The genre of an ad: one of those of its setting that can say what it says. `draw` gives a number from 0 up to, but not
 * including, 1. Undefined if no genre can.
 */
export function chooseGenre(
  { genres, shares, says, elsewhere, sector }: GenreOrder,
  draw: () => number,
): Genre | undefined {
  const open = genres.filter(
    (genre) =>
      (shares?.[genre.id] ?? 0) > 0 &&
      takes(genre, sector) &&
      isOpenTo(genre, says, elsewhere) &&
      canSay(genre, says, elsewhere),
  );
  const weights = open.map(({ id }) => shares?.[id] as number);
  return open[pickByWeight(weights, draw())];
}

/** True if a genre may hold what is said, and somebody who says it would write such an ad. */
const isOpenTo = ({ needs, never }: Genre, says: readonly string[], elsewhere: readonly string[]) =>
  (needs.length === 0 || needs.some((id) => says.includes(id))) && ![...says, ...elsewhere].some((id) => never.has(id));

const takes = ({ sectors }: Genre, sector: string) => sectors === undefined || sectors.includes(sector);
