import {
  DEBRIEF_PART,
  type DebriefPart,
  type DecisionPart,
  decisionPart,
  MARKET_PART,
  type MarketPart,
  PUBLIC_PART,
  type PublicPart,
} from '#app/case/case-parts.ts';
import type { Catalogue } from '#core/indicators/catalogue.ts';
import type { CaseAnswers, LoadedCase } from './load-case.ts';
import { prevalenceOf } from './prevalence-of.ts';

/** The files of a case for self-study, by name: one public part, and the key cut into one part a step. */
export function caseFiles(
  loaded: LoadedCase,
  answers: CaseAnswers | undefined,
  catalogue: Catalogue,
): Map<string, unknown> {
  const { scenario, scenes, market, profile } = loaded;
  const choices = [...catalogue.values()]
    .filter((indicator) => indicator.group !== 'possible-minor')
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = new Map<string, unknown>();
  const publicPart: PublicPart = { schema: 'case-public/1', scenario, scenes, market, choices };
  files.set(PUBLIC_PART, publicPart);
  if (!answers) return files;

  const { key, truth } = answers;
  const { decisions, ...rest } = key;
  for (const [state, decision] of Object.entries(decisions))
    files.set(decisionPart(state), { schema: 'key-decision/1', state, key: decision } satisfies DecisionPart);
  files.set(MARKET_PART, {
    schema: 'key-market/1',
    truth,
    catalogue: [...catalogue.values()],
    prevalence: prevalenceOf(profile, market.prevalence),
  } satisfies MarketPart);
  files.set(DEBRIEF_PART, { schema: 'key-debrief/1', key: rest } satisfies DebriefPart);
  return files;
}
