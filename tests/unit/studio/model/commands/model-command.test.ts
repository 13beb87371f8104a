import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findModel, writeModel } from '#studio/model/commands/model-command.ts';
import { caseOfDraft, KEY_FILE, STORY_FILE, type StudioCase, studioCase } from '#studio/model/studio-case.ts';
import { createDraftEngine } from '#studio/use-cases/draft-engine.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

type Told = Parameters<typeof studioCase>[0];

/** A case of these scenes, in which `rated` names the options that are good. */
function aCase(states: object, variables: object = {}, rated: Record<string, string> = {}): StudioCase {
  const decisions = Object.fromEntries(
    Object.entries(rated).map(([scene, good]) => [
      scene,
      { options: Object.fromEntries(['a', 'b'].map((id) => [id, { rating: id === good ? 'good' : 'harmful' }])) },
    ]),
  );
  const story = { id: 'x', initial: 'first', variables, states } as Told;
  return studioCase(story, { decisions } as Told, 'detection') as StudioCase;
}
const asks = (...options: object[]) => ({ type: 'decision', options });
const END = { type: 'end' };

describe('the best path', () => {
  it('takes the good option, and the branch of the present facts', () => {
    const edited = aCase(
      {
        first: asks({ id: 'a', next: 'then' }, { id: 'b', set: { rung: 'true' }, next: 'then' }),
        then: { type: 'narrative', next: [{ when: '!rung', next: 'last' }, { next: 'more' }] },
        more: asks({ id: 'a', when: '!rung', next: 'last' }, { id: 'b', next: 'last' }),
        last: END,
      },
      { rung: { type: 'bool', initial: false } },
      { first: 'b' },
    );

    expect(findModel(edited)).toEqual({
      steps: [
        ['first', 'b'],
        ['more', 'b'],
      ],
      assumed: [],
    });
  });

  it('leaves a loop once each of its options was chosen, and stays in it while a fact changes', () => {
    const round = { type: 'narrative', next: 'first' };
    const plain = aCase({ first: asks({ id: 'a', next: 'round' }, { id: 'b', next: 'last' }), round, last: END });
    const counted = aCase(
      {
        first: asks(
          { id: 'a', when: 'calls != 2', set: { calls: 'calls + 1' }, next: 'round' },
          { id: 'b', next: 'last' },
        ),
        round,
        last: END,
      },
      { calls: { type: 'int', initial: 0, min: 0, max: 3 } },
    );

    expect(findModel(plain).steps).toEqual([
      ['first', 'a'],
      ['first', 'b'],
    ]);
    expect(findModel(counted).steps).toEqual([
      ['first', 'a'],
      ['first', 'a'],
      ['first', 'b'],
    ]);
  });

  it.each([
    ['loop', 'round', { first: { type: 'narrative', next: 'round' }, round: { type: 'narrative', next: 'first' } }, {}],
    ['open', 'first', { first: { type: 'narrative', next: 'nowhere' }, last: END }, {}],
    [
      'no-good',
      'first',
      { first: asks({ id: 'a', next: 'last' }, { id: 'b', next: 'last' }), last: END },
      { first: 'c' },
    ],
    ['group', 'first', { first: { type: 'group', states: {}, next: 'last' }, last: END }, {}],
  ])('is not written where it ends in a %s, which is said', (why, scene, states, rated) => {
    const edited = aCase(states, {}, rated);

    expect(findModel(edited)).toEqual({ trouble: { why, scene }, assumed: [] });
    expect(writeModel(edited)).toEqual([]);
  });

  it('reports formulas that it cannot evaluate and assumes to hold', () => {
    const branches = [{ when: 'calls > 1 || rung', next: 'last' }, { next: 'first' }];
    const edited = aCase({ first: { type: 'narrative', next: branches }, last: END });

    expect(findModel(edited)).toEqual({ steps: [], assumed: ['first'] });
  });
});

describe('the path written for a shipped case', () => {
  const ids = readdirSync('scenarios').filter((id) => existsSync(`scenarios/${id}/${KEY_FILE}`));
  it.each(ids)('of %s is played by the checker, or is not written because of a group', (id) => {
    const files = Object.fromEntries(
      [STORY_FILE, KEY_FILE].map((name) => [name, readFileSync(`scenarios/${id}/${name}`, 'utf8')]),
    );
    const engine = createDraftEngine(LIBRARY);
    const { values } = engine.open(files);
    const edited = caseOfDraft(files, { ...values }, 'detection') as StudioCase;
    const { steps, trouble } = findModel(edited);
    if (!steps) {
      expect(trouble?.why).toBe('group');
      return;
    }
    const edits = writeModel(edited);
    // What its authors wrote is checked with the case.
    if (edits.length === 0) return;
    engine.edit(edits);
    expect(engine.check().findings.filter(({ issue }) => issue.code === 'key.model-not-playable')).toEqual([]);
  });
});
