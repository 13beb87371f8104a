import { exerciseTime } from '#case/checking/model/exercise-time.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { TimeSpan } from '#case/exercise/model/time-span.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import { keyPartOf } from '#case/scoring/model/key-part.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { PRESETS } from '#market/generator/model/plan-actors.ts';
import type { FileValue } from '#studio/model/edit.ts';

/** An exercise of a shipped case that an author can reuse, with its market. */
export interface ExercisePattern {
  readonly id: string;
  readonly kind: string;
  /** Title of its scene. */
  readonly title: string;
  /** The text of its scene: the situation and the task. */
  readonly asks: string;
  /** Title of its case. */
  readonly of: string;
  /** Pages that show it before it is chosen, from the root of the site. */
  readonly opens: ExercisePages;
  readonly market: { readonly [field: string]: string };
  readonly brief: FileValue;
  /** Estimated, not measured, working time in multiples of five minutes. */
  readonly minutes: { readonly from: number; readonly to: number };
  /** Its answers, as a field of the key. */
  readonly key?: { readonly field: string; readonly value: FileValue };
}

/** Pages that show an exercise: its case and its market. */
interface ExercisePages {
  readonly case: string;
  /** The same market with the dates of another day. Undefined for a test, whose ads have other words there. */
  readonly market?: string;
}

/** The exercises of a case outside of groups; those inside depend on the story around them. */
export function exercisePatterns(
  { source, market, kinds }: Pick<LoadedCase, 'source' | 'market' | 'kinds'>,
  key: AnswerKey | undefined,
): ExercisePattern[] {
  return Object.entries(source.states).flatMap(([id, state]) =>
    state.type === 'exercise'
      ? [
          {
            id: `${source.id}/${id}`,
            kind: state.kind,
            title: state.title,
            asks: state.text,
            of: source.title,
            opens: pagesOf(source, state, kinds),
            market: source.market,
            brief: state.brief as FileValue,
            minutes: minutesOf(exerciseTime({ kind: state.kind, brief: state.brief }, market, kinds, key)),
            ...answersOf(state.kind, key, kinds),
          },
        ]
      : [],
  );
}

function pagesOf(
  { id, market }: Scenario,
  { kind, brief }: { readonly kind: string; readonly brief: unknown },
  { builds }: Pick<Kinds, 'builds'>,
): ExercisePages {
  const isTest = builds.of(kind)?.isTest?.(brief as never) === true;
  const asked = new URLSearchParams({
    market: market.profile,
    size: String(PRESETS[market.preset].ads),
    share: market.prevalence,
    seed: market.seed,
  });
  return { case: `cases/${id}/`, ...(!isTest && { market: `market/?${asked}` }) };
}

const ROUND_TO_MINUTES = 5;

function minutesOf({ least, most }: TimeSpan): ExercisePattern['minutes'] {
  const rounded = (seconds: number) => Math.max(1, Math.round(seconds / 60 / ROUND_TO_MINUTES)) * ROUND_TO_MINUTES;
  return { from: rounded(least), to: rounded(most) };
}

/** The answers of an exercise in a key, if its kind has a field there. */
function answersOf(
  kind: string,
  key: AnswerKey | undefined,
  { builds }: Pick<Kinds, 'builds'>,
): Pick<ExercisePattern, 'key'> {
  const field = builds.of(kind)?.key;
  const value = key && field ? keyPartOf(key, field) : undefined;
  return field && value !== undefined ? { key: { field: field.field, value: value as FileValue } } : {};
}
