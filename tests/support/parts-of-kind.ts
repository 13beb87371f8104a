import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreExercise } from '#case/scoring/model/score-attempt.ts';
import { KIND_SCREENS } from '#kinds/shipped/islands/kind-screens.ts';
import { KIND_CHECKS } from '#kinds/shipped/model/check.ts';
import { KIND_DEBRIEFS } from '#kinds/shipped/model/debrief.ts';
import { KIND_HANDLED } from '#kinds/shipped/model/handled.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/play.ts';
import { KIND_SCHEMAS } from '#kinds/shipped/model/schemas.ts';
import { KIND_SCORES } from '#kinds/shipped/model/score.ts';
import { KIND_PLAYERS } from '#kinds/shipped/use-cases/players.ts';
import debriefWords from '#words/case/debrief.json' with { type: 'json' };
import handledWords from '#words/case/handled.json' with { type: 'json' };
import scoredWords from '#words/case/scored.json' with { type: 'json' };
import scoringWords from '#words/case/scoring.json' with { type: 'json' };
import sceneWords from '#words/studio/scene.json' with { type: 'json' };
import { KINDS } from './builders/kinds.ts';
import { ROOT, type TheCase } from './builders/the-library.ts';

/** The registries in which every kind has an entry, by their files under `src/`. */
const REGISTRIES = {
  'core/kinds/play.ts': KIND_PLAYS,
  'core/kinds/schemas.ts': KIND_SCHEMAS,
  'core/kinds/score.ts': KIND_SCORES,
  'core/kinds/debrief.ts': KIND_DEBRIEFS,
  'core/kinds/check.ts': KIND_CHECKS,
  'core/kinds/handled.ts': KIND_HANDLED,
  'app/kinds/players.ts': KIND_PLAYERS,
  'ui/islands/kind-screens.ts': KIND_SCREENS,
};

/** Files of words that shared screens search for a kind, by their names in `src/i18n/messages/en/`. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'debrief.json': debriefWords,
  'handled.json': handledWords,
  'scored.json': scoredWords,
  'scoring.json': scoringWords,
  'studio-scene.json': sceneWords,
};

/** All kinds that any registry or any room of core knows. */
export function allKinds(): readonly string[] {
  const rooms = readdirSync(join(ROOT, 'src/core'), { recursive: true, encoding: 'utf8' }).flatMap(
    (file) => /^(?!kinds)([^/\\]+)[/\\]play\.ts$/.exec(file)?.[1] ?? [],
  );
  return [...new Set([...rooms, ...Object.values(REGISTRIES).flatMap((registry) => registry.kinds())])].sort();
}

/** The entries of registries that a kind lacks, each with the file where it belongs. */
export const missingEntries = (kind: string): string[] =>
  Object.entries(REGISTRIES).flatMap(([file, registry]) =>
    registry.of(kind) === undefined ? [`${kind} in src/${file}`] : [],
  );

/**
 * The words that a kind lacks, each with the file where it belongs. What is scored and counted in the kind is read from a
 * play of the case in which nothing is done.
 */
export function missingWords(kind: string, { material, answers }: Pick<TheCase, 'material' | 'answers'>): string[] {
  const { scenario, market } = material;
  const log = playCase(material, answers, 'nothing', 'wall');
  const attempt = replayAttempt({ scenario, market, kinds: KINDS }, log);
  const states = Object.entries(scenario.states).flatMap(([id, state]) =>
    state.type === 'exercise' && state.kind === kind ? [id] : [],
  );
  const criteria = states.flatMap((id) => scoreExercise(id, kind, log, attempt, material, answers).criteria);
  const counts = states.flatMap((id) => {
    const response = attempt.responses[id] ?? KIND_PLAYS.of(kind)?.empty;
    return KIND_HANDLED.of(kind)?.handledIn(response, briefOf(scenario, id) ?? {}, market) ?? [];
  });
  const fold = KIND_SCREENS.of(kind)?.fold;
  const wanted: readonly (readonly [file: string, key: string])[] = [
    ['scored.json', `scored.${kind}`],
    ['studio-scene.json', `kind.${kind}`],
    ...(fold === undefined ? [] : [['debrief.json', fold] as const]),
    ...criteria.flatMap(({ id }) => [['scoring.json', id] as const, ['scoring.json', `${id}.what`] as const]),
    ...counts.map(({ id }) => ['handled.json', id] as const),
  ];
  const missing = wanted.filter(([file, key]) => (WORDS[file]?.[key] ?? '').trim() === '');
  return [...new Set(missing.map(([file, key]) => `${key} in src/i18n/messages/en/${file}`))];
}
