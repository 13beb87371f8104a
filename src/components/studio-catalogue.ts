import { shippedEntry } from '#app/studio/shipped-case.ts';
import { KIND_CHECKS } from '#core/kinds/check.ts';
import { keyPartOf } from '#core/scoring/key-part.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';
import type { FileValue } from '#core/studio/edit.ts';
import type { ExercisePattern, StudioCatalogue } from '#ui/studio/studio-board.ts';
import { siteProject } from './site-project.ts';

/** What authors choose from in the studio: decisions of the catalogue, sources with their marks, and exercises. */
export function studioCatalogue(): StudioCatalogue {
  const { library, cases } = siteProject();
  return {
    patterns: library.patterns,
    shipped: cases.map(shippedEntry),
    markets: [...library.profiles.values()].map(({ id, name }) => ({ id, name })),
    sources: [...library.sources.values()].map(({ code, title, mark }) => ({ code, title, mark })),
    exercises: cases.flatMap(({ source, answers }) =>
      Object.entries(source.states).flatMap(([id, state]) =>
        state.type === 'exercise'
          ? [
              {
                id: `${source.id}/${id}`,
                kind: state.kind,
                title: state.title,
                of: source.title,
                market: source.market,
                brief: state.brief as FileValue,
                ...keyOf(state.kind, answers?.key),
              },
            ]
          : [],
      ),
    ),
  };
}

/** The answers of an exercise that stand in a key, where its kind has a field there. */
function keyOf(kind: string, key: AnswerKey | undefined): Pick<ExercisePattern, 'key'> {
  const field = KIND_CHECKS.of(kind)?.key;
  const value = key && field ? keyPartOf(key, field) : undefined;
  return field && value !== undefined ? { key: { field: field.field, value: value as FileValue } } : {};
}
