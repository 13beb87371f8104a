import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/builders/the-library.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const WORDS = 'src/i18n/words/en/studio';
const PLACEHOLDER = /\{[a-z]+\}/g;

/** What the studio writes on its buttons and over its fields, without values and the colon behind some. */
const labels = new Set(
  readdirSync(join(ROOT, WORDS))
    .flatMap((name) => Object.values(JSON.parse(read(join(WORDS, name))) as Record<string, string>))
    .map((words) => words.replaceAll(PLACEHOLDER, '').replace(/:$/, '').trim()),
);

/** Words in bold. Those that end with a full stop begin a paragraph and are no labels. */
const namedIn = (lesson: string) =>
  [...read(`content/en/lessons/${lesson}.mdx`).matchAll(/\*\*(.+?)\*\*/g)].flatMap(([, words = '']) =>
    words.endsWith('.') ? [] : [words],
  );

describe('a lesson that is done in the studio', () => {
  it.each([
    ['f2', 10],
    ['f3', 40],
  ])('%s names fields and buttons as the studio calls them', (lesson, least) => {
    const named = namedIn(lesson);

    expect(named.length).toBeGreaterThanOrEqual(least);
    expect(named.filter((words) => !labels.has(words))).toEqual([]);
  });

  it('F2 says of each kind of market in which invented State it is', () => {
    const lesson = read('content/en/lessons/f2.mdx');
    const sheet = JSON.parse(read(`${WORDS}/case.json`)) as Record<string, string>;
    const markets = readdirSync(join(ROOT, 'content/markets')).map((name) => read(`content/markets/${name}`));

    expect(markets.length).toBeGreaterThan(4);
    for (const market of markets) {
      const [, id = ''] = /^id: (\w+)$/m.exec(market) ?? [];
      const [, name = ''] = /^name: (\w+)$/m.exec(market) ?? [];
      expect(lesson).toContain(`| ${sheet[`profile.${id}`]} | ${name} |`);
    }
  });

  it('F3 quotes options of its example that lie as close together as the studio asks', () => {
    const options = [...read('content/en/lessons/f3.mdx').matchAll(/^\| [A-D] \| (.+) \|$/gm)].map(
      ([, text = '']) => text,
    );
    const lengths = options.map(({ length }) => length);

    expect(options).toHaveLength(4);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual((Math.max(...lengths) * 2) / 3);
    expect(new Set(options.map((text) => text.at(-1))).size).toBe(1);
  });
});
