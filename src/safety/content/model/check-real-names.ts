import type { Issue } from '#kernel/model/issue.ts';
import { matchesOf, toIssues } from './finding.ts';
import { isBesideCitation } from './is-beside-citation.ts';
import type { Passage } from './passage.ts';
import { CASE_NAMES, REAL_NAMES, REAL_NAMES_WITH_CAPITAL } from './real-names.ts';

const wholeWords = (names: readonly string[], flags: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?![\\p{L}\\p{N}])`,
    flags,
  );

const PLATFORMS = [wholeWords(REAL_NAMES, 'giu'), wholeWords(REAL_NAMES_WITH_CAPITAL, 'gu')];

/** A public case: the platform of one, or a title such as "S.M. v. Croatia". */
const CASES = [
  wholeWords(CASE_NAMES, 'giu'),
  /(?<![\p{L}\p{N}.])\p{Lu}[\p{L}.'’-]{1,40} v\.? (?:the )?\p{Lu}\p{Ll}[\p{L}'’-]{1,40}/gu,
];

/**
 * C12: invented texts name no real platform, company or case. A lesson may name a public case where it cites a source.
 */
export function checkRealNames(passage: Passage): Issue[] {
  const { text, kind } = passage;
  const cases = CASES.flatMap((pattern) => matchesOf(text, pattern));
  if (kind === 'lesson')
    return toIssues(
      'C12',
      passage,
      cases.filter(({ at }) => !isBesideCitation(passage, at)),
    );
  return toIssues('C12', passage, [...PLATFORMS.flatMap((pattern) => matchesOf(text, pattern)), ...cases]);
}
