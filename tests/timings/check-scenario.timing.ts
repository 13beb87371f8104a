import { getShortestPaths } from 'xstate/graph';
import { stringify } from 'yaml';
import { checkScenario } from '#case/checking/model/check-scenario.ts';
import { checkCase } from '#case/checking/use-cases/check-case.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { createMachine, type ScenarioEvent } from '#case/language/model/create-machine.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { ScenarioSchema } from '#case/language/model/schemas.ts';
import { withTree } from '#case/language/use-cases/placed-scenario.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { answerKeySchema } from '#case/scoring/model/schemas.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import { compiledFrom } from '../support/builders/compiled-from.ts';
import { HOSTILE_TEXTS } from '../support/builders/hostile-texts.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { wideScenario } from './reference/wide-scenario.ts';

/** A figure with the quartiles of its rounds. */
interface Timing {
  readonly ratio: number;
  readonly q1: number;
  readonly q3: number;
}

/** A row of the timings: a ratio that has to be at most, or at least, its goal; without a goal it only informs. */
interface Row {
  readonly name: string;
  readonly goal: number | null;
  readonly atMost: boolean;
  measure(): Timing;
}

const ROUNDS = 9;
/** An editor has checked before: what the engine learns in the first runs is not measured. */
const WARM_UP = 15;

interface Case {
  readonly source: Scenario;
  readonly compiled: CompiledScenario;
  readonly key: AnswerKey;
}

const made = new Map<number, Case>();
function caseOf(states: number): Case {
  const before = made.get(states);
  if (before) return before;
  const { source, key } = wideScenario(states);
  const one = { source, key, compiled: compiledFrom(source) };
  made.set(states, one);
  return one;
}

/**
 * Goes every shortest path with the tools of XState, over the very statechart that a browser plays; gives the number of
 * situations.
 */
function shortestPaths({ compiled }: Case): number {
  const machine = createMachine(compiled);
  const eventsOf = (id: string): ScenarioEvent[] => {
    const state = compiled.states[id];
    const options = state && 'options' in state ? state.options : [];
    return options.map((option) => ({ type: 'option.chosen', state: id, option: option.id }));
  };
  const options = { events: (snapshot: { value: unknown }) => eventsOf(String(snapshot.value)), limit: 1_000_000 };
  return getShortestPaths(machine, options as never).length;
}

const check = (one: Case) => checkScenario({ ...one, kinds: KINDS });

/**
 * Runs both alternately, so that background load affects both; returns the median ratio of the rounds with its
 * quartiles. Work so short that one pause of the machine would dominate it is run several times, and the mean is used.
 */
function ratioOf(ours: () => unknown, reference: () => unknown, runs = 5, referenceRuns = 1): Timing {
  repeat(ours, WARM_UP);
  reference();
  const mine = () => timeOf(() => repeat(ours, runs)) / runs;
  const theirs = () => timeOf(() => repeat(reference, referenceRuns)) / referenceRuns;
  const ratios = Array.from({ length: ROUNDS }, (_, round) => {
    if (round % 2 === 0) return mine() / theirs();
    const other = theirs();
    return mine() / other;
  });
  return quartiles(ratios);
}

function repeat(run: () => unknown, times: number): void {
  for (let n = 0; n < times; n++) run();
}

function timeOf(run: () => unknown): number {
  // Collects the garbage of the other side outside this one's time, where the runtime exposes gc().
  globalThis.gc?.();
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Seconds of the processor, so that others at work on the machine are not counted. */
function secondsOf(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}

function quartiles(numbers: readonly number[]): Timing {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const low = sorted[Math.floor(place)] ?? 0;
    return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place));
  };
  return { q1: at(0.25), ratio: at(0.5), q3: at(0.75) };
}

/** Time per situation in a case of `states` states, relative to one of `than` states. */
function growth(states: number, than: number): Timing {
  const [larger, smaller] = [caseOf(states), caseOf(than)];
  const share = check(smaller).figures.situations / check(larger).figures.situations;
  const { ratio, q1, q3 } = ratioOf(
    () => check(larger).issues,
    () => check(smaller).issues,
    5,
    Math.round((5 * states) / than),
  );
  return { ratio: ratio * share, q1: q1 * share, q3: q3 * share };
}

/** The files of a case as an editor has them at a keystroke, read and checked from the first letter on. */
function fromText(scenario: string, key: string): number {
  const source = parseWith(ScenarioSchema, scenario, 'scenario.yaml');
  const answers = parseWith(answerKeySchema(KINDS.builds), key, 'key.yaml');
  if (!source.ok || !answers.ok) throw new Error('The wide case cannot be read.');
  return checkCase({ scenario: withTree(source.value), key: answers.value, translations: [] }, KINDS).issues.length;
}

export const rows: readonly Row[] = [
  {
    name: 'check-of-500-states-against-xstate-shortest-paths',
    goal: 1 / 20,
    atMost: true,
    measure() {
      const wide = caseOf(500);
      const [ours, theirs] = [check(wide).figures.situations, shortestPaths(wide)];
      if (ours !== theirs) throw new Error(`${ours} situations are checked and ${theirs} are found by XState.`);
      return ratioOf(
        () => check(wide).issues,
        () => shortestPaths(wide),
      );
    },
  },
  {
    name: 'check-with-score-distribution-against-xstate-shortest-paths',
    goal: null,
    atMost: true,
    measure: () =>
      ratioOf(
        () => check(caseOf(500)).figures,
        () => shortestPaths(caseOf(500)),
      ),
  },
  {
    name: 'keystroke-from-text-of-500-states-against-xstate-shortest-paths',
    goal: null,
    atMost: true,
    measure() {
      const { source, key } = caseOf(500);
      const [scenario, answers] = [stringify(source), stringify({ ...key, decisions: withSources(key) })];
      return ratioOf(
        () => fromText(scenario, answers),
        () => shortestPaths(caseOf(500)),
      );
    },
  },
  { name: 'cost-per-situation-at-100-states-against-20', goal: 1.2, atMost: true, measure: () => growth(100, 20) },
  { name: 'cost-per-situation-at-500-states-against-100', goal: 1.5, atMost: true, measure: () => growth(500, 100) },
  {
    name: 'slowest-hostile-file-in-seconds',
    goal: 1,
    atMost: true,
    measure: () =>
      quartiles(
        HOSTILE_TEXTS.map(({ text }) => secondsOf(() => parseWith(ScenarioSchema, text, 'scenario.yaml')))
          .sort((a, b) => a - b)
          .slice(-1),
      ),
  },
];

function withSources({ decisions }: AnswerKey): AnswerKey['decisions'] {
  return Object.fromEntries(
    Object.entries(decisions).map(([id, decision]) => [
      id,
      { ...decision, sources: [{ code: 'WHO03', mark: 'V' as const, says: 'Do no harm.' }] },
    ]),
  );
}
