import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { required } from '#kernel/model/invariant.ts';
import { loadRecommendations, RECOMMENDATIONS_FILE } from '#library/project/use-cases/load-recommendations.ts';
import { countStandings, STANDINGS, standingOf } from '#library/recommendations/model/standing.ts';
import { projectWith } from '../support/builders/project-with.ts';
import { LIBRARY, PROJECT, ROOT, theCase } from '../support/builders/the-library.ts';
import { MESSAGE_FILES } from '../support/i18n/message-files.ts';

const cases = PROJECT.list('scenarios')
  .filter((name) => PROJECT.read(`scenarios/${name}/key.yaml`) !== undefined)
  .map((name) => theCase(`scenarios/${name}`).material);

const loadFrom = (files: Parameters<typeof loadRecommendations>[0]['files']) =>
  loadRecommendations({ files, cases, library: LIBRARY });
const loaded = loadFrom(PROJECT);
const { recommendations, sections, divisions } = required(loaded.ok ? loaded.value : undefined, 'the recommendations');

/** What is said of the file with one slip in it. */
function codesWith(edit: (text: string) => string): string[] {
  const read = loadFrom(projectWith({ [RECOMMENDATIONS_FILE]: edit(PROJECT.read(RECOMMENDATIONS_FILE) ?? '') }));
  return read.ok ? [] : read.issues.map(({ code, position }) => `${code} ${position?.line ? 'at a line' : ''}`);
}

describe('the recommendations of the report', () => {
  it('are S1 to S82, of each the standing that its places give', () => {
    const counts = countStandings(recommendations);
    console.info(
      `Recommendations: ${STANDINGS.map((standing) => `${standing} ${counts[standing]}`).join(', ')}. Not trained: ${recommendations
        .filter((one) => standingOf(one) !== 'trained')
        .map(({ id }) => id)
        .join(' ')}.`,
    );

    expect(recommendations.map(({ id }) => id)).toEqual(Array.from({ length: 82 }, (_, n) => `S${n + 1}`));
    expect(counts.trained + counts.debated + counts['not-here']).toBe(82);
    // Nothing that only tells or argues counts as training.
    for (const { trainedIn, ...one } of recommendations)
      expect(standingOf({ trainedIn: trainedIn.filter(({ as }) => as === 'debated') }), one.id).not.toBe('trained');
  });

  it('stand in the sections of the report, in its order, and each section and view has one', () => {
    const order = recommendations.map(({ section }) => sections.findIndex(({ id }) => id === section));
    const held = new Set(recommendations.flatMap(({ view }) => (view ? [view.division] : [])));

    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(sections.length);
    expect(divisions.filter(({ id }) => !held.has(id))).toEqual([]);
  });

  it('show the views on whole markets, traffickers and worst sites as views of one question', () => {
    const views = ['S72', 'S73', 'S74'].map((id) => recommendations.find((one) => one.id === id)?.view);

    expect(views).toEqual(['whole', 'people', 'worst'].map((view) => ({ division: 'market', view })));
  });

  it.each([
    ['a lesson', '{ lesson: f5, as', '{ lesson: f55, as', 'recommendation.unknown-place'],
    ['a case', '{ case: harvest-bus, how', '{ case: harvest-tram, how', 'recommendation.unknown-place'],
    ['a sign', '{ sign: rs-targets-hardship', '{ sign: rs-targets-wealth', 'recommendation.unknown-place'],
    ['a page', '{ page: evidence/drill/', '{ page: evidence/drills/', 'recommendation.unknown-place'],
    ['a command', '{ command: score-predictions', '{ command: score-guesses', 'recommendation.unknown-place'],
    ['a scene', 'case: closing-day, scene: d24', 'case: closing-day, scene: d99', 'recommendation.unknown-scene'],
    ['a view', '{ division: seat, view: careful }', '{ division: seat, view: bold }', 'recommendation.unknown-view'],
    ['a section', 'section: preface', 'section: foreword', 'recommendation.unknown-section'],
    ['a number', '- id: S9\n', '- id: S10\n', 'recommendation.out-of-order'],
  ])('are refused, with the line, where %s is not there', (_, from, to, code) => {
    expect(codesWith((text) => text.replace(from, to))).toEqual([`${code} at a line`]);
  });

  it('are refused where a place stands twice', () => {
    const twice = (text: string) => text.replace(/^( {6}- \{ lesson: j5, how: .*\n)/m, '$1$1');

    expect(codesWith(twice)).toEqual(['recommendation.place-twice at a line']);
  });
});

describe('a number of a recommendation in a text', () => {
  const NUMBER = /\bS[1-9]\d?\b/g;
  const numbersIn = (text: string) => text.replace(/<Rec id="S\d{1,2}" \/>/g, '').match(NUMBER) ?? [];
  const below = (folder: string, ending: string) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .map((name) => ({ name, text: readFileSync(join(ROOT, folder, name), 'utf8') }));
  const known = new Set(recommendations.map(({ id }) => id));
  /** Words that only tell how the numbers run. */
  const ABOUT_NUMBERS = 'S1 to S82';

  /** Numbers in the sentences of a file; a field that is a number and nothing else is a reference. */
  function strayIn(value: unknown): string[] {
    if (typeof value === 'string') {
      if (/^S[1-9]\d?$/.test(value)) return known.has(value) ? [] : [value];
      return numbersIn(value.replace(ABOUT_NUMBERS, ''));
    }
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strayIn) : [];
  }

  it('is a link to its page: lessons write <Rec>, and other files name it in a field of its own', () => {
    const inLessons = below('content/en', '.mdx').flatMap(({ name, text }) =>
      numbersIn(text).map((number) => `${name}: ${number}`),
    );
    const inFiles = [
      ...below('content', '.yaml').filter(({ name }) => name !== 'recommendations.yaml'),
      ...below('scenarios', '.yaml'),
    ].flatMap(({ name, text }) => strayIn(parse(text)).map((number) => `${name}: ${number}`));
    const inMessages = MESSAGE_FILES.flatMap(({ name, messages }) =>
      strayIn(messages).map((number) => `${name}: ${number}`),
    );
    const inPages = below('src', '.astro').flatMap(({ name, text }) =>
      numbersIn(
        text
          .replaceAll(/\/\*[\s\S]*?\*\//g, '')
          .replaceAll(/^\s*\/\/.*$/gm, '')
          .replaceAll('such as S12', ''),
      ).map((number) => `${name}: ${number}`),
    );

    expect([...inLessons, ...inFiles, ...inMessages, ...inPages]).toEqual([]);
  });

  it('is found where it stands bare', () => {
    expect(strayIn({ text: 'As S72 says.', cites: 'S72' })).toEqual(['S72']);
    expect(strayIn({ cites: 'S83' })).toEqual(['S83']);
    expect(numbersIn('See <Rec id="S12" /> and S13.')).toEqual(['S13']);
  });
});
