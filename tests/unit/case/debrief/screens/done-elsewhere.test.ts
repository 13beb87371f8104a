import { describe, expect, it } from 'vitest';
import { alignPaths } from '#case/debrief/screens/align-paths.ts';
import { doneElsewhere } from '#case/debrief/screens/done-elsewhere.ts';
import { sayElsewhere, sayModelOf } from '#case/debrief/screens/path-words.ts';
import type { Act } from '#case/exercise/model/acts.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import type { ModelStep, PathStep } from '#case/scoring/model/score-report.ts';
import { playAtRandom } from '../../../../support/builders/random-player.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

const step = (option: string, optionText: string, act?: Act): ModelStep => ({
  state: 'hub',
  title: 'The hub',
  option,
  optionText,
  ...(act && { act }),
});
const taken = (seq: number, of: ModelStep): PathStep => ({ ...of, seq, at: '2031-03-12T10:13:00Z', sources: [] });
const KEEP = step('keep', 'Keep the pages.', 'preserve');
const KEEP_LATE = step('keep-late', 'Keep the pages.', 'preserve');
const TALK = step('talk', 'Talk.', 'contact');
const TELL = step('tell', 'Report.', 'notify');
const MODEL = [KEEP, TALK, TELL];

/** What stands in both columns of each row. */
function told(path: readonly PathStep[], done: readonly { readonly act: Act; readonly seq: number }[]) {
  const rows = alignPaths(path, MODEL);
  const elsewhere = doneElsewhere(rows, { done });
  return rows.map((row) => [
    row.you?.option ?? sayElsewhere(elsewhere.get(row.no)),
    row.model?.option ?? sayModelOf(row, rows, elsewhere),
  ]);
}

describe('a step of the model path that has no step beside it', () => {
  it('is done later where it came late, after the acts that came before it, also under another option', () => {
    const path = [taken(4, TALK), taken(6, TELL), taken(9, KEEP_LATE)];
    const done = [
      { act: 'contact', seq: 4 },
      { act: 'notify', seq: 6 },
      { act: 'preserve', seq: 11 },
    ] as const;

    expect(told(path, done)).toEqual([
      ['done later (attempt log 9), after the first contact, the first notice to a site', 'keep'],
      ['talk', 'talk'],
      ['tell', 'tell'],
      ['keep-late', 'step 1 of the model path'],
    ]);
  });

  it('is done earlier where it came before its turn', () => {
    const path = [taken(2, TELL), taken(4, KEEP), taken(6, TALK)];
    const done = path.flatMap(({ act, seq }) => (act ? [{ act, seq }] : []));

    expect(told(path, done)).toEqual([
      ['tell', 'step 3 of the model path'],
      ['keep', 'keep'],
      ['talk', 'talk'],
      ['done earlier (attempt log 2)', 'tell'],
    ]);
  });

  it('was chosen for nothing where its act was never done', () => {
    const path = [taken(4, TALK), taken(6, TELL), taken(9, KEEP_LATE)];
    expect(told(path, [{ act: 'contact', seq: 4 }])[0]).toEqual([
      'chosen (attempt log 9), but the act was not done',
      'keep',
    ]);
  });

  it('was done by another step where its act was done at a desk', () => {
    expect(told([taken(4, KEEP)], [{ act: 'notify', seq: 7 }]).at(-1)).toEqual([
      'another step did an act of this kind (attempt log 7)',
      'tell',
    ]);
  });

  it('is attributed to the first act of its kind where that came before the step, as at a desk', () => {
    const path = [taken(4, TALK), taken(6, TELL), taken(9, KEEP_LATE)];
    const done = [
      { act: 'preserve', seq: 2 },
      { act: 'contact', seq: 4 },
      { act: 'notify', seq: 6 },
    ] as const;

    expect(told(path, done)[0]).toEqual(['another step did an act of this kind (attempt log 2)', 'keep']);
  });

  it('is not taken where nothing of it was done', () => {
    expect(told([], [])).toEqual(MODEL.map(({ option }) => ['not taken', option]));
  });
});

describe('the two paths of shipped cases', () => {
  it.each(['quiet-number', 'closing-day', 'harvest-bus', 'after-the-visit'])(
    '%s: only what is in no entry of the log is not taken',
    (name) => {
      const { material, answers } = theCase(`scenarios/${name}`);
      const logs = [
        playCase(material, answers, 'notify-first', '1970-01-01T00:00:00Z'),
        ...Array.from({ length: 12 }, (_, n) => playAtRandom(material, answers, `paths ${n}`)),
      ];
      const elsewheres = logs.flatMap((log) => {
        const { path, model, facts } = scoreAttempt(log, material, answers);
        const rows = alignPaths(path, model);
        const elsewhere = doneElsewhere(rows, facts);
        const chosen = log.events.flatMap((event) =>
          event.type === 'decision.made' ? [`${event.state} ${event.option}`] : [],
        );
        const timesIn = (names: readonly string[], wanted: string) => names.filter((one) => one === wanted).length;
        for (const row of rows.filter(({ you, no }) => !you && !elsewhere.has(no))) {
          const { state = '', option = '' } = row.model ?? {};
          const wanted = `${state} ${option}`;
          const inModel = model.map((one) => `${one.state} ${one.option}`);
          expect(timesIn(chosen, wanted)).toBeLessThan(timesIn(inModel, wanted));
        }
        for (const { seq } of elsewhere.values()) expect(log.events.map((event) => event.seq)).toContain(seq);
        return [...elsewhere.values()];
      });

      expect(elsewheres.map(({ how }) => how)).toContain('later');
    },
  );
});
