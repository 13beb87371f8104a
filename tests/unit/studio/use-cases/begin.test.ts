import { describe, expect, it } from 'vitest';
import { checkCase } from '#case/checking/use-cases/check-case.ts';
import { citedInKey } from '#case/scoring/model/cited-in-key.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { required } from '#kernel/model/invariant.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { readCase } from '#library/cases/use-cases/read-case.ts';
import { lintScenarioTexts } from '#library/content/use-cases/lint-authored.ts';
import { MarketProfileIdSchema } from '#market/signs/model/schemas.ts';
import { checkCitations } from '#market/signs/use-cases/check-citations.ts';
import type { DraftFiles } from '#studio/model/draft.ts';
import { beginEmpty, beginFromCase, beginFromPattern, newCaseId } from '#studio/use-cases/begin.ts';
import { shippedCase } from '#studio/use-cases/shipped-case.ts';
import { KINDS } from '../../../support/builders/kinds.ts';
import { LIBRARY, PROJECT } from '../../../support/builders/the-library.ts';
import { written } from '../../../support/builders/written-draft.ts';

const START = { id: 'two-keys', title: 'Two keys: one door', market: 'REG' } as const;

/** The files of a draft as a folder of the project. */
const asProject = (files: DraftFiles, id: string): ProjectFiles => ({
  read: (path) => files[path.slice(`drafts/${id}/`.length)],
  list: (folder) => (folder === `drafts/${id}` ? Object.keys(files).sort() : []),
});
const check = (files: DraftFiles, id: string = START.id) => loadCase(asProject(files, id), `drafts/${id}`, LIBRARY);
const codesOf = (files: DraftFiles) => [...new Set(issuesOf(files).map(({ code }) => code))];

/** What the checker finds without a market, which takes longer than all else. */
function issuesOf(files: DraftFiles) {
  const { scenario, key, issues } = readCase(asProject(files, START.id), `drafts/${START.id}`, KINDS);
  if (!scenario || !key) return issues;
  const found = checkCase({ scenario, key, translations: [] }, KINDS, (texts) => lintScenarioTexts(texts, LIBRARY));
  return [...issues, ...found.issues, ...checkCitations(key, citedInKey(key.value), LIBRARY.sources)];
}

describe('a case that begins with a pattern', () => {
  it('covers the decisions D01 to D30, each once', () => {
    const numbers = Array.from({ length: 30 }, (_, n) => `D${String(n + 1).padStart(2, '0')}`);

    expect(LIBRARY.patterns.map(({ decision }) => decision)).toEqual(numbers);
  });

  it.each(LIBRARY.patterns.map((pattern) => [pattern.decision, pattern] as const))(
    'lacks only the texts of its author: %s',
    (_, pattern) => {
      const files = beginFromPattern(pattern, START);
      const { meters, sources, principle } = pattern;

      expect(codesOf(files)).toEqual(['scenario.to-write']);
      expect(issuesOf(written(files))).toEqual([]);
      const { scenario, key } = readCase(asProject(files, START.id), `drafts/${START.id}`, KINDS);
      const decision = key?.value.decisions['choice'];
      expect(scenario?.value.title).toBe(START.title);
      expect(decision).toMatchObject({ principle, sources });
      const options = Object.values(decision?.options ?? {});
      expect(options.map(({ rating }) => rating).sort()).toEqual(pattern.options.map(({ rating }) => rating).sort());
      for (const { rating, meters: changes } of options) {
        expect(Object.keys(changes)).toEqual(meters);
        expect(Object.values(changes).every((change) => change > 0)).toBe(rating === 'good' || rating === 'acceptable');
      }
    },
  );

  it('does not always have the good option at the same letter', () => {
    const letters = LIBRARY.patterns.map((pattern) => {
      const model = /- \[choice, (\w)\]/.exec(beginFromPattern(pattern, START)['key.yaml'] ?? '')?.[1] ?? '';
      return model;
    });

    for (const letter of 'abcd') expect(letters.filter((one) => one === letter).length).toBeGreaterThan(5);
  });

  it('reports each placeholder with its position and what belongs there', () => {
    const files = beginFromPattern(required(LIBRARY.patterns[0], 'a pattern'), START);
    const found = issuesOf(files).map(({ position, params }) => `${position?.file} ${params.what}`);

    expect(found).toContain('drafts/two-keys/scenario.yaml What the case is about, in one sentence.');
    expect(found.filter((one) => one.startsWith('drafts/two-keys/key.yaml Why, for option'))).toHaveLength(4);
  });
});

describe('a placeholder', () => {
  it('has one finding, whatever its words are', () => {
    const [pattern] = LIBRARY.patterns;
    const files = beginFromPattern(required(pattern, 'a pattern'), START);
    const marked = Object.entries(files).map(([name, text]) => [name, text.replaceAll('TO WRITE.', 'TO WRITE. <b>')]);

    expect(codesOf(Object.fromEntries(marked))).toEqual(['scenario.to-write']);
    expect(
      codesOf({ ...files, 'scenario.yaml': (files['scenario.yaml'] ?? '').replace('Trainee 1', 'A <b>') }),
    ).toEqual(['scenario.to-write', 'scenario.markup']);
  });
});

describe('an empty case', () => {
  it.each(MarketProfileIdSchema.options)(
    'lacks only the texts of its author and something to play, in a market %s',
    (market) => {
      const files = beginEmpty({ ...START, market });

      expect(codesOf(files)).toEqual(['scenario.to-write']);
      expect(check(written(files))).toMatchObject({ ok: false, issues: [{ code: 'scenario.nothing-to-play' }] });
    },
  );
});

describe('a copy of a shipped case', () => {
  const shipped = shippedCase(PROJECT, { id: 'after-the-visit', title: 'After the visit' });

  it('differs from it in id, title and review alone', () => {
    const files = beginFromCase(shipped, START);
    const lines = (name: string, of: DraftFiles) => (of[name] ?? '').split('\n');
    const changed = Object.keys(shipped.files).flatMap((name) =>
      lines(name, files).filter((line, n) => line !== lines(name, shipped.files)[n]),
    );

    expect(Object.keys(files).sort()).toEqual(Object.keys(shipped.files).sort());
    expect(changed.sort()).toEqual([
      'id: two-keys',
      'of: scenario two-keys',
      'scenario: two-keys',
      'scenario: two-keys',
      "title: 'Two keys: one door'",
    ]);
  });

  it('is a case without a fault, and counts as not reviewed', () => {
    const review = (shipped.files['review.yaml'] ?? '').replace('not-reviewed', 'reviewed');
    const loaded = check(beginFromCase({ ...shipped, files: { ...shipped.files, 'review.yaml': review } }, START));

    expect(loaded).toMatchObject({ ok: true, value: { reviewed: false, source: { id: 'two-keys' }, warnings: [] } });
  });
});

describe('newCaseId', () => {
  it.each([
    ['Night shift at the laundry', 'night-shift-at-the-laundry'],
    ['  Café: größe! ', 'cafe-gro-e'],
    ['2 keys', 'keys'],
    ['Ночь', 'case'],
    ['x'.repeat(100), 'x'.repeat(40)],
  ])('makes an id of %j', (title, id) => {
    expect(newCaseId(title, [])).toBe(id);
  });

  it('is never a taken one', () => {
    expect(newCaseId('Two ages', ['two-ages', 'two-ages-2'])).toBe('two-ages-3');
  });
});
