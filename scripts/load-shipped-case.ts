import { resolve } from 'node:path';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { type CaseAnswers, type LoadedCase, loadCase } from '#app/library/load-case.ts';
import { loadLibrary } from '#app/library/load-library.ts';
import { prevalenceOf } from '#app/library/prevalence-of.ts';
import type { Answers } from '#core/scoring/exercise-scores.ts';
import { orFail } from './command-line.ts';

const files = createProjectFiles(resolve(import.meta.dirname, '..'));

/** Ids of the cases under scenarios/. */
export function shippedCases(): string[] {
  return files.list('scenarios').filter((name) => files.read(`scenarios/${name}/scenario.yaml`) !== undefined);
}

/** A shipped case with its answers; undefined where there is none of that id or it has no key. Ends with 1 on issues. */
export function loadShippedCase(id: string): { material: LoadedCase; answers: Answers } | undefined {
  if (!shippedCases().includes(id)) return undefined;
  const library = orFail(loadLibrary(files));
  const loaded = orFail(loadCase(files, `scenarios/${id}`, library));
  return loaded.answers && { material: loaded, answers: toAnswers(loaded, loaded.answers, library.catalogue) };
}

function toAnswers(loaded: LoadedCase, { truth, key }: CaseAnswers, catalogue: Answers['catalogue']): Answers {
  return { truth, key, catalogue, prevalence: prevalenceOf(loaded.profile, loaded.market.prevalence) };
}
