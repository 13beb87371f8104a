import type { LoadedCase } from '#app/library/load-case.ts';
import { exerciseTime } from '#core/checking/exercise-time.ts';
import type { Span } from '#core/exercise/time-span.ts';
import { KIND_CHECKS } from '#core/kinds/check.ts';
import { keyPartOf } from '#core/scoring/key-part.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';
import type { FileValue } from '#core/studio/edit.ts';

/** An exercise of a shipped case that a case of one's own can have too, with the market in which it is done. */
export interface ExercisePattern {
  readonly id: string;
  readonly kind: string;
  /** Title of its scene. */
  readonly title: string;
  /** Title of the case that it is from. */
  readonly of: string;
  readonly market: { readonly [field: string]: string };
  readonly brief: FileValue;
  /** Estimated time that the work takes, in whole minutes that are multiples of five; nobody was timed. */
  readonly minutes: { readonly from: number; readonly to: number };
  /** Its answers, as a field of the key. */
  readonly key?: { readonly field: string; readonly value: FileValue };
}

/** The exercises of a case that stand by themselves: those inside groups belong to the story around them. */
export function exercisePatterns(
  { source, market }: Pick<LoadedCase, 'source' | 'market'>,
  key: AnswerKey | undefined,
): ExercisePattern[] {
  return Object.entries(source.states).flatMap(([id, state]) =>
    state.type === 'exercise'
      ? [
          {
            id: `${source.id}/${id}`,
            kind: state.kind,
            title: state.title,
            of: source.title,
            market: source.market,
            brief: state.brief as FileValue,
            minutes: minutesOf(exerciseTime({ kind: state.kind, brief: state.brief }, market, key)),
            ...answersOf(state.kind, key),
          },
        ]
      : [],
  );
}

const ROUND_TO_MINUTES = 5;

function minutesOf({ least, most }: Span): ExercisePattern['minutes'] {
  const rounded = (seconds: number) => Math.max(1, Math.round(seconds / 60 / ROUND_TO_MINUTES)) * ROUND_TO_MINUTES;
  return { from: rounded(least), to: rounded(most) };
}

/** The answers of an exercise that stand in a key, where its kind has a field there. */
function answersOf(kind: string, key: AnswerKey | undefined): Pick<ExercisePattern, 'key'> {
  const field = KIND_CHECKS.of(kind)?.key;
  const value = key && field ? keyPartOf(key, field) : undefined;
  return field && value !== undefined ? { key: { field: field.field, value: value as FileValue } } : {};
}
