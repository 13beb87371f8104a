import { missingFile } from '#kernel/formats/authored/faults.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Parsed } from '#kernel/model/issue.ts';
import { LexiconSchema, MarketProfileSchema } from '#market/ads/model/schemas.ts';
import { lexiconWords } from '#market/generator/model/lexicon-words.ts';
import { compileLanguage } from '#market/text/model/language.ts';
import { LEXICON, loadLanguage } from '#market/text/use-cases/load-language.ts';
import type { AllowedWords } from '#safety/content/model/allowed-words.ts';

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
