import type { Issue } from '#kernel/model/issue.ts';
import type { AllowedWords } from './allowed-words.ts';
import { matchesOf, structureIssue, toIssues } from './finding.ts';
import type { LintedAds } from './linted-market.ts';
import type { Passage } from './passage.ts';
import { stringsIn } from './strings-in.ts';

/** C06 in ads: every town is one of the profile's towns. */
export function checkTowns({ ads, place }: LintedAds, { towns }: AllowedWords): Issue[] {
  const issues: Issue[] = [];
  for (const { path, key, text } of stringsIn(ads, place))
    if (/^towns?$/.test(key) && !towns.has(text)) issues.push(structureIssue('C06', path, text));
  return issues;
}

/**
 * A street address with its number, or geographic coordinates; whether a name is a real place is checked with a
 * gazetteer.
 */
const ADDRESSES = [
  /(?<![\p{L}\p{N}])\d{1,4}[a-z]?,? \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)? (?:Street|Road|Avenue|Lane|Boulevard|Drive)(?!\p{L})/gu,
  /(?<![\p{L}\p{N}])(?:[Rr]ue|[Vv]ia|[Cc]alle|[Uu]lica|ul\.|[Uu]litsa) (?:[\p{Ll}]{1,3} )?\p{Lu}\p{Ll}+,? \d{1,4}(?!\d)/gu,
  /(?<!\p{L})\p{Lu}\p{Ll}{2,30}(?:straße|strasse|gatan|straat),? \d{1,4}(?!\d)/gu,
  /(?<![\d.])-?\d{1,2}\.\d{4,8}°?[ ,;]{1,2}-?\d{1,3}\.\d{4,8}(?![\d.])/g,
];

/** C06 in authored and pasted texts: no street address and no coordinates. */
export function checkAddresses(passage: Passage): Issue[] {
  if (passage.kind === 'generated') return [];
  const found = ADDRESSES.flatMap((pattern) => matchesOf(passage.text, pattern));
  return toIssues(
    'C06',
    passage,
    found.filter(({ at }) => !passage.isCited(at)),
  );
}
