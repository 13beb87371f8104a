import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Edit } from '#studio/model/edit.ts';
import { quickFix } from '#studio/model/quick-fix.ts';
import { caseOfDraft, KEY_FILE, STORY_FILE, type StudioCase } from '#studio/model/studio-case.ts';
import { createDraftEngine } from '#studio/use-cases/draft-engine.ts';
import { LIBRARY } from '../../../support/builders/the-library.ts';

const FILES = Object.fromEntries(
  [STORY_FILE, KEY_FILE].map((name) => [name, readFileSync(`scenarios/quiet-number/${name}`, 'utf8')]),
);

const option = (n: number, field: string) => ['states', 'd01', 'options', n, field];

/** Defects that an author can make, with the code under which they are found. */
const DEFECTS: readonly { readonly code: string; readonly edits: readonly Edit[] }[] = [
  {
    code: 'scenario.missing-target-near',
    edits: [{ do: 'set', file: STORY_FILE, at: option(0, 'next'), value: 'd2' }],
  },
  {
    code: 'scenario.unused-variable',
    edits: [
      { do: 'set', file: STORY_FILE, at: ['variables', 'rung'], value: { type: 'bool', initial: false } },
      { do: 'set', file: STORY_FILE, at: option(1, 'set'), value: { rung: true }, after: ['text'] },
    ],
  },
  {
    code: 'scenario.unreachable-state',
    edits: [
      {
        do: 'set',
        file: STORY_FILE,
        at: ['states', 'lost'],
        value: { type: 'end', stage: 'debrief', title: 'Lost', text: 'Nobody comes here at all.' },
      },
    ],
  },
  {
    code: 'key.option-without-rating',
    edits: [{ do: 'remove', file: KEY_FILE, at: ['decisions', 'd01', 'options', 'a'] }],
  },
  {
    code: 'key.unknown-option',
    edits: [
      {
        do: 'set',
        file: KEY_FILE,
        at: ['decisions', 'd01', 'options', 'z'],
        value: { rating: 'good', reason: 'It helps.' },
      },
    ],
  },
];

it.each(DEFECTS)('the fix for $code removes it and adds no other fault', ({ code, edits }) => {
  const engine = createDraftEngine(LIBRARY);
  engine.open(FILES);
  const state = engine.edit(edits);
  const found = engine.check().findings.find(({ issue }) => issue.code === code);
  const edited = caseOfDraft(FILES, { ...state.values }, 'detection') as StudioCase;
  const cure = found && quickFix(edited, found.issue);
  expect(cure?.edits.length).toBeGreaterThan(0);

  engine.edit(cure?.edits ?? []);

  const left = engine.check().findings.map(({ issue }) => issue.code);
  // A rating that has just been added has a reason to be written.
  expect(left.filter((other) => other !== 'scenario.to-write')).toEqual([]);
});
