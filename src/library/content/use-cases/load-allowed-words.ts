import { compileLanguage } from '#core/ad-text/language.ts';
import type { Parsed } from '#core/kernel/issue.ts';
import { LexiconSchema, MarketProfileSchema } from '#core/market/schemas.ts';
import { lexiconWords } from '#core/market-generator/lexicon-words.ts';
import type { AllowedWords } from '#core/safety/allowed-words.ts';
import { missingFile } from './faults.ts';
import { LEXICON, loadLanguage } from './load-language.ts';
import { parseWith } from './parse-with.ts';
import type { ProjectFiles } from './project-files.ts';

/**
 * All words that ads of a market of that profile may use: from the lexicon, both halves of the language, and the file of
 * the profile.
 */
export function loadAllowedWords(files: ProjectFiles, profile: string): Parsed<AllowedWords> {
  const profileFile = `content/markets/${profile.toLowerCase()}.yaml`;
  const lexiconText = files.read(LEXICON);
  const profileText = files.read(profileFile);
  if (lexiconText === undefined || profileText === undefined)
    return { ok: false, issues: [missingFile(lexiconText === undefined ? LEXICON : profileFile)] };
  const lexicon = parseWith(LexiconSchema, lexiconText, LEXICON);
  const market = parseWith(MarketProfileSchema, profileText, profileFile);
  const [practice, assessment] = [loadLanguage(files, 'practice'), loadLanguage(files, 'assessment')];
  if (lexicon.ok && market.ok && practice.ok && assessment.ok) {
    const languages = [practice.value, assessment.value].map(compileLanguage);
    return { ok: true, value: lexiconWords(lexicon.value.value, languages, market.value.value) };
  }
  return {
    ok: false,
    issues: [lexicon, market, practice, assessment].flatMap((parsed) => (parsed.ok ? [] : parsed.issues)),
  };
}
