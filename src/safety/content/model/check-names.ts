import type { Issue } from '#kernel/model/issue.ts';
import type { AllowedWords } from './allowed-words.ts';
import { matchesOf, type TextFinding, toIssues } from './finding.ts';
import { type LintedAds, textsOfAds } from './linted-market.ts';
import type { Passage } from './passage.ts';

/** Days as ads write them: "Mira Tue-Sat" names no Tue. */
const DAYS: ReadonlySet<string> = new Set(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);

/**
 * C05 in ads: a person has one working name; a name is never followed by another name or by a surname-like word. Short
 * ads give a name with the invented town, a language or a day behind it: "Mira Ostrel Tue-Sat".
 */
export function checkWorkingNames(linted: LintedAds, { names, towns, labels }: AllowedWords): Issue[] {
  const issues: Issue[] = [];
  const isNoSurname = (word: string) => towns.has(word) || labels.has(word) || DAYS.has(word);
  for (const { passage, ends } of textsOfAds(linted)) {
    const found = [...doubled(passage.text, names, isNoSurname, ends)];
    issues.push(...toIssues('C05', passage, found));
  }
  return issues;
}

/** A sentence may end with a name and no full stop; the capital letter after it begins the next one. */
function* doubled(
  text: string,
  names: ReadonlySet<string>,
  isNoSurname: (word: string) => boolean,
  ends: readonly number[],
): Generator<TextFinding> {
  for (const match of text.matchAll(/\p{Lu}\p{Ll}+(?= (\p{Lu}[\p{L}'’]+))/gu)) {
    const next = match[1] as string;
    if (names.has(match[0]) && !isNoSurname(next) && !ends.includes(match.index + match[0].length))
      yield { at: match.index, text: `${match[0]} ${next}` };
  }
}

/** Patterns that introduce a surname; no list of surnames is needed, and none is kept. */
const SURNAMES =
  /(?<!\p{L})(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Madame|Monsieur|Señora?|Signora?)\.? \p{Lu}\p{Ll}+|(?:[Mm]y name is|[Cc]all me|I am) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|(?:[Ss]urname|[Ll]ast name|[Ff]amily name)(?: is|:)? \p{Lu}\p{Ll}+)/gu;

/**
 * C05 in authored and pasted texts: no form of address with a name, and no first name with a surname. Citations may
 * name authors.
 */
export function checkSurnames(passage: Passage): Issue[] {
  if (passage.kind === 'generated') return [];
  const found = matchesOf(passage.text, SURNAMES).filter(({ at }) => !passage.isCited(at));
  return toIssues('C05', passage, found);
}
