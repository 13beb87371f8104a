import type { Strategy } from '#case/checking/model/form-strategies.ts';
import type { CompiledOption } from '#case/language/model/compiled-scenario.ts';
import { chooseByForm } from './choose-by-form.ts';
import type { PolicyName } from './policy-names.ts';
import { shortestHarm } from './shortest-harm.ts';
import type { Table } from './table.ts';

/** The decision rule of a deterministic player. It guards the scoring: the result of each player must never change. */
interface Policy {
  decide(table: Table, offered: readonly CompiledOption[]): CompiledOption;
}

const first = (offered: readonly CompiledOption[]) => offered[0] as CompiledOption;

const followModel: Policy['decide'] = ({ answers: { key }, attempt }, offered) => {
  const planned = key.model[attempt.choices.length];
  return offered.find((option) => planned?.[0] === attempt.state && option.id === planned[1]) ?? first(offered);
};

/** Notifies the site as soon as that is offered, and otherwise follows the model path as far as possible. */
const reportFirst: Policy['decide'] = (table, offered) =>
  offered.find(({ act }) => act === 'notify') ?? undone(table, offered) ?? first(offered);

/** The first step of the model path that is offered and was not taken yet. */
function undone({ answers: { key }, attempt }: Table, offered: readonly CompiledOption[]): CompiledOption | undefined {
  const taken = attempt.choices.map(({ state, option }) => `${state} ${option}`);
  const open = key.model.filter(([state, option]) => state === attempt.state && !taken.includes(`${state} ${option}`));
  return open.flatMap(([, option]) => offered.find(({ id }) => id === option) ?? [])[0];
}

/** Alternates between the step of the model path and the first other option, preferring options not taken yet. */
const alternate: Policy['decide'] = (table, offered) => {
  const { attempt } = table;
  const taken = attempt.choices.filter(({ state }) => state === attempt.state).map(({ option }) => option);
  const open = offered.filter(({ id }) => !taken.includes(id));
  const model = undone(table, offered);
  const other = open.find((option) => option !== model);
  const [turn, instead] = attempt.choices.length % 2 === 0 ? [model, other] : [other, model];
  return turn ?? instead ?? first(offered);
};

/** Always takes the first option. */
const takeFirst: Policy['decide'] = (_, offered) => first(offered);

/** Decides only by the form of the options' text. */
const reader = (strategy: Strategy): Policy => ({
  decide: (table, offered) => chooseByForm(strategy, table, offered),
});

/** The decision rule of each player. Its acts in exercises are defined per kind, see `KIND_PLAYERS`. */
export const POLICIES: Readonly<Record<PolicyName, Policy>> = {
  oracle: { decide: followModel },
  nothing: { decide: takeFirst },
  'flag-all': { decide: takeFirst },
  'flag-none': { decide: takeFirst },
  'count-flags': { decide: takeFirst },
  'select-all-text': { decide: takeFirst },
  honest: { decide: takeFirst },
  'half-diligent': { decide: alternate },
  'always-c3': { decide: takeFirst },
  'harmful-short': {
    decide: ({ material, answers: { key }, attempt }, offered) =>
      shortestHarm(material.scenario, key, attempt, offered),
  },
  'screenshot-only': { decide: followModel },
  'notify-first': { decide: reportFirst },
  'most-clauses': reader('most-clauses'),
  'no-reason': reader('no-reason'),
  longest: reader('longest'),
  first: reader('first'),
  last: reader('last'),
};
