import { type AttemptEvent, type AttemptLog, recordEvent } from '#case/attempt/model/attempt-log.ts';
import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import { createReplay, stateOf } from '#case/attempt/model/replay-attempt.ts';
import type { ExerciseAction } from '#case/exercise/model/exercise-kind.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import { paymentsBetween, paymentsIn, placesOf } from '#evidence/court-file/model/places.ts';
import { type CourtFile, RULING_LINES, weighedExhibits } from '#kinds/courtroom/model/court-file.ts';
import { courtroomKey } from '#kinds/courtroom/model/key.ts';
import type { CourtroomAction } from '#kinds/courtroom/model/play.ts';
import { MAX_REASONS } from '#kinds/courtroom/model/schemas.ts';
import { aHeader } from './an-attempt.ts';
import { KINDS } from './kinds.ts';

const WALL = '2026-01-01T00:00:00.000Z';
const longest = <One extends { readonly text: string }>(all: readonly One[]) =>
  all.toSorted((a, b) => b.text.length - a.text.length)[0];
const words = (length: number) => 'A court gives reasons that somebody else can follow. '.repeat(40).slice(0, length);

/** The acts that make a judgment as long as it can be: each row with places and a measure, long texts, and every choice. */
function fullestActs({ bundle }: CourtFile, answers: Answers): CourtroomAction[] {
  const key = courtroomKey(answers);
  const exhibits = weighedExhibits(bundle);
  return [
    ...bundle.elements.flatMap(({ id: element }, n): CourtroomAction[] => [
      ...exhibits.map((exhibit, at): CourtroomAction => {
        const places = placesOf(exhibit).map((place) => `${exhibit.id} ${place}`);
        const bearing = at % 2 === 0 ? 'for' : 'against';
        return { type: 'cell.judged', element, exhibit: exhibit.id, bearing, places, shows: '', innocent: '' };
      }),
      {
        type: 'row.judged',
        element,
        state: 'ask',
        measure: bundle.measures[n % bundle.measures.length]?.id ?? '',
        why: '',
      },
    ]),
    ...bundle.motions.map(({ id, outcomes }): CourtroomAction => {
      const outcome = longest(outcomes)?.id ?? '';
      return { type: 'ruling.signed', motion: id, outcome, boxes: RULING_LINES.map(() => words(900)) };
    }),
    ...bundle.sums.map(({ id }): CourtroomAction => {
      const { amount = 0, payments: rule } = key.sums[id] ?? {};
      const payments = rule ? paymentsBetween(paymentsIn(bundle), rule).map(({ no }) => no) : [];
      return { type: 'sum.given', sum: id, amount, payments };
    }),
    ...bundle.judgment.map(({ id, options }): CourtroomAction => {
      return { type: 'choice.made', question: id, option: longest(options)?.id ?? '' };
    }),
    { type: 'reasons.written', text: words(MAX_REASONS) },
    { type: 'judgment.signed' },
  ];
}

/** An attempt at a case in court that stands at its judgment, which is signed and as long as it can be. */
export function fullestCourt(material: CaseMaterial, answers: Answers): AttemptLog {
  const { scenario, market } = material;
  const replay = createReplay({ scenario, market, kinds: KINDS });
  const header = aHeader(material);
  const events: AttemptEvent[] = [];
  let attempt = replay.start();
  const record = (step: Parameters<typeof recordEvent>[1]) => {
    const event = recordEvent({ header, events }, step, attempt.clock, WALL);
    events.push(event);
    attempt = replay.advance(attempt, event);
  };
  for (
    let state = stateOf(scenario, attempt.state);
    state.type !== 'exercise';
    state = stateOf(scenario, attempt.state)
  )
    record({ type: 'scene.continued', state: attempt.state });
  const { brief } = stateOf(scenario, attempt.state) as { readonly brief?: unknown };
  for (const action of fullestActs(brief as CourtFile, answers))
    record({ type: 'exercise.acted', state: attempt.state, action: action as unknown as ExerciseAction });
  return { header, events };
}
