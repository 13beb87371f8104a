import { actsDone } from '#case/attempt/model/acts-done.ts';
import type { AttemptEvent, AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import { type AttemptState, replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import type { ScorePart } from '#case/exercise/model/exercise-kind.ts';
import { briefOf, type CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Scenes } from '#case/language/model/scenes.ts';
import { required } from '#kernel/model/invariant.ts';
import type { Answers } from './answers.ts';
import { caseFacts } from './case-facts.ts';
import { keyInRole } from './key-in-role.ts';
import { crossedRedLine, isDecidedOn, scoreDecisions, scoreHints, scoreOrder } from './score-path.ts';
import type { ModelStep, PathStep, ScoreReport, Wait } from './score-report.ts';
import type { ScoredMaterial } from './scored-material.ts';

/**
 * Scores one attempt from its log alone. An exercise that was never reached is scored as if nothing had been done in
 * it, so that the denominator belongs to the scenario and not to the path.
 */
export function scoreAttempt(log: AttemptLog, material: ScoredMaterial, allAnswers: Answers): ScoreReport {
  const role = log.header.role ?? material.scenario.roles?.[0];
  const answers = { ...allAnswers, key: keyInRole(allAnswers.key, role) };
  const attempt = replayAttempt(material, log);
  const exercises = Object.entries(material.scenario.states).flatMap(([id, state]) =>
    state.type === 'exercise'
      ? [{ id, kind: state.kind, part: scoreExercise(id, state.kind, log, attempt, material, answers) }]
      : [],
  );
  const played = exercises.map(({ part }) => part);
  const { order } = answers.key;
  const hints = scoreHints(material.scenario, attempt);
  const parts = order ? [...played, scoreOrder(order, material, attempt)] : played;
  const path = pathOf(attempt, material, answers);
  const model = modelOf(material, answers);
  const copiedClosedCard = played.some(({ redLine }) => redLine === true);
  const [cardCopy] = exercises
    .flatMap(({ id, part: { redLineAt: seq } }) =>
      seq === undefined ? [] : [{ seq, step: material.scenes[id]?.title ?? '' }],
    )
    .sort((a, b) => a.seq - b.seq);
  return {
    schema: 'score-report/2',
    scenario: material.scenario.id,
    scenarioHash: material.scenario.hash,
    keyVersion: answers.key.version,
    attempt: log.header.id,
    ...retryOf(log, material),
    ending: attempt.ended ? attempt.state : '',
    redLine: crossedRedLine(answers.key, attempt) || copiedClosedCard,
    criteria: [
      ...parts.flatMap((part) => part.criteria),
      ...(isDecidedOn(answers.key) ? [scoreDecisions(answers.key, attempt)] : []),
      ...(hints ? [hints] : []),
    ],
    figures: parts.flatMap((part) => part.figures),
    findings: parts.flatMap((part) => part.findings),
    path,
    waited: waitsIn(log, material),
    route: routeOf(log),
    model,
    facts: caseFacts({
      log,
      attempt,
      material,
      key: answers.key,
      path,
      model,
      copiedClosedCard,
      cardCopy,
    }),
    exercises: exercises.flatMap(({ id, kind, part: { facts } }) =>
      facts === undefined ? [] : [{ state: id, kind, facts }],
    ),
  };
}

/** For a retry: the attempt that it continues, and the event at which it began. */
function retryOf({ header: { retry }, events }: AttemptLog, { scenario, scenes }: CaseMaterial) {
  if (!retry) return {};
  const began = events.find(({ seq }) => seq >= retry.from)?.state ?? '';
  const exercise = scenario.states[began]?.type === 'exercise' ? scenes[began]?.title : undefined;
  return { retry: { ...retry, ...(exercise !== undefined && { exercise }) } };
}

/** Scores one exercise of an attempt that may still be in progress. */
export function scoreExercise(
  id: string,
  kind: string,
  log: AttemptLog,
  attempt: AttemptState,
  { market, scenario, kinds }: Pick<ScoredMaterial, 'market' | 'scenario' | 'kinds'>,
  answers: Answers,
): ScorePart {
  const scorer = kinds.scores.need(kind);
  const response = attempt.responses[id] ?? kinds.plays.need(kind).empty;
  const brief = briefOf(scenario, id);
  const evidence = log.events.filter((event) => event.state === id).map((event) => event.seq);
  return scorer.score(response, answers, {
    market,
    world: attempt.world,
    evidence,
    ...(brief !== undefined && { brief }),
    acts: actsDone({ scenario, kinds }, attempt),
    responses: attempt.responses,
    now: attempt.clock,
  });
}

function pathOf(attempt: AttemptState, { scenario, scenes }: CaseMaterial, { key }: Answers): PathStep[] {
  return attempt.choices.map(({ state, option, seq, at }): PathStep => {
    const decision = key.decisions[state];
    const rated = decision?.options[option];
    const act = actOf(scenario, state, option);
    return {
      seq,
      ...wordsOf(scenes, state, option),
      at,
      sources: decision?.sources ?? [],
      ...(rated && { rating: rated.rating, reason: rated.reason }),
      ...(decision && { principle: decision.principle }),
      ...(act && { act }),
    };
  });
}

function waitsIn({ events }: AttemptLog, { scenario, scenes }: CaseMaterial): Wait[] {
  return events.flatMap(({ type, state: id, seq, at }): Wait[] => {
    const state = scenario.states[id];
    const isWait = type === 'timer.elapsed' && state?.type === 'timer' && state.options.length > 0;
    return isWait ? [{ seq, state: id, title: scenes[id]?.title ?? '', at }] : [];
  });
}

/** Events that leave a state for another one. */
const MOVES: ReadonlySet<AttemptEvent['type']> = new Set([
  'scene.continued',
  'decision.made',
  'exercise.committed',
  'timer.elapsed',
]);

function routeOf({ events }: AttemptLog): ScoreReport['route'] {
  return events.flatMap(({ type, state, seq }) => (MOVES.has(type) ? [{ state, seq }] : []));
}

function modelOf({ scenario, scenes }: CaseMaterial, { key }: Answers): ModelStep[] {
  return key.model.map(([state, option]): ModelStep => {
    const act = actOf(scenario, state, option);
    return { ...wordsOf(scenes, state, option), ...(act && { act }) };
  });
}

function wordsOf(scenes: Scenes, state: string, option: string): ModelStep {
  const scene = required(scenes[state], `words of state ${state}`);
  const chosen = required(
    scene.options.find((entry) => entry.id === option),
    `option ${option} of state ${state}`,
  );
  return { state, title: scene.title, option, optionText: chosen.text };
}

function actOf(scenario: CompiledScenario, state: string, option: string) {
  const compiled = scenario.states[state];
  const options = compiled && 'options' in compiled ? compiled.options : undefined;
  return options?.find((entry) => entry.id === option)?.act;
}
