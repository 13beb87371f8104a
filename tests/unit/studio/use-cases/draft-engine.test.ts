import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftFiles } from '#studio/model/draft.ts';
import { applyEdit, type FileValue } from '#studio/model/edit.ts';
import { KEY_FILE, STORY_FILE, type StudioCase, studioCase } from '#studio/model/studio-case.ts';
import { createDraftEngine } from '#studio/use-cases/draft-engine.ts';
import { anAuthorMove, editsOf } from '../../../support/builders/random-author.ts';
import { LIBRARY } from '../../../support/builders/the-library.ts';
import { inFull } from '../../../support/in-full.ts';

const ALL = ['quiet-number', 'after-the-visit', 'five-signs', 'follow-the-money', 'closing-day'];
/** A long story, and an exercise alone. */
const SHIPPED = inFull(ALL, ['five-signs', 'follow-the-money']);

const filesOf = (id: string): DraftFiles =>
  Object.fromEntries(
    readdirSync(`scenarios/${id}`).map((name) => [name, readFileSync(`scenarios/${id}/${name}`, 'utf8')]),
  );

const caseOf = (values: Readonly<Record<string, FileValue>>) =>
  studioCase(values[STORY_FILE], values[KEY_FILE], 'detection', values) as StudioCase;

describe('a draft in the studio', () => {
  it.each(SHIPPED)('shows the content of its files at once, and undoes every step to the byte: %s', (id) => {
    const files = filesOf(id);
    fc.assert(
      fc.property(fc.array(anAuthorMove, { minLength: 4, maxLength: 12 }), (moves) => {
        const engine = createDraftEngine(LIBRARY);
        let state = engine.open(files);
        let steps = 0;
        for (const move of moves) {
          const edits = editsOf(caseOf(state.values), move);
          let shown = state.values;
          for (const edit of edits) shown = { ...shown, [edit.file]: applyEdit(shown[edit.file] ?? {}, edit) };
          const before = state.files;
          state = engine.edit(edits);
          expect(state.values).toEqual(shown);
          if (Object.keys(state.files).some((name) => state.files[name] !== before[name])) steps += 1;
        }
        const last = state.files;
        for (let n = 0; n < steps; n += 1) state = engine.undo();
        expect(state.files).toEqual(files);
        expect(state.canUndo).toBe(false);
        for (let n = 0; n < steps; n += 1) state = engine.redo();
        expect(state.files).toEqual(last);
      }),
      { numRuns: inFull(60, 2) },
    );
  });

  it('reports what an edit has broken, at its position, and nothing after undo', () => {
    const engine = createDraftEngine(LIBRARY);
    engine.open(filesOf('quiet-number'));
    expect(engine.check().findings).toEqual([]);
    engine.edit([
      { do: 'set', file: STORY_FILE, at: ['states', 'd01', 'options', 0, 'next'], value: 'nowhere-at-all' },
      { do: 'set', file: STORY_FILE, at: ['states', 'd02', 'text'], value: 'A pimp waits at the door.' },
    ]);
    const found = engine.check().findings.map(({ issue, state }) => [issue.code, state, issue.path.join('.')]);
    expect(found).toContainEqual(['scenario.missing-target', 'd01', 'states.d01.options.0.next']);
    expect(found).toContainEqual(['safety.C19', 'd02', 'states.d02.text']);
    const unsafe = engine.check().findings.find(({ issue }) => issue.code === 'safety.C19');
    expect('A pimp waits at the door.'.slice(unsafe?.issue.span?.from, unsafe?.issue.span?.to)).toBe('pimp');
    engine.undo();
    expect(engine.check().findings).toEqual([]);
  });

  it('takes a save of another program as a step, and knows the folder of the case', () => {
    const engine = createDraftEngine(LIBRARY);
    const files = filesOf('five-signs');
    engine.open(files, 'five-signs');
    expect(engine.check().findings).toEqual([]);
    const renamed = files[STORY_FILE]?.replace('id: five-signs', 'id: six-signs') ?? '';
    engine.replace({ ...files, [STORY_FILE]: renamed });
    expect(engine.check().findings.map(({ issue }) => issue.code)).toContain('scenario.id-not-folder-name');
    expect(engine.undo().files).toEqual(files);
  });

  it('leaves all files unchanged if one edit of a step does not fit', () => {
    const engine = createDraftEngine(LIBRARY);
    const files = filesOf('five-signs');
    engine.open(files);
    expect(() =>
      engine.edit([
        { do: 'set', file: STORY_FILE, at: ['title'], value: 'Changed' },
        { do: 'remove', file: STORY_FILE, at: ['states', 'not-there'] },
      ]),
    ).toThrow(RangeError);
    expect(engine.undo().files).toEqual(files);
  });

  it('continues with a text that is no YAML, and reports the position', () => {
    const engine = createDraftEngine(LIBRARY);
    const files = filesOf('five-signs');
    engine.open(files);
    const state = engine.write(STORY_FILE, `${files[STORY_FILE]}\n  : [`);
    expect(state.values[STORY_FILE]).toBeUndefined();
    expect(engine.check().findings.some(({ issue }) => issue.severity === 'error')).toBe(true);
    expect(engine.undo().files).toEqual(files);
  });
});
