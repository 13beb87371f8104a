import type { Bundle, BundleFacts } from '#evidence/court-file/model/bundle.ts';

/** A row of a matrix as it follows from the facts of a bundle, without a look at the key. */
export interface ReadRow {
  readonly element: string;
  readonly happened: boolean;
  readonly state: 'met' | 'not-met' | 'ask';
  /** Pinpoints, sorted; payments one by one. */
  readonly for: readonly string[];
  readonly against: readonly string[];
}

/**
 * Reads the matrix from the facts: a second reader beside the author of the key. An element is so if a fact that happened
 * speaks for it. It is shown if such a fact needs nothing more; something has to be asked if it does, or if nothing speaks for
 * it and an exhibit is not whole; it is not shown otherwise.
 */
export function readMatrix(bundle: Bundle, { facts }: BundleFacts, notWhole: readonly string[] = []): ReadRow[] {
  return bundle.elements.map(({ id: element }) => {
    const bears = facts.flatMap(({ happened, bears: all }) =>
      all.filter((one) => one.element === element).map((one) => ({ ...one, happened })),
    );
    const speaking = bears.filter(({ on, happened }) => on === 'for' && happened);
    const places = (on: 'for' | 'against') =>
      [
        ...new Set(
          bears.filter((one) => one.on === on).flatMap((one) => one.places.flatMap((at) => meant(bundle, at))),
        ),
      ].sort();
    const against = places('against');
    const isOpen = speaking.length === 0 && against.some((place) => notWhole.includes(place));
    const needsMore = speaking.length > 0 && speaking.every((one) => one.needsMore === true);
    return {
      element,
      happened: speaking.length > 0,
      state: needsMore || isOpen ? 'ask' : speaking.length > 0 ? 'met' : 'not-met',
      for: places('for'),
      against,
    };
  });
}

/** A place, or for `E6 W01>W02` the payments between the two accounts, found without the code of the product. */
export function meant({ exhibits }: Pick<Bundle, 'exhibits'>, place: string): string[] {
  const match = /^(E\d+) (.+)>(.+)$/.exec(place);
  if (!match) return [place];
  const [, exhibit, from, to] = match;
  const ledger = exhibits.find(({ id }) => id === exhibit)?.payments ?? [];
  return ledger.flatMap((one) => (one.from === from && one.to === to ? [`${exhibit} ${one.no}`] : []));
}
