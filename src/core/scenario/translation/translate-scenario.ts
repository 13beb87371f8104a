import { sha256Hex } from '#core/kernel/sha256.ts';
import { type CaseText, caseTexts } from '../case-texts.ts';
import type { Scenario } from '../schemas.ts';
import type { Translation } from './schemas.ts';

/** A scenario in another language, with what is not, or no longer, translated. */
export interface TranslatedScenario {
  readonly locale: string;
  readonly scenario: Scenario;
  /** Names of the texts that changed after they were translated; the translation is used all the same. */
  readonly stale: readonly string[];
  /** Names of the texts that stand in the language of the case. */
  readonly missing: readonly string[];
}

/** The mark by which a translation says which text it was made from. */
export function textMark(text: string): string {
  return sha256Hex(text).slice(0, 8);
}

/** The scenario with the words of the translation in place of its own, as far as they are there. */
export function translateScenario(scenario: Scenario, { locale, texts }: Translation): TranslatedScenario {
  const stale: string[] = [];
  const missing: string[] = [];
  const translated = structuredCopy({ ...scenario, locale });
  for (const entry of caseTexts(scenario)) {
    const found = Object.hasOwn(texts, entry.name) ? texts[entry.name] : undefined;
    if (!found) {
      missing.push(entry.name);
      continue;
    }
    if (found.of !== textMark(entry.text)) stale.push(entry.name);
    place(translated, entry, found.text);
  }
  return { locale, scenario: translated, stale, missing };
}

function place(scenario: Scenario, { path }: CaseText, text: string): void {
  let at = scenario as unknown as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as typeof at;
  at[path.at(-1) as string] = text;
}

const structuredCopy = (scenario: Scenario) => JSON.parse(JSON.stringify(scenario)) as Scenario;
