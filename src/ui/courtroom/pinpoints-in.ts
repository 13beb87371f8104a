import type { Bundle } from '#core/bundle/bundle.ts';
import { namedInText } from '#core/bundle/named-in-text.ts';
import { hasPlace } from '#core/bundle/places.ts';

/** The pinpoints that a written text cites, and those among them that the bundle does not have. */
export function pinpointsIn(text: string, bundle: Bundle): { readonly known: string[]; readonly unknown: string[] } {
  const cited = namedInText(text).flatMap(({ kind, value }) => (kind === 'place' ? [value] : []));
  const once = [...new Set(cited)];
  return { known: once.filter((one) => hasPlace(bundle, one)), unknown: once.filter((one) => !hasPlace(bundle, one)) };
}
