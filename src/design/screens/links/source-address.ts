/**
 * Address of the entry of a source: on the site, or in a page without a site around it (empty `base`), in the list of
 * sources that this page holds.
 */
export function sourceAddress(base: string, code: string): string {
  const entry = code.toLowerCase();
  return base === '' ? `#${sourceId(code)}` : `${base}sources/#${entry}`;
}

/** Id of the entry of a source in a page that holds its own list of sources. */
export const sourceId = (code: string): string => `source-${code.toLowerCase()}`;
