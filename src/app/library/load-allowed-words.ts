import type { Parsed } from '#core/kernel/issue.ts';
import { LexiconSchema, MarketProfileSchema } from '#core/market/schemas.ts';
import { lexiconWords } from '#core/market-generator/lexicon-words.ts';
import type { AllowedWords } from '#core/safety/allowed-words.ts';
import { missingFile } from './faults.ts';
import { parseWith } from './parse-with.ts';
import type { ProjectFiles } from './project-files.ts';

/** All words that ads of a market of that profile may use: from the English lexicon and the profile's own file. */
export function loadAllowedWords(files: ProjectFiles, profile: string): Parsed<AllowedWords> {
  const lexiconFile = 'content/lexicon/en.yaml';
  const profileFile = `content/markets/${profile.toLowerCase()}.yaml`;
  const lexiconText = files.read(lexiconFile);
  const profileText = files.read(profileFile);
  if (lexiconText === undefined || profileText === undefined)
    return { ok: false, issues: [missingFile(lexiconText === undefined ? lexiconFile : profileFile)] };
  const lexicon = parseWith(LexiconSchema, lexiconText, lexiconFile);
  const market = parseWith(MarketProfileSchema, profileText, profileFile);
  if (lexicon.ok && market.ok) return { ok: true, value: lexiconWords(lexicon.value.value, market.value.value) };
  return { ok: false, issues: [lexicon, market].flatMap((parsed) => (parsed.ok ? [] : parsed.issues)) };
}
