import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import type { CourtFile } from '#kinds/courtroom/model/court-file.ts';
import type { CourtroomFacts } from '#kinds/courtroom/model/facts.ts';
import { judgeCells } from '#kinds/courtroom/model/judge-cells.ts';
import type { CourtroomKey } from '#kinds/courtroom/model/key-schemas.ts';
import type { CourtroomAction } from '#kinds/courtroom/model/play.ts';
import { COURTROOM_SENTENCES } from '#kinds/courtroom/model/sentences.ts';
import { accuseOfAll, decideNothing } from '#kinds/courtroom/use-cases/players.ts';
import {
  BOXES,
  cell,
  file,
  key,
  ORACLE,
  played,
  row,
  scaled,
  scored,
  table,
} from '../../../../support/kinds/courtroom/play-a-court.ts';

describe('the score of a court file', () => {
  it('is 1 for the oracle, and 0 for an empty response', () => {
    expect(new Set(Object.values(scaled(ORACLE)))).toEqual(new Set([1]));
    expect(new Set(Object.values(scaled([])))).toEqual(new Set([0]));
  });

  it.each([
    ['lets everything speak for everything', accuseOfAll(table)],
    ['asks the same of every row and says 50 of everything', decideNothing(table)],
    [
      'takes the first place of each exhibit, and the first outcome',
      [
        ...file.bundle.elements.flatMap(({ id }) =>
          file.bundle.exhibits.map((exhibit) => cell(`${id} ${exhibit.id} against`, `${exhibit.id} 1`)),
        ),
        ...file.bundle.elements.map(({ id }) => row(id, 'not-met', 'close')),
      ],
    ],
  ])('stays at the floor for one who %s', (_, actions) => {
    const { outcomes: _ruled, sums: _summed, ...scores } = scaled(actions);

    for (const value of Object.values(scores)) expect(value).toBe(0);
  });

  it('is never above the baseline for rows with all the same state and measure', () => {
    for (const state of ['met', 'not-met', 'ask'] as const)
      for (const { id: measure } of file.bundle.measures)
        expect(scaled(file.bundle.elements.map(({ id }) => row(id, state, measure)))['rows']).toBe(0);
  });

  it('is one minus the Brier score: computed by hand for three rows', () => {
    const set = (element: string, percent: number): CourtroomAction => ({
      type: 'view.set',
      view: 'first',
      element,
      percent,
    });

    const { criteria } = scored([set('brings', 80), set('holds', 50), set('profits', 30)]);

    // Rows: brings and holds are so, profits is not. 1 - 0.04, 1 - 0.25, 1 - 0.09. The same for all is best at 2/3.
    const views = criteria.find(({ id }) => id === 'courtroom.probabilities');
    expect(views?.raw).toBeCloseTo(0.96 + 0.75 + 0.91, 10);
    expect(views?.min).toBeCloseTo(3 - 3 * (2 / 3) * (1 / 3), 10);
    expect(views?.max).toBe(3);
  });

  it('leaves out the probability of a row in which something has to be asked first', () => {
    const rows = key.rows.map((one) => (one.element === 'holds' ? { ...one, state: 'ask' as const } : one));
    const views = (percent: number) =>
      scored([{ type: 'view.set', view: 'first', element: 'holds', percent }], file, { ...key, rows }).criteria.find(
        ({ id }) => id === 'courtroom.probabilities',
      );

    // One of the two rows that are left is so: 50 for both is the best that says the same of both.
    expect(views(100)).toEqual(views(0));
    expect(views(100)).toMatchObject({ raw: 0, min: 2 * 0.75, max: 2 });
  });

  it('does not count an unset row as 50', () => {
    const half: CourtroomAction[] = file.bundle.elements.map(({ id: element }) => {
      return { type: 'view.set', view: 'first', element, percent: 50 };
    });
    const raw = (actions: readonly CourtroomAction[]) =>
      scored(actions).criteria.find(({ id }) => id === 'courtroom.probabilities')?.raw ?? 0;

    expect(raw(half)).toBeCloseTo(3 * 0.75, 10);
    expect(raw(half.slice(1))).toBeCloseTo(2 * 0.75, 10);
  });

  it('prefers the last view to the first one, element by element', () => {
    const both: CourtroomAction[] = [
      { type: 'view.set', view: 'first', element: 'brings', percent: 0 },
      { type: 'view.signed' },
      { type: 'view.set', view: 'first', element: 'brings', percent: 60 },
      { type: 'view.set', view: 'last', element: 'brings', percent: 100 },
    ];

    expect(played(both)).toMatchObject({ first: { brings: 0 }, last: { brings: 100 } });
    expect(scored(both).criteria.find(({ id }) => id === 'courtroom.probabilities')?.raw).toBe(1);
  });
});

describe('a cell', () => {
  const pinpoints = (...actions: CourtroomAction[]) =>
    scored(actions).criteria.find(({ id }) => id === 'courtroom.pinpoints')?.raw;

  it.each([
    ['with its bearing and one of its places', cell('brings E1 for', 'E1 1'), 1],
    ['with every payment that its rule stands for', cell('holds E2 for', 'E2 1; E2 3'), 1],
    ['with a place that says something else too', cell('brings E1 for', 'E1 1; E1 2'), 0],
    ['without a place', cell('brings E1 for', ''), 0],
    ['with the contrary bearing', cell('brings E1 against', 'E1 1'), -1],
    ['of an exhibit that says nothing of it', cell('profits E1 for', 'E1 1'), -1],
    ['that was read as silent', cell('profits E1 silent', ''), 0],
  ])('%s', (_, action, points) => {
    expect(pinpoints(action)).toBe(points);
  });

  it.each([
    ['with a place that says something else', cell('brings E1 for', 'E1 1; E1 2'), [['E1 2']]],
    ['without a place', cell('brings E1 for', ''), [[]]],
    ['with one of its places', cell('brings E1 for', 'E1 1'), []],
    ['with the contrary bearing', cell('brings E1 against', 'E1 2'), []],
  ])('%s is told by its wrong places', (_, action, wrong) => {
    const { misplaced } = judgeCells(played([action]).cells, file.bundle, key);

    expect(misplaced.map((one) => one.wrong)).toEqual(wrong);
    expect((scored([action]).facts as CourtroomFacts).cells.misplaced).toBe(wrong.length);
  });

  it('counts as it stands at the end', () => {
    expect(pinpoints(cell('brings E1 against', 'E1 1'), cell('brings E1 for', 'E1 1'))).toBe(1);
    expect(pinpoints(cell('brings E1 for', 'E1 1'), { type: 'cell.cleared', element: 'brings', exhibit: 'E1' })).toBe(
      0,
    );
  });
});

describe('a ruling', () => {
  const sign = (outcome: string): CourtroomAction => ({ type: 'ruling.signed', motion: 'copy', outcome, boxes: BOXES });
  const facts = (...actions: CourtroomAction[]) => scored(actions).facts as CourtroomFacts;

  it('counts by the law of the State of the file alone', () => {
    const elsewhere: CourtFile = { ...file, law: { ...file.law, regime: 'exclusion' } };
    const raw = (of: CourtFile) =>
      scored([sign('limited')], of).criteria.find(({ id }) => id === 'courtroom.outcomes')?.raw;

    expect([raw(file), raw(elsewhere)]).toEqual([1, 0]);
  });

  it('is added to, and never replaced; the last one counts', () => {
    const { rulings } = played([sign('admit'), sign('limited')]);

    expect(rulings.map(({ outcome }) => outcome)).toEqual(['admit', 'limited']);
    expect(new Set(rulings.map(({ hash }) => hash)).size).toBe(2);
    expect(facts(sign('admit'), sign('limited')).motions[0]?.forbidden).toBe(false);
  });

  it('has a hash over every word, its outcome and its time', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 6, maxLength: 6 }), fc.nat(5), (boxes, n) => {
        const hash = (of: readonly string[]) =>
          played([{ ...sign('limited'), boxes: of } as CourtroomAction]).rulings[0]?.hash;
        const changed = boxes.map((box, line) => (line === n ? `${box}.` : box));

        expect(hash(boxes)).toMatch(/^[0-9a-f]{64}$/);
        expect(hash(boxes)).toBe(hash([...boxes]));
        expect(hash(changed)).not.toBe(hash(boxes));
      }),
      { numRuns: 30 },
    );
  });

  it('that the State rules out is reported with its motion and event', () => {
    const sentences = sentencesFrom(COURTROOM_SENTENCES, facts(sign('admit')));

    expect(sentences.find(({ id }) => id === 'court.ruling.forbidden')).toEqual({
      id: 'court.ruling.forbidden',
      params: { motion: 'The copy', outcome: 'Take it as the source.' },
      events: [1],
    });
  });
});

describe('what is not marked', () => {
  it('includes prose: no text changes a point', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const written = (said: string): CourtroomAction[] => [
          ...ORACLE,
          { type: 'reasons.written', text: said },
          { type: 'chair.argued', motion: 'copy', text: said },
          { type: 'twist.answered', motion: 'copy', towards: 2, why: said },
          { type: 'line.marked', motion: 'copy', line: 0, by: 2, mark: 0 },
        ];
        expect(scored(written(text)).criteria).toEqual(scored(written(other)).criteria);
      }),
      { numRuns: 20 },
    );
  });

  it('includes any choice of the judgment without a red line', () => {
    const chosen = (option: string): CourtroomAction[] => [...ORACLE, { type: 'choice.made', question: 'end', option }];

    expect(scored(chosen('acquit')).criteria).toEqual(scored(chosen('convict')).criteria);
  });
});

describe('a red line in the judgment', () => {
  const convict = key.judgment['end']?.options['convict'];
  const red: CourtroomKey = {
    ...key,
    judgment: {
      end: { options: { ...key.judgment['end']?.options, convict: { ...convict, view: 'red' } }, sources: [] },
    },
  } as CourtroomKey;
  const chosen = (option: string): CourtroomAction[] => [...ORACLE, { type: 'choice.made', question: 'end', option }];
  const outcomes = (option: string) =>
    scored(chosen(option), file, red).criteria.find(({ id }) => id === 'courtroom.outcomes')?.scaled;

  it('takes away an outcome that the law allows, and is named', () => {
    expect([outcomes('acquit'), outcomes('convict')]).toEqual([1, 0]);
    const sentences = sentencesFrom(COURTROOM_SENTENCES, scored(chosen('convict'), file, red).facts as CourtroomFacts);
    expect(sentences.find(({ id }) => id === 'court.red-line')?.params).toEqual({
      question: 'The end',
      choice: 'All of it.',
    });
  });
});

it('a bundle whose exhibits change places is scored by the places, and not by their order', () => {
  const turned: Bundle = { ...file.bundle, exhibits: file.bundle.exhibits.toReversed() };

  expect(scored(ORACLE, { ...file, bundle: turned }).criteria).toEqual(scored(ORACLE).criteria);
});
