import type { Issue } from '#kernel/model/issue.ts';
import { type TextFinding, toIssues } from './finding.ts';
import { isBesideCitation } from './is-beside-citation.ts';
import type { Passage } from './passage.ts';

/** Minimum population of a town that counts as well known; for smaller ones the gazetteer may return undefined. */
export const LARGE = 50_000;

/** At the start of a sentence every word is capitalised: a single word there counts only above this population. */
const FAMOUS_POPULATION = 1_000_000;

/** A capitalised word; and what may separate two words of one name. */
const CAPITALISED = /(?<![\p{L}\p{M}\p{N}’'#$_/.@-])\p{Lu}[\p{L}\p{M}]*/gu;
const NEXT = /^(?: |-|\. |[’'])([\p{L}\p{M}]+)/u;
const MAX_WORDS = 4;

/** Shorter all-capital words are abbreviations. */
const ABBREVIATION = /^\p{Lu}{1,4}$/u;

/** What precedes the first word of a sentence: a sentence end, a quotation mark, a list marker, an empty line. */
const SENTENCE_START =
  /(?:^|[.!?…][)”’"']?\s+|[“„«"‘]|\n\s*\n\s*|\n *(?:[-*]|#{1,6}|\d{1,2}\.) +|^ *(?:[-*]|#{1,6}|\d{1,2}\.) +)[*_]*$/u;
const FAR_ENOUGH = 40;

/**
 * C06 in authored and pasted texts: no large town and no country of the real world. Only capitalised names are read,
 * and at the start of a sentence only names of several words and the best known. A lesson may name a place where it
 * cites a source.
 */
export function checkRealPlaces(passage: Passage): Issue[] {
  const { compared, kind, text } = passage;
  const { peopleIn } = compared;
  if (!peopleIn || kind === 'generated') return [];
  const found: TextFinding[] = [];
  let end = 0;
  for (const { index: at } of text.matchAll(CAPITALISED)) {
    if (at < end) continue;
    const begins = SENTENCE_START.test(text.slice(Math.max(0, at - FAR_ENOUGH), at));
    const name = namesFrom(text, at).find((run) => {
      if (ABBREVIATION.test(run)) return false;
      const least = begins && /^[\p{L}\p{M}]+$/u.test(run) ? FAMOUS_POPULATION : LARGE;
      return (peopleIn(run) ?? 0) >= least;
    });
    if (name === undefined) continue;
    end = at + name.length;
    if (!passage.isQuoted(at) && !isBesideCitation(passage, at)) found.push({ at, text: name });
  }
  return toIssues('C06', passage, found);
}

/** The runs of words from an offset that end with a capitalised word, longest first. */
function namesFrom(text: string, at: number): string[] {
  const runs: string[] = [];
  const [first = ''] = /^[\p{L}\p{M}]+/u.exec(text.slice(at, at + 60)) ?? [];
  runs.push(first);
  let run = first;
  for (let words = 1; words < MAX_WORDS; words++) {
    const next = NEXT.exec(text.slice(at + run.length, at + run.length + 60));
    if (!next) break;
    run += next[0];
    if (/^\p{Lu}/u.test(next[1] as string)) runs.unshift(run);
  }
  return runs;
}
