import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isPackedPlace } from '#design/screens/links/packed-place.ts';
import { inFull } from '../in-full.ts';

export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** The folder of the built site, as the build itself names it. */
export const SITE = process.env.OUT_DIR ?? `${REPOSITORY}dist`;

/** Addresses of all pages, relative to the root of the site: '' is the home page. Packed cases are files, and not pages of it. */
export function sitePages(): readonly string[] {
  return readdirSync(SITE, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html') && !isPackedPlace(path))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}

/** Templates of src/site/pages, each with the addresses that it makes; the longest first, so that a fixed address wins over a place. */
const TEMPLATES = readdirSync(`${REPOSITORY}src/site/pages`, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.astro'))
  .map((file) => ({ file, places: file.split('[').length - 1 }))
  .sort((a, b) => a.places - b.places)
  .map(({ file }) => {
    const address = file.replace(/\.astro$/, '').replace(/(^|\/)index$/, '$1');
    const parts = address
      .split('/')
      .filter(Boolean)
      .map((part) => part.replace(/\[\w+\]/, '[^/]+'));
    return { file, matches: new RegExp(`^${parts.join('/')}(/|\\.html)?$`) };
  });

/** The template in src/site/pages that a page was made from. */
export function templateOf(path: string): string {
  const template = TEMPLATES.find(({ matches }) => matches.test(path));
  if (!template) throw new Error(`No template in src/site/pages makes /${path}.`);
  return template.file;
}

/**
 * Pages that the program writes from the data of a sign, a recommendation or a case, and lessons with a worksheet: they differ in that
 * data, or in plain text, alone. The page of a case opens at its briefing; its other screens have tests of their own.
 */
const FROM_DATA =
  /^(?:signs\/[^/]+|library\/recommendations\/[^/]+|cases\/[^/]+|learn\/(?:p\d|j[346]|t1[23])|facilitate\/(?:cases\/[^/]+(?:\/print)?|review\/[^/]+))\/$/;
const SAMPLED = 4;

/** All pages where it is proven; else about four of each template that is filled from data, and all others. */
export function sampledPages(): readonly string[] {
  const all = sitePages();
  return inFull(
    all,
    all.filter((path) => {
      if (!FROM_DATA.test(path)) return true;
      const alike = all.filter((other) => FROM_DATA.test(other) && templateOf(other) === templateOf(path));
      return alike.indexOf(path) % Math.ceil(alike.length / SAMPLED) === 0;
    }),
  );
}
