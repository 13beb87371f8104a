import { z } from 'zod';
import { playingMinutes } from '#case/checking/model/playing-time.ts';
import type { Brief } from '#case/exercise/model/define-kind.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { CaseAnswers, LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { required } from '#kernel/model/invariant.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { caseMarketOrder } from './case-market-order.ts';

/** The file of the pairs, written by `npm run -s find-parallel-seeds`. */
export const PARALLEL_TESTS_FILE = 'content/parallel-tests.yaml';

const area = z.number().min(0).max(1);
const RoundSchema = z.strictObject({
  seed: z.string().min(1),
  /** Area under the ROC curve of the ideal observer: from all checks, and from the pages alone. */
  checks: area,
  pages: area,
});

const ParallelTestsSchema = z.strictObject({
  schema: z.literal('parallel-tests/1'),
  generatorVersion: z.number().int().positive(),
  /** Pairs of markets that are equally hard, one pair for each exercise named. */
  pairs: z.array(z.strictObject({ exercise: z.string().min(1), before: RoundSchema, after: RoundSchema })).min(1),
});

export type ParallelPair = z.output<typeof ParallelTestsSchema>['pairs'][number];

/** The two rounds of a pair: one before a training, one after it. */
export const ROUNDS = ['before', 'after'] as const;
type RoundName = (typeof ROUNDS)[number];

/** Maximum difference between the ROC areas of two parallel rounds. */
export const MAX_AREA_DIFFERENCE = 0.01;

export type RoundCase = LoadedCase & { readonly answers?: CaseAnswers };

/** A playable round: the unchanged exercise over a market of its own. */
export interface ParallelRound {
  readonly when: RoundName;
  readonly exercise: string;
  readonly loaded: RoundCase;
}

/** The case id of a round. */
export const roundId = (exercise: string, when: RoundName) => `${exercise}-${when}`;

/**
 * Reads the pairs; none where the file does not exist. Reports all faults at once: an unknown exercise, two rounds with
 * one seed, areas too far apart.
 */
export function readParallelTests(files: ProjectFiles, cases: readonly RoundCase[]): Parsed<readonly ParallelPair[]> {
  const text = files.read(PARALLEL_TESTS_FILE);
  if (text === undefined) return { ok: true, value: [] };
  const parsed = parseWith(ParallelTestsSchema, text, PARALLEL_TESTS_FILE);
  if (!parsed.ok) return parsed;
  const { pairs } = parsed.value.value;
  const issues: Issue[] = [];
  for (const [n, { exercise, before, after }] of pairs.entries()) {
    const report = (code: string, field: string, params: Issue['params']) =>
      issues.push(fault(code, parsed.value, ['pairs', n, field], params));
    if (!cases.some(({ source }) => source.id === exercise))
      report('parallel.unknown-exercise', 'exercise', { exercise });
    if (cases.some(({ source }) => source.id === exercise && [before.seed, after.seed].includes(source.market.seed)))
      report('parallel.seed-of-exercise', 'exercise', { exercise });
    if (before.seed === after.seed) report('parallel.same-seed', 'after', { seed: after.seed });
    const apart = Math.max(Math.abs(before.checks - after.checks), Math.abs(before.pages - after.pages));
    // The tolerance is for floating-point error: areas are written with three digits.
    if (apart > MAX_AREA_DIFFERENCE + 1e-9)
      report('parallel.too-far-apart', 'after', { exercise, most: MAX_AREA_DIFFERENCE });
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: pairs };
}

/** All rounds of all pairs, generated. */
export function parallelRounds(
  pairs: readonly ParallelPair[],
  cases: readonly RoundCase[],
  library: Library,
): ParallelRound[] {
  return pairs.flatMap((pair) => {
    const exercise = required(
      cases.find(({ source }) => source.id === pair.exercise),
      `exercise ${pair.exercise}`,
    );
    return ROUNDS.map(
      (when): ParallelRound => ({
        when,
        exercise: pair.exercise,
        loaded: playRound(exercise, roundId(pair.exercise, when), pair[when].seed, library),
      }),
    );
  });
}

/** The states with their exercises in test mode: a test explains nothing before its end. */
function assessed<State extends { readonly type: string; readonly kind?: string }>(
  states: Readonly<Record<string, State>>,
  { builds }: Pick<Kinds, 'builds'>,
): Record<string, State> {
  const asTest = (state: State) => {
    const check = state.type === 'exercise' ? builds.of(state.kind ?? '') : undefined;
    if (!check?.asTest) return state;
    return { ...state, brief: check.asTest(('brief' in state && (state.brief as Brief | undefined)) || {}) };
  };
  return Object.fromEntries(Object.entries(states).map(([id, state]) => [id, asTest(state)]));
}

/**
 * The exercise in test mode, under another id and with the market of another seed. The words are unchanged, so its
 * review stays valid.
 */
function playRound(exercise: RoundCase, id: string, seed: string, library: Library): RoundCase {
  const { profile, answers } = exercise;
  const source: Scenario = {
    ...exercise.source,
    id,
    market: { ...exercise.source.market, seed },
    states: assessed(exercise.source.states, library.kinds),
  };
  const { market, truth } = generateMarket(caseMarketOrder(source, profile, library));
  const scenario = {
    ...exercise.scenario,
    id,
    hash: sha256Hex(canonicalJson(source as unknown as Json)),
    states: assessed(exercise.scenario.states, library.kinds),
  };
  return {
    ...exercise,
    source,
    market,
    scenario,
    minutes: playingMinutes({
      source,
      scenes: exercise.scenes,
      compiled: scenario,
      market,
      key: answers?.key,
      kinds: library.kinds,
    }),
    ...(answers && { answers: { truth, key: { ...answers.key, scenario: id } } }),
  };
}
