import type { KeyedFunction } from '#kernel/model/keyed-function.ts';
import type { Family } from '#market/ads/model/families.ts';
import { LEFT_OVER } from '#market/posts/model/compose-ad.ts';
import { type MasterBits, type PlacedSign, placesOf, shownBeside } from './said-places.ts';

/** The trap of a text by somebody who learns the language. */
export const LEARNER = 'n-migrant-language';

/** What a master text has to say, and what shows beside it. */
export interface MasterSays {
  readonly says: readonly string[];
  readonly elsewhere: readonly string[];
  readonly isLearner: boolean;
  readonly namesPerson: boolean;
  /** Everything that is said, each in its place. */
  readonly placed: readonly PlacedSign[];
}

/** What the text of a master says, and what shows beside it. */
export function masterSays(family: Family, bits: MasterBits, draw: KeyedFunction): MasterSays {
  const placed = placesOf(family, bits, draw);
  const beside = shownBeside(family, bits, draw);
  const inText = placed.filter(({ place }) => place === 'text').map(({ id }) => id);
  return {
    says: [...new Set([...inText, ...beside.written])],
    elsewhere: [
      ...placed.filter(({ place }) => place !== 'text').map(({ id }) => id),
      ...beside.ids.filter((id) => !beside.written.includes(id)),
    ],
    isLearner: placed.some(({ id }) => id === LEARNER),
    namesPerson: placed.some(({ id }) => id === LEFT_OVER),
    placed,
  };
}
