import type { CaseAnswers, LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import type { WithPlayers } from '#case/reference-players/use-cases/players.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { LIBRARY_KINDS } from '#kinds/shipped/use-cases/library-kinds.ts';
import { KIND_PLAYERS } from '#kinds/shipped/use-cases/players.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { parallelRounds, ROUNDS, roundId } from '#library/cases/use-cases/parallel-tests.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { prevalenceOf } from '#market/ads/use-cases/prevalence-of.ts';
import { orFail } from '../command/command-line.ts';
import { ROOT } from '../command/root.ts';
import { shippedLibrary } from '../command/shipped-library.ts';

const files = createProjectFiles(ROOT);

/** A case with its answers. */
export interface ShippedCase {
  readonly material: LoadedCase & { readonly kinds: WithPlayers };
  readonly answers: Answers;
}

/** Ids of the cases under scenarios/. */
export function shippedCases(): string[] {
  return files.list('scenarios').filter((name) => files.read(`scenarios/${name}/scenario.yaml`) !== undefined);
}

/**
 * A shipped case, or a round before or after a training, with its answers; undefined where none has that id or it has
 * no key. Exits with 1 on issues.
 */
export function loadShippedCase(id: string): ShippedCase | undefined {
  if (!shippedCases().includes(id)) return loadRound(id);
  const library = shippedLibrary();
  const loaded = orFail(loadCase(files, `scenarios/${id}`, library));
  return (
    loaded.answers && { material: withPlayers(loaded), answers: toAnswers(loaded, loaded.answers, library.catalogue) }
  );
}

function loadRound(id: string): ShippedCase | undefined {
  // Any other name is rejected before the whole project is read, which takes seconds.
  if (!ROUNDS.some((when) => id.endsWith(roundId('', when)))) return undefined;
  const { cases, library, parallelTests } = orFail(loadProject(files, LIBRARY_KINDS));
  const pairs = parallelTests.filter(({ exercise }) => ROUNDS.some((when) => roundId(exercise, when) === id));
  const round = parallelRounds(pairs, cases, library).find(({ loaded }) => loaded.source.id === id)?.loaded;
  return (
    round?.answers && { material: withPlayers(round), answers: toAnswers(round, round.answers, library.catalogue) }
  );
}

/** The case with what the reference players do in its kinds. */
const withPlayers = (loaded: LoadedCase): ShippedCase['material'] => ({
  ...loaded,
  kinds: { ...loaded.kinds, players: KIND_PLAYERS },
});

function toAnswers(loaded: LoadedCase, answers: CaseAnswers, catalogue: Answers['catalogue']): Answers {
  return { ...answers, catalogue, prevalence: prevalenceOf(loaded.market) };
}
