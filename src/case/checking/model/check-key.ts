import type { Kinds } from '#case/exercise/model/kinds.ts';
import {
  type CompiledScenario,
  hasExercise,
  initialCombination,
  ratedStates,
} from '#case/language/model/compiled-scenario.ts';
import type { Role } from '#case/language/model/role.ts';
import { createStory, type Story, type StoryMove } from '#case/language/model/story.ts';
import { keyInRole } from '#case/scoring/model/key-in-role.ts';
import { keyPartOf } from '#case/scoring/model/key-part.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { createReport, type Report } from './report.ts';

/**
 * Issues between a scenario and its key: missing or superfluous ratings, exercises without answers, a model path that
 * cannot be played.
 */
export function checkKey(scenario: CompiledScenario, key: AnswerKey, { builds }: Pick<Kinds, 'builds'>): Issue[] {
  const { issues, report } = createReport();
  if (key.scenario !== scenario.id)
    report('key.other-scenario', ['scenario'], { named: key.scenario, id: scenario.id });
  for (const [kind, { key: field }] of builds.entries())
    if (field && hasExercise(scenario, kind) && keyPartOf(key, field) === undefined) report(field.missing, [], {});
  checkRatings(scenario, key, report);
  const acts = new Set(optionsOf(scenario).map((option) => option.act));
  key.order?.before.forEach((pair, n) => {
    for (const act of pair) if (!acts.has(act)) report('key.unknown-act', ['order', 'before', n], { act });
  });
  return issues;
}

function checkRatings(scenario: CompiledScenario, key: AnswerKey, report: Report): void {
  const rated = ratedStates(scenario);
  for (const [id, state] of rated) {
    const entry = Object.hasOwn(key.decisions, id) ? key.decisions[id] : undefined;
    if (!entry) {
      const options = state.options
        .map((option) => option.id)
        .sort()
        .join(', ');
      report('key.decision-without-key', ['decisions'], { state: id, options });
      continue;
    }
    for (const option of state.options)
      if (!Object.hasOwn(entry.options, option.id))
        report('key.option-without-rating', ['decisions', id, 'options'], { state: id, option: option.id });
    for (const option of Object.keys(entry.options)) {
      if (!state.options.some((offered) => offered.id === option))
        report('key.unknown-option', ['decisions', id, 'options', option], { state: id, option });
    }
    // While a timer runs, waiting can be the only good step, and it is not an option.
    if (state.type === 'decision' && !Object.values(entry.options).some((option) => option.rating === 'good'))
      report('key.no-good-option', ['decisions', id], { state: id });
  }
  for (const id of Object.keys(key.decisions))
    if (!rated.some(([state]) => state === id)) report(codeOfUnknown(scenario, id), ['decisions', id], { state: id });
}

/**
 * The issue code for a key entry that is not a rated decision: a decision without a catalogue number, or no decision at
 * all.
 */
function codeOfUnknown({ states }: CompiledScenario, id: string): string {
  const isDecision = Object.hasOwn(states, id) && states[id]?.type === 'decision';
  return isDecision ? 'key.decision-not-rated' : 'key.unknown-decision';
}

const optionsOf = ({ states }: CompiledScenario) =>
  Object.values(states).flatMap((state) => ('options' in state ? (state.options ?? []) : []));

/**
 * Plays the model path: states other than decisions are passed, and every decision has to come as the key says. If
 * several regions are active, the path determines which one continues. It has to be playable in each role.
 */
export function checkModel(scenario: CompiledScenario, key: AnswerKey): Issue[] {
  const found = (scenario.roles ?? [undefined]).map((role) => checkModelIn(role, scenario, key));
  return found.find((issues) => issues.length > 0) ?? [];
}

function checkModelIn(role: Role | undefined, scenario: CompiledScenario, all: AnswerKey): Issue[] {
  const key = keyInRole(all, role);
  const stop = (own: number, said: string): Issue[] => {
    // The step as the file counts it, with the steps of other roles.
    const step = own < key.model.length ? all.model.indexOf(key.model[own] as AnswerKey['model'][number]) : own;
    return [
      { code: 'key.model-not-playable', severity: 'error', path: ['model', step], params: { step: step + 1, said } },
    ];
  };
  const story: Story = createStory(scenario);
  let configuration = story.start;
  let combination = initialCombination(scenario, role);
  let step = 0;
  const passed = new Set<unknown>();
  const take = (move: StoryMove) => {
    configuration = move.to;
    combination = move.becomes?.[combination] ?? combination;
  };
  while (!configuration.ended) {
    const open: readonly StoryMove[] = configuration.moves.filter((move) => !move.open || move.open[combination] === 1);
    const here = configuration.active.join(' and ');
    const passing = open.find(({ option }) => !option);
    const choice = key.model[step];
    const chosen = open.find(({ state, option }) => option && state === choice?.[0] && option.id === choice[1]);
    if (chosen) {
      const rating = key.decisions[chosen.state]?.options[chosen.option?.id ?? '']?.rating ?? 'good';
      if (rating !== 'good')
        return stop(step, `"${choice?.[1]}" is rated ${rating}, and the model path takes good options`);
      take(chosen);
      step += 1;
      passed.clear();
      continue;
    }
    if (!passing) {
      if (!choice) return stop(Math.max(0, step - 1), `the decision "${here}" is left open`);
      if (!configuration.active.includes(choice[0]))
        return stop(step, `the case stands at "${here}", not at "${choice[0]}"`);
      return stop(step, `"${choice[1]}" is not offered there`);
    }
    if (passed.has(configuration))
      return stop(step, `from "${here}" the story leads back to "${here}" without a decision`);
    passed.add(configuration);
    take(passing);
  }
  return step === key.model.length ? [] : stop(step, 'the case has ended before');
}
