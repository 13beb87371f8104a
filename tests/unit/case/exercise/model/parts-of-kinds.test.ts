import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KIND_SHOWS } from '#kinds/shipped/islands/shows.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';
import { ROOT, theCase } from '../../../../support/builders/the-library.ts';
import { addTally, TALLY } from '../../../../support/builders/toy-kind.ts';
import { allKinds, missingEntries, missingWords } from '../../../../support/kinds/parts-of-kind.ts';

/** The shortest shipped case with an exercise of the kind: its folder. */
function caseOf(kind: string): string {
  const stories = readdirSync(join(ROOT, 'scenarios'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, text: readFileSync(join(ROOT, 'scenarios', name, 'scenario.yaml'), 'utf8') }))
    .filter(({ text }) => new RegExp(`^ +kind: ${kind}$`, 'm').test(text))
    .sort(
      (a, b) =>
        Number(/preset: field/.test(a.text)) - Number(/preset: field/.test(b.text)) || a.text.length - b.text.length,
    );
  if (!stories[0]) throw new Error(`No case under scenarios/ has an exercise of kind ${kind}. Write one.`);
  return `scenarios/${stories[0].name}`;
}

describe.each(allKinds())('the kind %s', (kind) => {
  it('is in every registry that each kind needs', () => {
    expect(missingEntries(kind)).toEqual([]);
  });

  it('has words wherever shared screens search for them', () => {
    expect(missingWords(kind, theCase(caseOf(kind)))).toEqual([]);
  });
});

describe('scenarios/README.md', () => {
  const readme = readFileSync(join(ROOT, 'scenarios/README.md'), 'utf8');

  it.each([
    ['the reserved words', /^\| `kind` +\| of an exercise ([^;]*);/m],
    ['the table of scenes', /^\| `exercise` .*?`kind` \(([^)]*)\)/m],
  ])('names every kind and no other: %s', (_, row) => {
    const named = row.exec(readme)?.[1] ?? '';

    expect([...named.matchAll(/`([\w-]+)`/g)].map(([, kind]) => kind)).toEqual(allKinds());
  });
});

describe('a kind of which parts are left out', () => {
  const out: (() => void)[] = [];
  beforeAll(() => {
    out.push(addTally());
  });
  afterAll(() => {
    for (const takeOut of out) takeOut();
  });
  const toyCase = () =>
    smallCase(
      (text) => text.replace('kind: detection', `kind: ${TALLY}`),
      (text) => `${text}tally: { most: 5 }\n`,
    );

  it('is told which entries it lacks, and where', () => {
    expect(missingEntries(TALLY)).toEqual([
      'tally in src/kinds/shipped/model/handled.ts',
      'tally in src/kinds/shipped/islands/kind-shows.ts',
    ]);
    expect(missingEntries('nobody')).toHaveLength(8);
    expect(allKinds()).toContain(TALLY);
  });

  it('is told which words it lacks, and where', () => {
    const step = () => import('#case/play/islands/NarrativeStep.svelte');
    out.push(KIND_SHOWS.add(TALLY, { step, debrief: step as never, fold: TALLY }));

    expect(missingWords(TALLY, toyCase())).toEqual([
      'scored.tally in src/i18n/words/en/case/scored.json',
      'kind.tally in src/i18n/words/en/studio/scene.json',
      'tally in src/i18n/words/en/case/debrief.json',
      'tally.ads in src/i18n/words/en/case/scoring.json',
      'tally.ads.what in src/i18n/words/en/case/scoring.json',
    ]);
  });
});
