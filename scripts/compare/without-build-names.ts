/** A built script, style sheet or font, by the path that a page or a file of data names it with. */
const BUILT_FILE = /(?:[\w.-]+\/)*_astro\/[\w.~-]+\.(js|css|svg|woff2)\b/g;
/** The mark of a part that has styles of its own: a hash of the path of its source. */
const MARK_OF_STYLES = /data-astro-cid-\w+/g;

/** The name of the component that a page hydrates, which only Astro's errors say. */
const NAME_OF_ISLAND =
  /((?:"|&quot;|\\")name(?:"|&quot;|\\"):(?:"|&quot;|\\"))\w+((?:"|&quot;|\\"),(?:"|&quot;|\\")value(?:"|&quot;|\\"):true)/g;

/** A text without the names that a build gives: they hold hashes of contents and paths, and bundles are named after parts. */
export const withoutBuildNames = (text: string): string =>
  text
    .replaceAll(BUILT_FILE, '_astro/*.$1')
    .replaceAll(MARK_OF_STYLES, 'data-astro-cid')
    .replaceAll(NAME_OF_ISLAND, '$1$2');
