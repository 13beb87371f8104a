import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreExercise } from '#case/scoring/model/score-attempt.ts';
import { KIND_BUILDS } from '#kinds/shipped/use-cases/builds.ts';
import { KINDS } from '../builders/kinds.ts';
import type { TheCase } from '../builders/the-library.ts';
import { exercisesOf } from './parts-of-kind.ts';

/** Every `why` below a value, each replaced by a word that stands nowhere else; `words` gets them. */
function withPlantedWords(value: unknown, words: string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => withPlantedWords(one, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (name !== 'why') return [name, withPlantedWords(inner, words)];
      words.push(`planted-why-${words.length}`);
      return [name, words.at(-1)];
    }),
  );
}

/** Shows what the debrief of a kind tells of an exercise in which nothing was done, and returns its text. */
export type ShowsDebrief = (brief: object, key: object) => string;

/**
 * The reasons in the kind's field of a key that are shown nowhere: neither in the facts and findings of an exercise in which
 * nothing was done, nor in a part of the key that the kind writes, nor by `shows`, for a kind whose debrief reads its key.
 * `count` is how many reasons there are.
 */
export function unshownReasons(
  kind: string,
  { material, answers }: Pick<TheCase, 'material' | 'answers'>,
  shows?: ShowsDebrief,
): { readonly count: number; readonly unshown: readonly string[] } {
  const build = KIND_BUILDS.need(kind);
  const field = build.key?.field;
  const held = field === undefined ? undefined : Reflect.get(answers.key, field);
  if (field === undefined || held === undefined) return { count: 0, unshown: [] };
  const words: string[] = [];
  const planted = { ...answers, key: { ...answers.key, [field]: withPlantedWords(held, words) } };
  const { scenario, market } = material;
  const log = playCase(material, answers, 'nothing', 'wall');
  const attempt = replayAttempt({ scenario, market, kinds: KINDS }, log);
  const scores = exercisesOf(kind, material).map((id) => scoreExercise(id, kind, log, attempt, material, planted));
  const version = { scenarioHash: scenario.hash, marketId: market.marketId, version: 1 };
  const parts = build.keyFiles?.(scenario, planted.truth, version as never, planted.key) ?? new Map();
  const own = planted.key[field as never] as object;
  const screens = exercisesOf(kind, material).map((id) => shows?.(briefOf(scenario, id) ?? {}, own));
  const given = [JSON.stringify([scores, [...parts.values()]]), ...screens].join('\n');
  return {
    count: words.length,
    unshown: words.flatMap((word) =>
      new RegExp(`\\b${word}\\b`).test(given)
        ? []
        : [`A why of ${field} in the key is shown nowhere in src/kinds/${kind}/: ${word}`],
    ),
  };
}
