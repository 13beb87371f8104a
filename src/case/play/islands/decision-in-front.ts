import { offeredOptions, stateOf } from '#case/attempt/model/replay-attempt.ts';
import { isRatedState } from '#case/language/model/compiled-scenario.ts';
import { translator } from '#i18n/translator.ts';
import { required } from '#kernel/model/invariant.ts';
import messages from '#words/room/room.json' with { type: 'json' };
import { caseClock } from './case-clock.ts';
import type { CaseRoom } from './case-room.svelte.ts';

const t = translator(messages);

/** The decision in front of a reader or a team, with its words and the options that are offered now. */
export function decisionInFront(room: CaseRoom) {
  const { scenario } = room.wired.part;
  const attempt = required(room.attempt, 'the open attempt');
  const { state } = attempt;
  const scene = room.scene(state);
  const rated = isRatedState(stateOf(scenario, state));
  const before = attempt.choices.filter((choice) => isRatedState(stateOf(scenario, choice.state))).length;
  const clock = t('clock', caseClock(scenario.start, attempt.clock));
  return {
    state,
    rated,
    scene: { ...scene, question: scene.question ?? '' },
    lang: room.langOf(state),
    options: offeredOptions(scenario, attempt).map(({ id }) =>
      required(
        scene.options.find((option) => option.id === id),
        `words of option ${id}`,
      ),
    ),
    /** The line under the title: which rated decision it is, and the hour of the case. */
    sub: rated ? t('sub.decision', { n: before + 1, clock }) : t('sub.choice', { clock }),
  };
}
