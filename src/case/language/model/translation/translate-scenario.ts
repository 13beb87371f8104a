import { type CaseText, caseTexts } from '#case/language/model/case-texts.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { Translation } from './schemas.ts';

/** A scenario in another language, with the names of texts whose translation is missing or stale. */
export interface TranslatedScenario {
  readonly locale: string;
  readonly scenario: Scenario;
  /** Names of the texts that changed after they were translated; the stale translation is used nevertheless. */
  readonly stale: readonly string[];
  /** Names of the texts that remain in the language of the case. */
  readonly missing: readonly string[];
}

/** Fingerprint of the source text that a translation was made from. */
export function textMark(text: string): string {
  return sha256Hex(text).slice(0, 8);
}

/** The scenario with its texts replaced by those of the translation, where they exist. */
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
    insertText(translated, entry, found.text);
  }
  return { locale, scenario: translated, stale, missing };
}

function insertText(scenario: Scenario, { path }: CaseText, text: string): void {
  let at = scenario as unknown as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as typeof at;
  at[path.at(-1) as string] = text;
}

const structuredCopy = (scenario: Scenario) => JSON.parse(JSON.stringify(scenario)) as Scenario;
