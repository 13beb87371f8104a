import type { Component } from 'svelte';
import type { Reading } from '#case/debrief/model/reading/reading.ts';
import type { CaseTable } from '#case/debrief/screens/case-table.ts';
import type { LogOfState } from '#case/debrief/screens/kind-in-log.ts';
import { briefOf, type CompiledScenario, hasExercise } from '#case/language/model/compiled-scenario.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import type { ExerciseDebriefProps } from './kind-shows.ts';
import type { PageKinds } from './page-kinds.ts';

/** An exercise of a case with the screen that looks back on it. */
export interface DebriefedExercise {
  readonly exercise: string;
  readonly kind: string;
  readonly fold: string;
  /** Its number among those of its kind, from 0. */
  readonly n: number;
  readonly Debrief: Component<ExerciseDebriefProps>;
}

/** The exercises of a case, kind by kind and in the order of the case, each with its screen. */
export async function debriefedExercises(
  scenario: CompiledScenario,
  shows: PageKinds['shows'],
): Promise<readonly DebriefedExercise[]> {
  const found = await Promise.all(
    shows.entries().map(async ([kind, { fold, debrief }]) => {
      const exercises = Object.entries(scenario.states).flatMap(([id, state]) =>
        state.type === 'exercise' && state.kind === kind ? [id] : [],
      );
      if (exercises.length === 0) return [];
      const { default: Debrief } = await debrief();
      return exercises.map((exercise, n) => ({ exercise, kind, fold, n, Debrief }));
    }),
  );
  return found.flat();
}

/** A table of a kind that the case has an exercise of. */
export interface LoadedTable {
  readonly kind: string;
  readonly Table: CaseTable;
}

/** The tables of the kinds in a case, in the order in which they stand. */
export async function caseTables(
  scenario: CompiledScenario,
  shows: PageKinds['shows'],
): Promise<readonly LoadedTable[]> {
  const wanted = shows
    .entries()
    .flatMap(([kind, { table }]) => (table && hasExercise(scenario, kind) ? [{ kind, ...table }] : []));
  return Promise.all(
    wanted.sort((a, b) => a.rank - b.rank).map(async ({ kind, load }) => ({ kind, Table: (await load()).default })),
  );
}

/** Rounds that this browser has kept of the kinds in a case; none where they cannot be had. */
export async function readingsOfCase(
  scenario: PublicPart['scenario'],
  shows: PageKinds['shows'],
): Promise<readonly Reading[]> {
  const wanted = shows
    .entries()
    .flatMap(([kind, { readings }]) => (readings && hasExercise(scenario, kind) ? [readings] : []));
  // A storage that refuses holds no earlier rounds to compare with.
  const kept = await Promise.all(wanted.map((read) => read().catch(() => [])));
  return kept.flat();
}

/** What the kinds of a case say of their acts in the attempt log, in their words. */
export async function actsInLog(
  scenario: CompiledScenario,
  { shows, saying }: Pick<PageKinds, 'shows' | 'saying'>,
): Promise<LogOfState> {
  const wanted = shows
    .entries()
    .flatMap(([kind, { actsInLog: load }]) => (load && hasExercise(scenario, kind) ? [{ kind, load }] : []));
  const [{ debriefWords }, ...found] = await Promise.all([
    saying(),
    ...wanted.map(async ({ kind, load }) => [kind, (await load()).ACTS_IN_LOG] as const),
  ]);
  const byKind = new Map(found);
  return (state) => {
    const played = scenario.states[state];
    if (played?.type !== 'exercise') return undefined;
    const { kind } = played;
    return { kind: byKind.get(kind) ?? {}, words: debriefWords.need(kind), brief: briefOf(scenario, state) ?? {} };
  };
}
