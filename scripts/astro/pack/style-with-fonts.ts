import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

const FACE = /@font-face\s*\{[^}]*\}/g;
/** An address of a file; one that begins with `#` names an element of the page itself. */
const ADDRESS = /url\((["']?)(?!data:|#)([^"')]+)\1\)/g;
const TYPES: Readonly<Record<string, string>> = { '.woff2': 'font/woff2', '.svg': 'image/svg+xml' };

/**
 * The style sheet with everything that it names inside it. Fonts for letters that do not occur are left out.
 *
 * @param file the style sheet
 * @param letters all characters that can come on the screen
 */
export function styleWithFonts(file: string, letters: ReadonlySet<number>): string {
  const css = readFileSync(file, 'utf8');
  return css
    .replaceAll(FACE, (face) => (isNeeded(face, letters) ? face : ''))
    .replaceAll(ADDRESS, (_, _quote, address: string) => `url("${dataAddress(join(dirname(file), address))}")`);
}

/** A file as an address that holds it. */
export function dataAddress(file: string): string {
  const type = TYPES[extname(file)];
  if (!type) throw new Error(`${file} cannot be put into a packed case: nothing is known of its type.`);
  return `data:${type};base64,${readFileSync(file).toString('base64')}`;
}

/** The characters of texts, as numbers. */
export function lettersOf(texts: Iterable<string>): Set<number> {
  const letters = new Set<number>();
  for (const text of texts) for (const letter of new Set(text)) letters.add(letter.codePointAt(0) ?? 0);
  return letters;
}

/** True for a face that some letter needs; one that names no range holds all of them. */
function isNeeded(face: string, letters: ReadonlySet<number>): boolean {
  const ranges = /unicode-range:([^;}]+)/.exec(face)?.[1];
  if (ranges === undefined) return true;
  return ranges.split(',').some((range) => {
    const written = range.trim().replace(/^U\+/i, '');
    // `4??` is short for `400-4FF`.
    const [first = '', last = first] = written.split('-');
    const from = Number.parseInt(first.replaceAll('?', '0'), 16);
    const to = Number.parseInt(last.replaceAll('?', 'F'), 16);
    if (Number.isNaN(from + to)) throw new Error(`A font has a range that cannot be read: ${range}`);
    for (let letter = from; letter <= to; letter++) if (letters.has(letter)) return true;
    return false;
  });
}
