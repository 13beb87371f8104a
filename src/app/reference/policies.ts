import type { Strategy } from '#core/checking/form-strategies.ts';
import type { CompiledOption } from '#core/scenario/compiled-scenario.ts';
import { chooseByForm } from './choose-by-form.ts';
import type { PolicyName } from './policy-names.ts';
import { shortestHarm } from './shortest-harm.ts';
import type { Table } from './table.ts';

/** How a player that always acts alike decides. It keeps the scoring honest: each has a result that must never change. */
interface Policy {
  decide(table: Table, offered: readonly CompiledOption[]): CompiledOption;
}

const first = (offered: readonly CompiledOption[]) => offered[0] as CompiledOption;

const followModel: Policy['decide'] = ({ answers: { key }, attempt }, offered) => {
  const planned = key.model[attempt.choices.length];
  return offered.find((option) => planned?.[0] === attempt.state && option.id === planned[1]) ?? first(offered);
};

/** Reports to the site as soon as that is offered, and follows the model path otherwise as far as it can. */
const reportFirst: Policy['decide'] = (table, offered) =>
  offered.find(({ act }) => act === 'notify') ?? undone(table, offered) ?? first(offered);

/** Of what is offered the first step of the model path that was not taken yet. */
function undone({ answers: { key }, attempt }: Table, offered: readonly CompiledOption[]): CompiledOption | undefined {
  const taken = attempt.choices.map(({ state, option }) => `${state} ${option}`);
  const open = key.model.filter(([state, option]) => state === attempt.state && !taken.includes(`${state} ${option}`));
  return open.flatMap(([, option]) => offered.find(({ id }) => id === option) ?? [])[0];
}

/** Takes the step of the model path and the first other one by turns, as far as there is one that was not taken yet. */
const alternate: Policy['decide'] = (table, offered) => {
  const { attempt } = table;
  const taken = attempt.choices.filter(({ state }) => state === attempt.state).map(({ option }) => option);
  const open = offered.filter(({ id }) => !taken.includes(id));
  const model = undone(table, offered);
  const other = open.find((option) => option !== model);
  const [turn, instead] = attempt.choices.length % 2 === 0 ? [model, other] : [other, model];
  return turn ?? instead ?? first(offered);
};

/** Takes the first way on, wherever it leads. */
const takeFirst: Policy['decide'] = (_, offered) => first(offered);

/** Decides by the form of the options alone. */
const reader = (strategy: Strategy): Policy => ({
  decide: (table, offered) => chooseByForm(strategy, table, offered),
});

/** How each player decides. What it does in exercises its kinds say, see `KIND_PLAYERS`. */
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
