import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterBalance, optionBalance } from '#studio/model/balance.ts';
import { addOption, isRated } from '#studio/model/commands/option-commands.ts';
import { readCondition, variablesOf } from '#studio/model/condition.ts';
import type { DraftFiles } from '#studio/model/draft.ts';
import { applyEdit, type Edit, type FileValue } from '#studio/model/edit.ts';
import { quickFix } from '#studio/model/quick-fix.ts';
import { caseOfDraft, KEY_FILE, optionsOf, STORY_FILE, studioCase, textAt } from '#studio/model/studio-case.ts';
import { leadsOf, leadsTo, readingOrder } from '#studio/model/targets.ts';
import { timedInjects } from '#studio/model/time-line.ts';
import { translatedTexts } from '#studio/model/translation.ts';
import { sayFinding } from '#studio/screens/say-finding.ts';
import { shownTargets } from '#studio/screens/shown-targets.ts';
import { createDraftEngine } from '#studio/use-cases/draft-engine.ts';
import { aHostileDraft } from '../../../support/builders/hostile-draft.ts';
import { KINDS } from '../../../support/builders/kinds.ts';
import { anAuthorMove, editsOf } from '../../../support/builders/random-author.ts';
import { LIBRARY } from '../../../support/builders/the-library.ts';
import { inFull } from '../../../support/in-full.ts';

const shipped = (id: string): DraftFiles => ({
  [STORY_FILE]: readFileSync(`scenarios/${id}/${STORY_FILE}`, 'utf8'),
  [KEY_FILE]: readFileSync(`scenarios/${id}/${KEY_FILE}`, 'utf8'),
});

/** Everything that the screens compute of a case; throws nothing. */
function lookAt(files: DraftFiles, engine = createDraftEngine(LIBRARY)) {
  const opened = engine.open(files);
  const { findings } = engine.check();
  const edited = caseOfDraft(opened.files, opened.values, 'detection');
  if (!edited) return { findings, edited };
  const { story } = edited;
  const scenes = Object.keys(story.states);
  const order = readingOrder(story);
  // Each scene once, and nothing else.
  expect([...order].sort()).toEqual([...scenes].sort());
  expect(shownTargets(story)).toHaveLength(scenes.length);
  letterBalance(edited);
  translatedTexts(edited, 'de');
  for (const { earliest = 0 } of timedInjects(story)) expect(earliest).toBeGreaterThanOrEqual(0);
  for (const { type, values: held } of variablesOf(story))
    if (type === 'one-of') expect(new Set(held).size).toBe(held.length);
  for (const [id, scene] of Object.entries(story.states)) {
    leadsOf(story, id);
    leadsTo(story, id);
    optionBalance(edited, id);
    isRated(edited, id);
    addOption(edited, id);
    for (const option of optionsOf(scene)) readCondition(textAt(option, 'when'));
  }
  for (const { issue } of findings) {
    sayFinding(issue, edited, KINDS);
    quickFix(edited, issue);
  }
  return { findings, edited };
}

describe('a draft of any shape', () => {
  it('stops neither the checker nor the screens, and can be edited if cards show it', () => {
    const engine = createDraftEngine(LIBRARY);
    let asCards = 0;
    fc.assert(
      fc.property(aHostileDraft, fc.array(anAuthorMove, { maxLength: 3 }), (files, moves) => {
        const { edited } = lookAt(files, engine);
        if (!edited) return;
        asCards += 1;
        let values: Readonly<Record<string, FileValue>> = engine.open(files).values;
        for (const move of moves) {
          const now = studioCase(values[STORY_FILE], values[KEY_FILE], 'detection', values);
          if (!now) break;
          const edits = editsOf(now, move);
          const shown = shownAfter(values, edits);
          // What does not fit is refused by the page and by the worker alike.
          if (shown === undefined) {
            expect(() => engine.edit(edits)).toThrow(RangeError);
            break;
          }
          values = engine.edit(edits).values;
          expect(values).toEqual(shown);
        }
      }),
      { numRuns: inFull(3_000, 25) },
    );
    // One in twelve or so; a few runs may meet none.
    expect(asCards).toBeGreaterThanOrEqual(inFull(10, 0));
  });

  it.each(['constructor', 'toString', '__proto__', 'valueOf'])('reports a transition to %s as unknown', (name) => {
    const files = shipped('quiet-number');
    const to = (files[STORY_FILE] ?? '').replace('    next: find\n', `    next: ${name}\n`);
    const { findings, edited } = lookAt({ ...files, [STORY_FILE]: to });

    expect(findings.some(({ issue }) => issue.severity === 'error')).toBe(true);
    expect(edited?.story.states[name]).toBeUndefined();
  });

  it('can only be edited as text if its key cannot be parsed, so that no empty key replaces it', () => {
    const files = shipped('quiet-number');
    const { edited } = lookAt({ ...files, [KEY_FILE]: `${files[KEY_FILE]}\n  : [` });
    expect(edited).toBeUndefined();
    expect(lookAt({ [STORY_FILE]: files[STORY_FILE] ?? '' }).edited?.key).toEqual({});
  });

  it('can only be edited as text if two options or parts share an id, or an option is a number', () => {
    const files = shipped('quiet-number');
    const story = files[STORY_FILE] ?? '';
    const broken = [
      story.replace('- id: notify\n', '- id: contact\n'),
      story.replace('{ id: find, title: Find }', '{ id: briefing, title: Find }'),
      story.replace('      - id: contact\n        text:', '      - 7\n      - id: contact\n        text:'),
    ];
    for (const text of broken) {
      expect(text).not.toBe(story);
      const { findings, edited } = lookAt({ ...files, [STORY_FILE]: text });
      expect(edited).toBeUndefined();
      expect(findings.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['two million letters', () => `title: ${'x'.repeat(2_000_000)}`],
    ['lists in lists', () => `states: ${'['.repeat(50_000)}`],
    [
      'aliases of aliases',
      () =>
        `a: &a [x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*${n ? `b${n - 1}` : 'a'}, *${n ? `b${n - 1}` : 'a'}]`).join('\n')}`,
    ],
    ['a hundred thousand fields', () => Array.from({ length: 100_000 }, (_, n) => `f${n}: 1`).join('\n')],
    ['a key that says __proto__', () => '__proto__: { states: { a: { type: end } } }\nid: a\ninitial: a\n'],
  ])('does not hang the checker: %s', (_, make) => {
    const before = process.cpuUsage();
    const { findings, edited } = lookAt({ [STORY_FILE]: make(), [KEY_FILE]: make() });
    const { user } = process.cpuUsage(before);

    expect(findings.length).toBeGreaterThan(0);
    expect(edited).toBeUndefined();
    expect(user / 1_000_000).toBeLessThan(2);
  });
});

/** The values that the page shows after edits; undefined where one of them does not fit. */
function shownAfter(values: Readonly<Record<string, FileValue>>, edits: readonly Edit[]) {
  const shown = { ...values };
  try {
    for (const edit of edits) shown[edit.file] = applyEdit(shown[edit.file] ?? {}, edit);
    return shown;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
