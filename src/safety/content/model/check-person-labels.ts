import type { Issue } from '#kernel/model/issue.ts';
import { matchesAs, matchesOf, toIssues } from './finding.ts';
import type { Passage } from './passage.ts';
import { NAMES_OF_SERVICES, PERSON_LABELS } from './person-labels.ts';
import { plainLetters } from './plain-letters.ts';
import { printedWords } from './printed-words.ts';
import { covers, type Spans } from './spans.ts';

/**
 * C19: no person is called by a label. A lesson may use such a word where it cites or quotes, or in an answer marked
 * wrong; names of services and rights may contain one. Insults are not allowed anywhere.
 */
export function checkPersonLabels(passage: Passage): Issue[] {
  const services: Spans = matchesOf(passage.text, NAMES_OF_SERVICES).map(({ at, text }) => [at, at + text.length]);
  const isAllowed = (at: number) => covers(services, at) || passage.isQuoted(at);
  return toIssues('C19', passage, [
    ...matchesAs(passage.text, plainLetters(passage.text), PERSON_LABELS).filter(({ at }) => !isAllowed(at)),
    ...printedWords(passage, 'insult'),
  ]);
}
