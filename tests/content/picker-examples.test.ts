import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIBRARY } from '../support/builders/the-library.ts';

const GENRES = 'content/genres/en';
const authored = readdirSync(GENRES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(GENRES, name), 'utf8').toLowerCase());

/** Words as they could stand in an ad: what is quoted, or all of it, without a mark at the end. */
const quotedIn = (example: string): string[] =>
  Array.from(example.matchAll(/“([^”]+?)[.,!?]?”/g), ([, quoted = '']) => quoted.toLowerCase());

const isAuthored = (words: string) => authored.some((text) => text.includes(words));

describe('the example that a picker gives for an entry', () => {
  const quoting = [...LIBRARY.catalogue.values()].filter(({ example = '' }) => quotedIn(example).length > 0);

  it.each(quoting)('$id is in words that no genre writes, so that it points at no ad', ({ example = '' }) => {
    // A name or a picture number alone is no wording.
    expect(quotedIn(example).filter((words) => words.includes(' ') && isAuthored(words))).toEqual([]);
  });

  it('would be found if a genre wrote it', () => {
    expect(quoting.length).toBeGreaterThan(25);
    expect(isAuthored('real photos')).toBe(true);
  });
});
