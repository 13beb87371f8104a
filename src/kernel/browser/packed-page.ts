/**
 * A packed page is one HTML file that holds a whole case and needs no site around it: `scripts/astro/packed-cases.mjs`
 * writes it. Its data lies in blocks of the page, each compressed (gzip) and written in base64.
 */

/** Attribute of a block, with the name of the file that the block holds. */
const BLOCK = 'data-file';

/** Id of the case in this packed page; undefined on a page of the site. */
export function packedCase(): string | undefined {
  return globalThis.document?.documentElement.dataset['packed'];
}

/**
 * Name of a storage of this page. A packed page has a name of its own, because some browsers share storage among all
 * files that are opened from a disk.
 */
export function storageName(name: string): string {
  const id = packedCase();
  return id === undefined ? name : `${name} packed ${id}`;
}

/** Text of a file that this page holds; undefined where it holds none of that name. */
export async function packedFile(name: string): Promise<string | undefined> {
  const block = document.querySelector(`script[${BLOCK}="${CSS.escape(name)}"]`);
  if (!block?.textContent) return undefined;
  const bytes = Uint8Array.from(atob(block.textContent), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

const scripts = new Map<string, Promise<string | undefined>>();

/** Address of a script that this page holds, always the same one; undefined where it holds none of that name. */
export function packedScript(name: string): Promise<string | undefined> {
  const known = scripts.get(name);
  if (known) return known;
  const made = packedFile(name).then((text) => {
    if (text !== undefined) return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    return undefined;
  });
  scripts.set(name, made);
  return made;
}
