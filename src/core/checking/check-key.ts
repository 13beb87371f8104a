import type { Issue } from '#core/kernel/issue.ts';
import {
  type CompiledScenario,
  combinationAfter,
  isOffered,
  ratedDecisions,
} from '#core/scenario/compiled-scenario.ts';
import { initialSituation } from '#core/scenario/situations.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';

/** What is wrong between a scenario and its key: ratings missing or too many, a model path that cannot be played. */
export function checkKey(scenario: CompiledScenario, key: AnswerKey): Issue[] {
  const issues: Issue[] = [];
  const report = (code: string, path: Issue['path'], params: Issue['params']) =>
    issues.push({ code, severity: 'error', path, params });

  if (key.scenario !== scenario.id)
    report('key.other-scenario', ['scenario'], { named: key.scenario, id: scenario.id });
  const kinds = Object.values(scenario.states).flatMap((state) => (state.type === 'exercise' ? [state.kind] : []));
  if (kinds.includes('preservation') && !key.preserve) report('key.preserve-missing', [], {});
  const rated = ratedDecisions(scenario);
  for (const [id, state] of rated) {
    const entry = Object.hasOwn(key.decisions, id) ? key.decisions[id] : undefined;
    if (!entry) {
      report('key.decision-without-key', ['decisions'], { state: id });
      continue;
    }
    for (const option of state.options)
      if (!Object.hasOwn(entry.options, option.id))
        report('key.option-without-rating', ['decisions', id, 'options'], { state: id, option: option.id });
    for (const option of Object.keys(entry.options)) {
      if (!state.options.some((offered) => offered.id === option))
        report('key.unknown-option', ['decisions', id, 'options', option], { state: id, option });
    }
    if (!Object.values(entry.options).some((option) => option.rating === 'good'))
      report('key.no-good-option', ['decisions', id], { state: id });
  }
  for (const id of Object.keys(key.decisions))
    if (!rated.some(([state]) => state === id)) report('key.unknown-decision', ['decisions', id], { state: id });
  const acts = new Set(optionsOf(scenario).map((option) => option.act));
  key.order?.before.forEach((pair, n) => {
    for (const act of pair) if (!acts.has(act)) report('key.unknown-act', ['order', 'before', n], { act });
  });
  if (issues.length === 0) issues.push(...checkModel(scenario, key));
  return issues;
}

const optionsOf = ({ states }: CompiledScenario) =>
  Object.values(states).flatMap((state) => (state.type === 'decision' ? state.options : []));

/** Plays the model path over the tables: narratives and exercises are passed, every decision has to come as the key says. */
function checkModel(scenario: CompiledScenario, key: AnswerKey): Issue[] {
  const stop = (step: number, said: string): Issue[] => [
    { code: 'key.model-not-playable', severity: 'error', path: ['model', step], params: { step: step + 1, said } },
  ];
  let { state: id, combination } = initialSituation(scenario);
  let step = 0;
  let passed = new Set<string>();
  while (!passed.has(id)) {
    passed.add(id);
    const state = scenario.states[id];
    if (!state) return stop(step, `there is no state "${id}"`);
    if (state.type === 'end') return step === key.model.length ? [] : stop(step, 'the case has ended before');
    if (state.type !== 'decision') {
      id = state.next;
      continue;
    }
    const choice = key.model[step];
    if (!choice) return stop(step - 1, `the decision "${id}" is left open`);
    if (choice[0] !== id) return stop(step, `the case stands at "${id}", not at "${choice[0]}"`);
    const option = state.options.find((entry) => entry.id === choice[1]);
    if (!option || !isOffered(option, combination)) return stop(step, `"${choice[1]}" is not offered there`);
    const rating = key.decisions[id]?.options[option.id]?.rating ?? 'good';
    if (rating !== 'good')
      return stop(step, `"${choice[1]}" is rated ${rating}, and the model path takes good options`);
    combination = combinationAfter(option, combination);
    id = option.next;
    step += 1;
    passed = new Set();
  }
  return stop(step, `from "${id}" the story leads back to "${id}" without a decision`);
}
