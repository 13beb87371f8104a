import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProject } from '#app/library/load-project.ts';
import { adsSharingPhone } from '#core/market/world-state.ts';
import type { Rating } from '#core/scoring/schemas.ts';
import { readYaml } from '#formats/yaml/read-yaml.ts';
import { printIssue } from '../../scripts/print-issue.ts';
import { schemaTexts } from '../../scripts/write-scenario-schema.ts';
import { PROJECT, ROOT } from '../support/builders/the-library.ts';

const loaded = loadProject(PROJECT);
const { library, cases } = loaded.ok ? loaded.value : { library: undefined, cases: [] };

/** All authored files below these folders, with their texts. */
const AUTHORED = ['content', 'scenarios'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:yaml|mdx|md)$/.test(name))
    .map((name) => {
      const path = join(folder, name);
      return { path, text: readFileSync(join(ROOT, path), 'utf8') };
    }),
);

describe('the shipped cases', () => {
  it('load with the whole library and nothing to mend', () => {
    expect(loaded.ok ? [] : loaded.issues.map(printIssue)).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases)('$source.id asks about an ad whose number at least one other shows', ({ source, market, answers }) => {
    const subjects = [...source.world.map((change) => change.sharingPhoneWith), answers?.key.preserve?.sameActorAs];

    const named = [...new Set(subjects.filter((ad) => ad !== undefined))];

    expect(named.length).toBeGreaterThan(0);
    for (const ad of named) expect(adsSharingPhone(market, ad).length).toBeGreaterThanOrEqual(2);
  });

  it.each(cases)('$source.id has answers', ({ answers }) => {
    expect(answers).toBeDefined();
  });
});

describe('who has looked at a text', () => {
  const reviews = AUTHORED.filter(({ path }) => /reviews[/\\].*\.yaml$|review\.yaml$/.test(path));

  it.each(cases)('$source.id says that nobody has reviewed it, until somebody has', ({ source, reviewed }) => {
    expect(reviews.map(({ path }) => path)).toContain(join('scenarios', source.id, 'review.yaml'));
    expect(reviewed).toBe(false);
  });

  it.each(reviews)('$path claims no review', ({ path, text }) => {
    const read = readYaml(text, path);
    const unread = { status: 'not-reviewed' };

    expect(read.ok && read.value.value).toMatchObject({ safety: unread, support: unread, law: unread });
  });
});

describe('what is cited', () => {
  const citations = AUTHORED.filter(({ path }) => !path.endsWith('sources.yaml')).flatMap(({ path, text }) =>
    [...text.matchAll(/\bcode(?:: ?|=)"?([A-Z][A-Z0-9]*)"?,?\s+mark(?:: ?|=)"?([A-Z])/g)].map((match) => {
      const [, code = '', mark = ''] = match;
      return { path, code, mark };
    }),
  );

  it('is found in every kind of text', () => {
    const folders = new Set(citations.map(({ path }) => path.split(/[/\\]/).slice(0, -1).join('/')));

    expect([...folders]).toEqual(
      expect.arrayContaining(['content/indicators', 'content/en/lessons', 'scenarios/quiet-number', 'scenarios']),
    );
  });

  it('stands in the list of sources', () => {
    const lost = AUTHORED.flatMap(({ path, text }) =>
      [...text.matchAll(/\bcode(?:: ?|=)"?([A-Z][A-Z0-9]*)\b/g)]
        .filter(([, code = '']) => !library?.sources.has(code))
        .map(([, code]) => `${path} ${code}`),
    );

    expect(lost).toEqual([]);
  });

  it('is nowhere marked as read further than its source was', () => {
    const marks = ['U', 'A', 'V'];
    const bettered = citations.filter(
      ({ code, mark }) => marks.indexOf(mark) > marks.indexOf(library?.sources.get(code)?.mark ?? 'U'),
    );

    expect(bettered).toEqual([]);
  });
});

describe('an option that is right', () => {
  const WORTH: Readonly<Record<Rating, number>> = { good: 3, acceptable: 2, harmful: 1, red: 0 };
  const decisions = cases.flatMap(({ source, answers }) =>
    Object.entries(answers?.key.decisions ?? {}).map(([id, key]) => {
      const state = source.states[id];
      if (state?.type !== 'decision') throw new Error(`${id} of ${source.id} is no decision.`);
      return state.options.map((option) => {
        const rating = key.options[option.id]?.rating ?? 'red';
        return { length: option.text.length, good: rating === 'good', worth: WORTH[rating] };
      });
    }),
  );
  const shareWhere = (holds: (options: (typeof decisions)[number], length: number) => boolean) =>
    decisions.filter((options) => options.some(({ good, length }) => good && holds(options, length))).length /
    decisions.length;

  it('is the longest of its decision in at most four of ten', () => {
    expect(shareWhere((options, length) => options.every((other) => other.length <= length))).toBeLessThanOrEqual(0.4);
  });

  it('is the shortest of its decision in at most four of ten', () => {
    expect(shareWhere((options, length) => options.every((other) => other.length >= length))).toBeLessThanOrEqual(0.4);
  });

  it('cannot be told by the length of its text', () => {
    const options = decisions.flat();

    const rho = correlation(ranks(options.map(({ length }) => length)), ranks(options.map(({ worth }) => worth)));

    expect(Math.abs(rho)).toBeLessThan(0.15);
  });
});

/** The place of each number among all, from 1; equal numbers share the mean of their places. */
function ranks(numbers: readonly number[]): number[] {
  const below = (number: number) => numbers.filter((other) => other < number).length;
  const equal = (number: number) => numbers.filter((other) => other === number).length;
  return numbers.map((number) => below(number) + (equal(number) + 1) / 2);
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number) =>
    x.reduce((sum, number, n) => sum + (number - mx) * ((y[n] ?? 0) - my), 0);
  return product(a, meanA, b, meanB) / Math.sqrt(product(a, meanA, a, meanA) * product(b, meanB, b, meanB));
}

describe('the schemas that editors use', () => {
  it.each([...schemaTexts()])('%s is the one that the program reads with', (name, text) => {
    expect(readFileSync(join(ROOT, 'scenarios', name), 'utf8')).toBe(text);
  });

  it.each(cases)('$source.id names its schema in the first line of its story', ({ source }) => {
    const [first] = readFileSync(join(ROOT, 'scenarios', source.id, 'scenario.yaml'), 'utf8').split('\n');

    expect(first).toBe('# yaml-language-server: $schema=../scenario.schema.json');
  });

  it.each(cases)('$source.id has nothing that is even worth a look', ({ warnings }) => {
    expect(warnings.map(printIssue)).toEqual([]);
  });
});
