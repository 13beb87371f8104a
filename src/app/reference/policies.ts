import type { Strategy } from '#core/checking/form-strategies.ts';
import type { DetectionAction } from '#core/detection/play.ts';
import type { LinkingAction } from '#core/linking/play.ts';
import type { MappingAction } from '#core/mapping/play.ts';
import type { PreservationAction } from '#core/preservation/play.ts';
import type { RequestsAction } from '#core/requests/play.ts';
import type { CompiledOption } from '#core/scenario/compiled-scenario.ts';
import { chooseByForm } from './choose-by-form.ts';
import { countFlags, detectAsOracle, judgeAll, selectAllText } from './detection-players.ts';
import { everyOther, keepEveryOther } from './half-diligent.ts';
import { readHonestly } from './honest-reader.ts';
import { linkAsOracle, linkEveryTrace, linkEverything, linkHonestly } from './linking-players.ts';
import { mapAsOracle, mapEverything, mapHonestly } from './mapping-players.ts';
import { notifyFirst, preserveAll, screenshotsOnly } from './preserve-all.ts';
import { shortestHarm } from './shortest-harm.ts';
import type { Table } from './table.ts';
import { routineLetters, writeLetters } from './write-letters.ts';

/** A player that always acts alike. It keeps the scoring honest: each has a result that must never change. */
export interface Policy {
  detect(table: Table): readonly DetectionAction[];
  preserve(table: Table): readonly PreservationAction[];
  request(table: Table): readonly RequestsAction[];
  link(table: Table): readonly LinkingAction[];
  map(table: Table): readonly MappingAction[];
  decide(table: Table, offered: readonly CompiledOption[]): CompiledOption;
}

export const POLICY_NAMES = [
  'oracle',
  'nothing',
  'flag-all',
  'flag-none',
  'count-flags',
  'select-all-text',
  'honest',
  'half-diligent',
  'always-c3',
  'harmful-short',
  'screenshot-only',
  'notify-first',
  'most-clauses',
  'no-reason',
  'longest',
  'first',
  'last',
] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

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

/** Does nothing anywhere, and takes the first way on. */
const IDLE: Policy = {
  detect: () => [],
  preserve: () => [],
  request: () => [],
  link: () => [],
  map: () => [],
  decide: (_, offered) => first(offered),
};

/** Does nothing at a workbench, and decides by the form of the options alone. */
const reader = (strategy: Strategy): Policy => ({
  ...IDLE,
  decide: (table, offered) => chooseByForm(strategy, table, offered),
});

/** Knows all answers. */
const ORACLE: Policy = {
  detect: detectAsOracle,
  preserve: preserveAll,
  request: writeLetters,
  link: linkAsOracle,
  map: mapAsOracle,
  decide: followModel,
};

export const POLICIES: Readonly<Record<PolicyName, Policy>> = {
  oracle: ORACLE,
  nothing: IDLE,
  'flag-all': {
    ...IDLE,
    detect: (table) => judgeAll(table, () => 'urgent'),
    request: routineLetters,
    link: linkEverything,
    map: mapEverything,
  },
  'flag-none': { ...IDLE, detect: (table) => judgeAll(table, () => 'none') },
  'count-flags': { ...IDLE, detect: countFlags, link: linkEveryTrace },
  'select-all-text': { ...IDLE, detect: selectAllText },
  honest: { ...IDLE, detect: (table) => readHonestly(table), link: linkHonestly, map: mapHonestly },
  'half-diligent': {
    detect: (table) => everyOther(detectAsOracle(table)),
    preserve: (table) => keepEveryOther(preserveAll(table), table.attempt.clock),
    request: (table) => everyOther(writeLetters(table)),
    link: (table) => everyOther(linkAsOracle(table)),
    map: (table) => everyOther(mapAsOracle(table)),
    decide: alternate,
  },
  'always-c3': { ...IDLE, detect: (table) => readHonestly(table, 3) },
  'harmful-short': {
    ...IDLE,
    decide: ({ material, answers: { key }, attempt }, offered) =>
      shortestHarm(material.scenario, key, attempt, offered),
  },
  // What these two get wrong is the keeping; they find as the one who knows the answers does.
  'screenshot-only': { ...ORACLE, preserve: screenshotsOnly, request: () => [] },
  'notify-first': {
    ...ORACLE,
    preserve: notifyFirst,
    request: (table) => writeLetters(table, ['notice', 'preservation', 'order', 'assistance']),
    decide: reportFirst,
  },
  'most-clauses': reader('most-clauses'),
  'no-reason': reader('no-reason'),
  longest: reader('longest'),
  first: reader('first'),
  last: reader('last'),
};
