import type { Issue } from '#kernel/model/issue.ts';
import { type TextFinding, toIssues } from './finding.ts';
import type { Passage } from './passage.ts';
import { printedWords } from './printed-words.ts';

/** What a price may be for. A short allow-list, so that no explicit word has to be listed. */
const ALLOWED_PRICE_UNITS = new Set(
  'hour hours half day days night nights week weeks month months year years stay stays room rooms bed beds flat rent housing ad ads renewal renewals post paper papers form forms visa training registration travel bus ticket tickets transport food meal uniform tools work job season shift call calls line item piece person people everyone all them it that this each case file copy course lesson seat trip box kilo advance deposit fee fees the a an one two three'.split(
    ' ',
  ),
);

const SUM = '(?:(?:SIM|\\$|€|£) ?\\d{1,5}(?:[.,]\\d{1,3})?|\\d{1,5} ?(?:SIM|€|£|euros?|dollars?|pounds))';

/** A sum, followed by what it is for. */
const SUM_FOR = new RegExp(
  `(?<![\\p{L}\\p{N}])${SUM},? (?:for|per|each) (?:(?:an?|the|one|every|each|another) )?(\\p{Ll}+)`,
  'gu',
);

/** Words with a sum each: two of them form a price list. */
const PRICE_LIST = new RegExp(`(?<!\\p{L})(\\p{Ll}{3,20}):? ${SUM} ?[,;/|+] ?(?:and )?(\\p{Ll}{3,20}):? ${SUM}`, 'gu');

/**
 * C03: no explicit word, and no price for an act of a person. The latter by form only: a sum for any word that is not
 * on the allow-list.
 */
export function checkPricesForActs(passage: Passage): Issue[] {
  const found: TextFinding[] = [];
  for (const pattern of [SUM_FOR, PRICE_LIST])
    for (const match of passage.text.matchAll(pattern))
      if (match.slice(1).some((word) => !ALLOWED_PRICE_UNITS.has(word)))
        found.push({ at: match.index, text: match[0] });
  const words = printedWords(passage, 'explicit');
  return toIssues('C03', passage, passage.kind === 'pasted' ? words : [...found, ...words]);
}
