import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import { namedInText } from '#evidence/court-file/model/named-in-text.ts';
import { hasPlace } from '#evidence/court-file/model/places.ts';

const ARGUMENTS = /\b[DP]\d{1,2}\b/g;

/**
 * The pinpoints that a written text cites and that the bundle has; and the pinpoints, and arguments such as D1, that it
 * does not have.
 */
export function pinpointsIn(text: string, bundle: Bundle): { readonly known: string[]; readonly unknown: string[] } {
  const cited = namedInText(text).flatMap(({ kind, value }) => (kind === 'place' ? [value] : []));
  const once = [...new Set(cited)];
  const heard = bundle.motions.flatMap(({ defence, prosecution }) => [...defence, ...prosecution].map(({ id }) => id));
  const strange = [...new Set(text.match(ARGUMENTS))].filter((one) => !heard.includes(one));
  return {
    known: once.filter((one) => hasPlace(bundle, one)),
    unknown: [...once.filter((one) => !hasPlace(bundle, one)), ...strange],
  };
}
