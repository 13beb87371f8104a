import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreExercise } from '#case/scoring/model/score-attempt.ts';
import { KIND_SHOWS } from '#kinds/shipped/islands/shows.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_READS } from '#kinds/shipped/model/reads.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import { KIND_SCORES } from '#kinds/shipped/model/scores.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';
import { KIND_BUILDS } from '#kinds/shipped/use-cases/builds.ts';
import { KIND_PLAYERS } from '#kinds/shipped/use-cases/players.ts';
import debriefWords from '#words/case/debrief.json' with { type: 'json' };
import handledWords from '#words/case/handled.json' with { type: 'json' };
import scoredWords from '#words/case/scored.json' with { type: 'json' };
import scoringWords from '#words/case/scoring.json' with { type: 'json' };
import sceneWords from '#words/studio/scene.json' with { type: 'json' };
import { KINDS } from '../builders/kinds.ts';
import { ROOT, type TheCase } from '../builders/the-library.ts';

/** The registries in which every kind has an entry, by their files under `src/`. */
const REGISTRIES = {
  'kinds/shipped/model/play.ts': KIND_PLAYS,
  'kinds/shipped/model/schemas.ts': KIND_READS,
  'kinds/shipped/model/score.ts': KIND_SCORES,
  'kinds/shipped/model/debrief.ts': KIND_SAYS,
  'kinds/shipped/model/check.ts': KIND_BUILDS,
  'kinds/shipped/model/handled.ts': KIND_TELLS,
  'kinds/shipped/use-cases/players.ts': KIND_PLAYERS,
  'kinds/shipped/islands/kind-shows.ts': KIND_SHOWS,
};

/** Files of words that shared screens search for a kind, by their names in `src/i18n/words/en/`. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'case/debrief.json': debriefWords,
  'case/handled.json': handledWords,
  'case/scored.json': scoredWords,
  'case/scoring.json': scoringWords,
  'studio/scene.json': sceneWords,
};

/** All kinds that any registry knows, and all that have a folder and are in none. */
export function allKinds(): readonly string[] {
  const known = new Set(Object.values(REGISTRIES).flatMap((registry) => registry.kinds()));
  const unknown = readdirSync(join(ROOT, 'src/kinds')).filter(
    (folder) =>
      folder !== 'shipped' && !known.has(folder) && existsSync(join(ROOT, 'src/kinds', folder, 'model/play.ts')),
  );
  return [...known, ...unknown].sort();
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
    const response = attempt.responses[id] ?? KIND_PLAYS.need(kind).empty;
    return KIND_TELLS.need(kind)
      .tell(response)
      .handled(briefOf(scenario, id) ?? {}, market);
  });
  const fold = KIND_SHOWS.of(kind)?.fold;
  const wanted: readonly (readonly [file: string, key: string])[] = [
    ['case/scored.json', `scored.${kind}`],
    ['studio/scene.json', `kind.${kind}`],
    ...(fold === undefined ? [] : [['case/debrief.json', fold] as const]),
    ...criteria.flatMap(({ id }) => [['case/scoring.json', id] as const, ['case/scoring.json', `${id}.what`] as const]),
    ...counts.map(({ id }) => ['case/handled.json', id] as const),
  ];
  const missing = wanted.filter(([file, key]) => (WORDS[file]?.[key] ?? '').trim() === '');
  return [...new Set(missing.map(([file, key]) => `${key} in src/i18n/words/en/${file}`))];
}
