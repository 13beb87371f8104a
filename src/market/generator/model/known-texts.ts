import type { Composed } from '#market/posts/model/compose-ad.ts';
import type { Undrawn } from './drawn-market.ts';
import type { MasterSays } from './master-says.ts';

/** Texts of a market that are kept from their assignment to the writing of its ads; of larger markets the rest is made anew. */
const MOST_KEPT = 50_000;

/** Texts before facts, by master: an ad of a template can say less than the first one, and then has a text of its own. */
class KnownTexts {
  readonly #texts = new Map<number, { readonly says: string; readonly text: Composed }>();

  keep(master: number, says: MasterSays, text: Composed | undefined): void {
    if (text && this.#texts.size < MOST_KEPT) this.#texts.set(master, { says: nameOf(says), text });
  }

  of(master: number, says: MasterSays): Composed | undefined {
    const known = this.#texts.get(master);
    return known?.says === nameOf(says) ? known.text : undefined;
  }
}

const nameOf = ({ says, elsewhere, namesPerson }: MasterSays) => `${says.join()} ${elsewhere.join()} ${namesPerson}`;

const ofMarket = new WeakMap<object, KnownTexts>();

/** The known texts of a market. */
export function knownTextsOf({ columns }: Pick<Undrawn, 'columns'>): KnownTexts {
  const known = ofMarket.get(columns) ?? new KnownTexts();
  ofMarket.set(columns, known);
  return known;
}
