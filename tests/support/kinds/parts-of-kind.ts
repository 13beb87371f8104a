import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import type { KindWords } from '#case/exercise/model/kind-words.ts';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreExercise } from '#case/scoring/model/score-attempt.ts';
import { KIND_SHOWS } from '#kinds/shipped/islands/shows.ts';
import { KIND_IN_ROOM } from '#kinds/shipped/model/in-room.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_READS } from '#kinds/shipped/model/reads.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import { KIND_SCORES } from '#kinds/shipped/model/scores.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';
import { KIND_ABOUT_WORDS } from '#kinds/shipped/screens/about-registry.ts';
import { KIND_DEBRIEF_WORDS } from '#kinds/shipped/screens/debrief-words.ts';
import { KIND_BUILDS } from '#kinds/shipped/use-cases/builds.ts';
import { KIND_PLAYERS } from '#kinds/shipped/use-cases/players.ts';
import { KINDS } from '../builders/kinds.ts';
import { ROOT, type TheCase } from '../builders/the-library.ts';
import { PROOFS_OF_KINDS } from './proofs-of-kinds.ts';
import { READERS_OF_KINDS } from './readers-of-kinds.ts';

/** The eight services, the two files of words, and the players. Every kind has each. */
const SERVICES = [
  KIND_PLAYS,
  KIND_TELLS,
  KIND_READS,
  KIND_SCORES,
  KIND_SAYS,
  KIND_DEBRIEF_WORDS,
  KIND_ABOUT_WORDS,
  KIND_BUILDS,
  KIND_SHOWS,
  KIND_IN_ROOM,
  KIND_PLAYERS,
];

/** All kinds that any registry knows, and all that have a folder and are in none. */
export function allKinds(): readonly string[] {
  const known = new Set(SERVICES.flatMap((registry) => registry.kinds()));
  const unknown = readdirSync(join(ROOT, 'src/kinds')).filter(
    (folder) =>
      folder !== 'shipped' && !known.has(folder) && existsSync(join(ROOT, 'src/kinds', folder, 'model/play.ts')),
  );
  return [...known, ...unknown].sort();
}

/** What is said of each service that a kind lacks: the message names the file to add. */
export const missingServices = (kind: string): string[] =>
  SERVICES.flatMap((registry) => {
    try {
      registry.need(kind);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });

/**
 * What is wrong with what the first page of a debrief says of a kind under "What happened": it has to name at least one
 * sentence that the kind has.
 */
export function happenedFaults(kind: string): string[] {
  const { happened, sentences } = KIND_SAYS.need(kind);
  const isNamed = (id: string) => happened.grave?.(id) === true || happened.short?.(id) === true;
  return sentences.some(({ id }) => isNamed(id))
    ? []
    : [
        `"What happened" says nothing of ${kind}. Name its sentences under happened in src/kinds/${kind}/model/debrief.ts.`,
      ];
}

/** A kind whose log no reader reads a second time, and sentences of a kind that its reader does not know. */
export function readerFaults(kind: string): string[] {
  const file = `tests/support/kinds/${kind}/reader.ts`;
  const reader = READERS_OF_KINDS.get(kind);
  if (!reader) return [`No reader reads the log of ${kind}. Add ${file}, as kind-reader.ts there says.`];
  const unread = KIND_SAYS.need(kind).sentences.filter(({ id }) => !reader.exercise.ids.includes(id));
  return unread.map(({ id }) => `The reader of ${kind} in ${file} does not know ${id}.`);
}

/** A kind in which nothing is done at random, or whose sentences have no false condition for the reader to find. */
export function proofFaults(kind: string): string[] {
  const planted = PROOFS_OF_KINDS.get(kind)?.planted ?? [];
  return planted.length > 0
    ? []
    : [
        `Nothing in ${kind} is done at random, or no false condition is planted. Add both to tests/support/kinds/${kind}/proofs.ts, as kind-proofs.ts there says.`,
      ];
}

/** The states of a case that are exercises of the kind. */
export const exercisesOf = (kind: string, { scenario }: TheCase['material']) =>
  Object.entries(scenario.states).flatMap(([id, state]) =>
    state.type === 'exercise' && state.kind === kind ? [id] : [],
  );

/**
 * The words that a kind lacks, each with the file where it belongs. What is scored and counted in the kind is read from a
 * play of the case in which nothing is done.
 */
export function missingWords(kind: string, { material, answers }: Pick<TheCase, 'material' | 'answers'>): string[] {
  const { scenario, market } = material;
  const log = playCase(material, answers, 'nothing', 'wall');
  const attempt = replayAttempt({ scenario, market, kinds: KINDS }, log);
  const states = exercisesOf(kind, material);
  const criteria = states.flatMap((id) => scoreExercise(id, kind, log, attempt, material, answers).criteria);
  const counts = states.flatMap((id) => {
    const response = attempt.responses[id] ?? KIND_PLAYS.need(kind).empty;
    return KIND_TELLS.need(kind)
      .tell(response)
      .handled(briefOf(scenario, id) ?? {}, market);
  });
  const inDebrief = ['fold', ...criteria.flatMap(({ id }) => [`criterion.${id}`, `criterion.${id}.what`])];
  const about = ['name', 'scored', ...counts.map(({ id }) => `handled.${id}`)];
  const lacks = (words: KindWords | undefined, keys: readonly string[], file: string) =>
    [...new Set(keys)]
      .filter((key) => (words?.[key] ?? '').trim() === '')
      .map((key) => `${key} in src/kinds/${kind}/words/en/${file}`);
  return [
    ...lacks(KIND_DEBRIEF_WORDS.of(kind), inDebrief, 'debrief.json'),
    ...lacks(KIND_ABOUT_WORDS.of(kind), about, 'about.json'),
  ];
}
