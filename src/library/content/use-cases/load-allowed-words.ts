import { missingFile } from '#kernel/formats/authored/faults.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Parsed } from '#kernel/model/issue.ts';
import { LexiconSchema, MarketProfileSchema } from '#market/ads/model/schemas.ts';
import { wordsOfPosts } from '#market/posts/model/words-of-posts.ts';
import { loadGenres } from '#market/posts/use-cases/load-genres.ts';
import type { AllowedWords } from '#safety/content/model/allowed-words.ts';
import { LEXICON } from './load-library.ts';

/**
 * All words that ads of a market of that profile may use: from the lexicon, both halves of the wordings of genres, and
 * the file of the profile.
 */
export function loadAllowedWords(files: ProjectFiles, profile: string): Parsed<AllowedWords> {
  const profileFile = `content/markets/${profile.toLowerCase()}.yaml`;
  const lexiconText = files.read(LEXICON);
  const profileText = files.read(profileFile);
  if (lexiconText === undefined || profileText === undefined)
    return { ok: false, issues: [missingFile(lexiconText === undefined ? LEXICON : profileFile)] };
  const lexicon = parseWith(LexiconSchema, lexiconText, LEXICON);
  const market = parseWith(MarketProfileSchema, profileText, profileFile);
  const genres = loadGenres(files);
  if (lexicon.ok && market.ok && genres.ok)
    return { ok: true, value: wordsOfPosts(lexicon.value.value, genres.value, market.value.value) };
  return { ok: false, issues: [lexicon, market, genres].flatMap((parsed) => (parsed.ok ? [] : parsed.issues)) };
}
