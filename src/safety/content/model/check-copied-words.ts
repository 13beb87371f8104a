import type { Issue } from '#kernel/model/issue.ts';
import { type TextFinding, toIssues } from './finding.ts';
import { isBesideCitation } from './is-beside-citation.ts';
import type { Passage } from './passage.ts';
import { runsOf } from './report-runs.ts';

/** Maximum words of a quotation. */
const MAX_QUOTE_WORDS = 30;

/** Bibliographic fields of a source: its title, publisher and address. */
const BIBLIOGRAPHY = new Set<unknown>(['title', 'publisher', 'address']);

const QUOTED = /“[^“”]{1,400}”|„[^„“]{1,400}“|«[^«»]{1,400}»|"[^"\n]{1,400}"/g;

/**
 * C27: no eight words in a row are copied from the report behind the kit. A short quotation is allowed, between
 * quotation marks and with its source: in a citation, or in a paragraph of a lesson that cites one. Overlapping matches
 * are reported as one passage.
 */
export function checkCopiedWords(passage: Passage): Issue[] {
  const { text, compared } = passage;
  const { reportRuns } = compared;
  if (!reportRuns || passage.kind === 'generated') return [];
  const stretches: { at: number; end: number }[] = [];
  for (const { at, text: words, print } of runsOf(text)) {
    if (!reportRuns.has(print)) continue;
    const last = stretches.at(-1);
    const end = at + words.length;
    if (last && at <= last.end) last.end = end;
    else stretches.push({ at, end });
  }
  const found = stretches
    .filter(({ at, end }) => !isQuotation(passage, at, end))
    .map(({ at, end }): TextFinding => ({ at, text: text.slice(at, end) }));
  return toIssues('C27', passage, found);
}

function isQuotation(passage: Passage, from: number, to: number): boolean {
  if (!passage.isCited(from) && !isBesideCitation(passage, from)) return false;
  if (passage.isCited(from) && BIBLIOGRAPHY.has(passage.path.at(-1))) return true;
  for (const { index, 0: quoted } of passage.text.matchAll(QUOTED))
    if (index <= from && to <= index + quoted.length) return quoted.split(/\s+/).length <= MAX_QUOTE_WORDS;
  return false;
}
