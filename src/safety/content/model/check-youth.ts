import type { Issue } from '#kernel/model/issue.ts';
import { agesUnderEighteen } from './ages.ts';
import { matchesAs, matchesOf, toIssues } from './finding.ts';
import type { Passage } from './passage.ts';
import { plainLetters } from './plain-letters.ts';
import { printedWords } from './printed-words.ts';
import { covers, type Spans } from './spans.ts';
import { NAMES_WITH_YOUTH, SCHOOL_WORDS, YOUTH_WORDS } from './youth-words.ts';

const anyOf = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
const YOUTH = anyOf(YOUTH_WORDS);
const SCHOOL = anyOf(SCHOOL_WORDS);
const NAMES = anyOf(NAMES_WITH_YOUTH);

/**
 * Where a word about age or school is a fact and not a description: log lines on a closed card, and the age fields of a
 * test card (rules C13 and C14).
 */
const STRUCTURED = new Set<string | number>(['withheld', 'declaredAge', 'documentAge', 'editedAge']);

/**
 * C13 in texts: no person is younger than eighteen, is called by a word for a minor, or is placed in a school. Log
 * lines of closed cards and fields of test cards contain neutral facts; a lesson may cite and quote, and may speak of
 * school.
 */
export function checkYouth(passage: Passage): Issue[] {
  if (passage.path.some((step) => STRUCTURED.has(step))) return [];
  const plain = plainLetters(passage.text);
  const names: Spans = matchesOf(plain, NAMES).map(({ at, text }) => [at, at + text.length]);
  const words = [YOUTH, ...(passage.kind === 'lesson' ? [] : [SCHOOL])].flatMap((pattern) =>
    matchesAs(passage.text, plain, pattern),
  );
  const found = [...agesUnderEighteen(passage.text), ...words].filter(
    ({ at }) => !covers(names, at) && !passage.isQuoted(at),
  );
  return toIssues('C13', passage, [...withoutOverlaps(found), ...printedWords(passage, 'child')]);
}

/** Findings that do not overlap an earlier one. */
function withoutOverlaps<Found extends { readonly at: number; readonly text: string }>(
  found: readonly Found[],
): Found[] {
  let end = -1;
  return [...found]
    .sort((a, b) => a.at - b.at || b.text.length - a.text.length)
    .filter(({ at, text }) => {
      if (at < end) return false;
      end = at + text.length;
      return true;
    });
}
