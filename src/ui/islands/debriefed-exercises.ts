import type { Component } from 'svelte';
import type { PublicPart } from '#app/case/case-parts.ts';
import { briefOf, hasExercise } from '#core/scenario/compiled-scenario.ts';
import type { CaseTable } from '#ui/debrief/case-table.ts';
import type { NameInLog } from '#ui/debrief/log-rows.ts';
import type { ExerciseDebriefProps } from './kind-plug.ts';
import { KIND_SCREENS } from './kind-screens.ts';

/** An exercise of a case with the screen that looks back on it. */
export interface DebriefedExercise {
  readonly exercise: string;
  readonly fold: string;
  /** Its number among those of its kind, from 0. */
  readonly n: number;
  readonly Debrief: Component<ExerciseDebriefProps>;
}

/** The exercises of a case, kind by kind and in the order of the case, each with its screen. */
export async function debriefedExercises({
  scenario,
}: Pick<PublicPart, 'scenario'>): Promise<readonly DebriefedExercise[]> {
  const found = await Promise.all(
    KIND_SCREENS.entries().map(async ([kind, { fold, debrief }]) => {
      const exercises = Object.entries(scenario.states).flatMap(([id, state]) =>
        state.type === 'exercise' && state.kind === kind ? [id] : [],
      );
      if (exercises.length === 0) return [];
      const { default: Debrief } = await debrief();
      return exercises.map((exercise, n) => ({ exercise, fold, n, Debrief }));
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
export async function caseTables(scenario: PublicPart['scenario']): Promise<readonly LoadedTable[]> {
  const wanted = KIND_SCREENS.entries().flatMap(([kind, { table }]) =>
    table && hasExercise(scenario, kind) ? [{ kind, ...table }] : [],
  );
  return Promise.all(
    wanted.sort((a, b) => a.rank - b.rank).map(async ({ kind, load }) => ({ kind, Table: (await load()).default })),
  );
}

/** What the kinds of a case call the fields of their acts in the attempt log. */
export async function namesInLog(scenario: PublicPart['scenario']): Promise<NameInLog> {
  const wanted = KIND_SCREENS.entries().flatMap(([kind, { logNames }]) =>
    logNames && hasExercise(scenario, kind) ? [{ kind, logNames }] : [],
  );
  const loaded = await Promise.all(
    wanted.map(async ({ kind, logNames }) => [kind, (await logNames()).nameInLog] as const),
  );
  const byKind = new Map<string, (typeof loaded)[number][1]>(loaded);
  return (state, action, field) => {
    const played = scenario.states[state];
    if (played?.type !== 'exercise') return undefined;
    return byKind.get(played.kind)?.(briefOf(scenario, state) ?? {}, action, field);
  };
}
