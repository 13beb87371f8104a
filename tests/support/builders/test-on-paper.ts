import { type AttemptEvent, type AttemptLog, recordEvent } from '#case/attempt/model/attempt-log.ts';
import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import { createReplay } from '#case/attempt/model/replay-attempt.ts';
import type { ExerciseAction } from '#case/exercise/model/exercise-kind.ts';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { WithPlayers } from '#case/reference-players/use-cases/players.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import { OBJECTABLE, REASON_LETTERS, ROLES } from '#kinds/platform-test/model/actions.ts';
import type { TestAct } from '#kinds/platform-test/model/play.ts';
import { playAs } from '#kinds/platform-test/model/reference-players.ts';
import type { PlatformTestBrief } from '#kinds/platform-test/model/state.ts';
import { KINDS } from './kinds.ts';

const WALL = '2026-01-01T00:00:00.000Z';

/** The exercise of the case that is a test of platforms. */
const TEST = 'test';

const reason = 'One card more than the question needs can cost somebody an account. '
  .repeat(10)
  .slice(0, REASON_LETTERS.most)
  .trim();

/** Acts of a whole test in which much is found, and each role objects at length. */
function fullestActs(brief: PlatformTestBrief): TestAct[] {
  const { actions } = playAs('repeat-what-failed', brief);
  const acts = actions.filter((action): action is TestAct => action.type !== 'time.skipped');
  const site = acts.flatMap((act) => (act.type === 'card.placed' ? [act.site] : []))[0] ?? '';
  const objections = ROLES.map(
    (role): TestAct => ({ type: 'objection.raised', role, site, about: { act: OBJECTABLE[0] }, reason }),
  );
  return [...acts, ...objections];
}

/** An attempt that stands in a test of platforms: before the first act, half-way, or at a full report. */
export function testOnPaper(
  material: CaseMaterial & { readonly kinds: WithPlayers },
  answers: Answers,
  until: 'nothing' | 'half' | 'model' | 'fullest',
): AttemptLog {
  const { scenario, market } = material;
  const brief = briefOf(scenario, TEST) as unknown as PlatformTestBrief;
  const whole = playCase(material, answers, 'oracle', WALL);
  const at = whole.events.findIndex(({ type }) => type === 'exercise.acted');
  const model = fullestActs(brief).filter(({ type }) => until === 'fullest' || type !== 'objection.raised');
  const acts = until === 'nothing' ? [] : until === 'half' ? model.slice(0, model.length / 2) : model;
  const header = whole.header;
  const events: AttemptEvent[] = whole.events.slice(0, at);
  const replay = createReplay({ scenario, market, kinds: KINDS });
  let attempt = replay.start();
  for (const event of events) attempt = replay.advance(attempt, event);
  // An empty plan opens the exercise, so that nothing of the scene before it is on the screen.
  for (const act of [{ type: 'week.planned', acts: [] }, ...acts] as const) {
    const step = { type: 'exercise.acted', state: TEST, action: act as unknown as ExerciseAction } as const;
    const event = recordEvent({ header, events }, step, attempt.clock, WALL);
    events.push(event);
    attempt = replay.advance(attempt, event);
  }
  return { ...whole, events };
}
