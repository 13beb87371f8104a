import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ratedDecisions } from '#case/language/model/compiled-scenario.ts';
import { KIND_NAMES } from '#kinds/shipped/model/kinds.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { PROJECT, ROOT } from '../support/builders/the-library.ts';
import { linesOf, partsOf, rowsUnder, told } from '../support/readmes.ts';

const README = 'README.md';
const lines = linesOf(README);
const loaded = loadProject(PROJECT, KINDS);
const cases = loaded.ok ? loaded.value.cases : [];
const catalogue = loaded.ok ? [...loaded.value.library.catalogue.values()] : [];
const SMALL = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ');
const inWords = (n: number) => SMALL[n] ?? (n === 51 ? 'fifty-one' : String(n));

/** The first place where a number stands behind or before these words, as it is written there. */
function saidOf(what: RegExp): string {
  const text = lines
    .map((line) => line.text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
  return what.exec(text)?.[1] ?? `README.md says nothing like ${what}`;
}

describe('the front page', () => {
  it('is one page, and no line is wider than a terminal', () => {
    const wide = lines.filter(({ text }) => text.length > 125 && !text.startsWith('!['));

    expect(wide.map((line) => told(line))).toEqual([]);
    expect(lines.length).toBeLessThanOrEqual(150);
  });

  it('has one picture, which is there', () => {
    const [picture, ...others] = lines.flatMap(({ text }) => /^!\[.{20,}\]\((\S+)\)$/.exec(text)?.[1] ?? []);

    expect(others).toEqual([]);
    expect(existsSync(join(ROOT, picture ?? 'no picture'))).toBe(true);
  });

  it('gives two commands', () => {
    expect(partsOf(README).blocks.flatMap((block) => block.lines.map(({ text }) => text))).toEqual([
      'npm start',
      'npm test',
    ]);
  });

  it('states correct counts', () => {
    const stories = cases.filter(({ scenario }) => ratedDecisions(scenario).length > 0).length;
    const count = (kind: string) => inWords(catalogue.filter((entry) => entry.kind === kind).length);

    expect(saidOf(/there are ([\w-]+) cases/)).toBe(inWords(stories));
    expect(saidOf(/([\w-]+) exercises train/)).toBe(inWords(cases.length - stories));
    expect(saidOf(/describes ([\w-]+) signs,/)).toBe(count('sign'));
    expect(saidOf(/([\w-]+) traps and/)).toBe(count('trap'));
    expect(saidOf(/([\w-]+) protective cues/)).toBe(count('cue'));
    expect(saidOf(/the ([\w-]+) kinds of exercise/)).toBe(inWords(KIND_NAMES.length));
  });

  it('says that answers are unencrypted, because the service worker prefetches them', () => {
    const worker = readFileSync(join(ROOT, 'scripts/astro/service-worker.js'), 'utf8');

    expect(worker.includes('KEYS.map')).toBe(true);
    expect(saidOf(/(the answers are open)/)).toBe('the answers are open');
    expect(saidOf(/(rests on trust)/)).toBe('rests on trust');
  });

  it.each(['everything is invented', 'nobody has reviewed it', 'no study has tested it', 'not endorsed by it'])(
    'is honest: %s',
    (words) => {
      expect(saidOf(new RegExp(`(${words})`))).toBe(words);
    },
  );

  it('names every door of the code', () => {
    const doors = rowsUnder('src/README.md', 'door').map(({ cells }) => cells[0]);

    expect(rowsUnder(README, 'door').map(({ cells }) => cells[0]?.replaceAll('`', ''))).toEqual(doors);
  });
});
