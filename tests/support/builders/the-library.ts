import { join } from 'node:path';
import type { CaseAnswers, LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import type { Parsed } from '#kernel/model/issue.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { type Library, loadLibrary } from '#library/content/use-cases/load-library.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { prevalenceOf } from '#market/ads/use-cases/prevalence-of.ts';
import { type KeyedAnswers, KINDS } from './kinds.ts';

/** The folder of the project. */
export const ROOT = join(import.meta.dirname, '..', '..', '..');

/** The shipped files, as every command reads them. */
export const PROJECT = createProjectFiles(ROOT);

function wellRead<Value>(parsed: Parsed<Value>): Value {
  if (!parsed.ok) throw new Error(`The shipped files do not load: ${JSON.stringify(parsed.issues.slice(0, 3))}`);
  return parsed.value;
}

/** The shipped library. */
export const LIBRARY: Library = wellRead(loadLibrary(PROJECT, KINDS));

/** The market profile of the shipped case. */
export const PROFILE = LIBRARY.profiles.get('BUY') as MarketProfile;

export interface TheCase {
  readonly material: LoadedCase & { readonly kinds: typeof KINDS };
  readonly caseAnswers: Omit<CaseAnswers, 'key'> & Pick<KeyedAnswers, 'key'>;
  readonly answers: KeyedAnswers;
}

const cases = new Map<string, TheCase>();

/** The shipped case with its answers; read once, because nothing changes it. */
export function theCase(folder = 'scenarios/quiet-number'): TheCase {
  const known = cases.get(folder) ?? readCase(folder);
  cases.set(folder, known);
  return known;
}

function readCase(folder: string): TheCase {
  const { answers: caseAnswers, ...loaded } = wellRead(loadCase(PROJECT, folder, LIBRARY));
  const material = { ...loaded, kinds: KINDS };
  if (!caseAnswers) throw new Error(`${folder} has no key.`);
  const prevalence = prevalenceOf(material.market);
  return { material, caseAnswers, answers: { ...caseAnswers, catalogue: LIBRARY.catalogue, prevalence } };
}
