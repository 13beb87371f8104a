import { describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { KindInLog } from '#case/debrief/screens/kind-in-log.ts';
import { logRows } from '#case/debrief/screens/log-rows.ts';
import type { Scenes } from '#case/language/model/scenes.ts';
import { KIND_READS } from '#kinds/shipped/model/reads.ts';
import { KIND_DEBRIEF_WORDS } from '#kinds/shipped/screens/debrief-words.ts';
import acts from '#words/case/acts.json' with { type: 'json' };

const AT = '2031-03-03T09:00:00Z';
const event = (seq: number, step: object) => ({ seq, at: AT, wall: AT, prev: '', hash: '', ...step });
const rowsOf = (...steps: readonly object[]) => rowsOfKind(undefined, ...steps);
/** The rows of steps in an exercise of that kind. */
const rowsOfKind = (kind: string | undefined, ...steps: readonly object[]) => {
  const scenes = { call: { title: 'The call', options: [{ id: 'ring', text: 'Ring the person' }] } };
  const events = steps.map((step, n) => event(n + 1, step)) as unknown as AttemptLog['events'];
  const played = kind === undefined ? undefined : { kind: {}, words: KIND_DEBRIEF_WORDS.need(kind), brief: {} };
  return logRows({ events }, scenes as unknown as Scenes, { 'always-available': 'Always there' }, () => played);
};

interface Schema {
  readonly def: { readonly options?: readonly Schema[]; readonly values?: readonly string[] };
  readonly shape?: { readonly type: Schema };
}
/** The types of acts that a schema knows. */
const typesIn = ({ def, shape }: Schema): string[] => [
  ...(def.options ?? []).flatMap(typesIn),
  ...(shape?.type.def.values ?? []),
];

describe('the rows of the attempt log', () => {
  it('have the number, the scene and what was done, an option by its words', () => {
    expect(rowsOf({ type: 'decision.made', state: 'call', option: 'ring' })).toEqual([
      { seq: 1, at: AT, title: 'The call', words: 'chose: Ring the person' },
    ]);
  });

  it('name an act at a desk and its object, but not the person', () => {
    const acted = (kind: string, action: object) =>
      rowsOfKind(kind, { type: 'exercise.acted', state: 'call', action })[0]?.words;

    expect(acted('preservation', { type: 'page.captured', ad: '0301', actor: 'N. N.', sha256: 'ab' })).toBe(
      'captured what the address sent, ad 0301',
    );
    expect(acted('detection', { type: 'ad.marked', ad: '0302', indicator: 'always-available' })).toBe(
      'marked a place, ad 0302, “Always there”',
    );
    expect(acted('preservation', { type: 'shortcut.taken', shortcut: 'face-search' })).toBe(
      'took a shortcut, a face search',
    );
    expect(acted('ledger', { type: 'payment.keyed', role: 'sweep', no: 6 })).toBe(
      'chose a key payment of the sheet, payment 6, sweep',
    );
    expect(acted('ledger', { type: 'payment.marked', no: 85, role: 'exit' })).toBe(
      'gave a payment a role, payment 85, exit',
    );
    expect(acted('ledger', { type: 'path.traced', path: { hops: ['W01', 'W02'], sim: 10 } })).toBe(
      'kept a path of money, W01 › W02, SIM 10',
    );
  });

  it('show level, certainty and next step of a judgement in the words of the buttons', () => {
    const action = { type: 'ad.judged', ad: '0340', band: 'unknown', certainty: 3, next: 'check-links' };

    expect(rowsOfKind('detection', { type: 'exercise.acted', state: 'call', action })[0]?.words).toBe(
      'judged an ad, ad 0340, “need more information”, sure, next: check links',
    );
  });

  it('name the row and the exhibit of a cell', () => {
    const action = { type: 'cell.judged', element: 'deceit', exhibit: 'E5', bearing: 'for', places: ['E5 7'] };

    expect(rowsOfKind('courtroom', { type: 'exercise.acted', state: 'call', action })[0]?.words).toBe(
      'judged a cell of the matrix, deceit, E5, for',
    );
  });

  describe('of a kind that says more of its acts', () => {
    const kind: KindInLog = {
      fields: ['statement'],
      nameInLog: (brief, action, field) => (field === 'statement' ? `${brief[String(action[field])]}` : undefined),
      writes: { 'statement.placed': ['statement'] },
      takenBack: { 'statement.placed': 'place' },
    };
    const place = (statement: string, at?: number) => ({
      type: 'exercise.acted',
      state: 'call',
      action: { type: 'statement.placed', statement, ...(at !== undefined && { place: at }) },
    });
    const told = (...deeds: readonly object[]) => {
      const events = deeds.map((deed, n) => event(n + 1, deed)) as unknown as AttemptLog['events'];
      const brief = { keep: 'Keep the page', ask: 'Ask first' };
      return logRows({ events }, {}, {}, (state) => (state === 'call' ? { kind, words: {}, brief } : undefined));
    };

    it('tell its own fields in its words', () => {
      expect(told(place('keep', 1))[0]?.words).toBe('statement placed, Keep the page');
      expect(rowsOf(place('keep', 1))[0]?.words).toBe('statement placed');
    });

    it('tell a thing that is written over and over once, and what was taken back in other words', () => {
      expect(told(place('keep', 1), place('keep', 2), place('ask', 1), place('ask'))).toMatchObject([
        { seq: 1, to: 2 },
        { seq: 3, to: 4, words: 'statement placed back, Ask first' },
      ]);
      expect(rowsOf(place('keep', 1), place('ask', 2), place('ask'))).toMatchObject([{ seq: 1, to: 3 }]);
    });

    it('tell no act of another scene so', () => {
      expect(told({ ...place('keep', 1), state: 'elsewhere' })[0]?.words).toBe('statement placed');
    });
  });

  it('have words for every act of a kind', () => {
    const keys = KIND_READS.entries().flatMap(([kind, { action }]) =>
      typesIn(action as unknown as Schema).map((type) => ({ kind, key: `act.${type}` })),
    );
    const hasWords = ({ kind, key }: { kind: string; key: string }) =>
      Object.hasOwn(KIND_DEBRIEF_WORDS.need(kind), key) || Object.hasOwn(acts, key);

    expect(keys.length).toBeGreaterThan(60);
    expect(keys.filter((one) => !hasWords(one))).toEqual([]);
  });

  it('merge equal entries of one time, with the first and the last number', () => {
    const draft = (kind: string) => ({
      type: 'exercise.acted',
      state: 'call',
      action: { type: 'letter.drafted', letter: { kind, to: 'tessa' } },
    });
    const done = { type: 'exercise.committed', state: 'call' };

    expect(rowsOfKind('requests', draft('order'), draft('order'), draft('order'), draft('notice'), done)).toMatchObject(
      [
        { seq: 1, to: 3, words: 'drafted a letter, an order, tessa' },
        { seq: 4, words: 'drafted a letter, a notice, tessa' },
        { seq: 5 },
      ],
    );
    expect(rowsOf(done, draft('order'))[0]).not.toHaveProperty('to');
  });

  it('have words for every other step', () => {
    const types = ['scene.continued', 'exercise.committed', 'timer.elapsed', 'timer.extended', 'hint.taken'] as const;
    const words = rowsOf(...types.map((type) => ({ type, state: 'call', hint: 0 }))).map((row) => row.words);

    expect(new Set(words).size).toBe(types.length);
    expect(words.every((one) => !one.includes('.'))).toBe(true);
  });
});
