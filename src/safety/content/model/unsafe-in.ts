import type { Issue, TextSpan } from '#kernel/model/issue.ts';
import { createPassage, type Origin } from './passage.ts';
import { readByRules } from './read-by-rules.ts';

/** A part of a text that a safety rule refuses; `code` and `params` give the reason in words. */
export interface UnsafePart extends TextSpan, Pick<Issue, 'code' | 'params'> {}

/**
 * The parts of one text of a case that break a safety rule, by their offsets in the text as it was written, first part
 * first: what is hidden by other alphabets, invisible characters or separated letters is found at the characters that
 * hide it. `library` gives the declared content level of the text and what the rules compare with; `cited` for a text in
 * a list of sources. Two rules may refuse the same part, and parts may overlap.
 */
export function unsafeIn(text: string, library: Pick<Origin, 'level' | 'compared' | 'cited'> = {}): UnsafePart[] {
  return readByRules(createPassage(text, { ...library, kind: 'scenario', spans: true }))
    .flatMap(({ code, params, span }) => (span ? [{ ...span, code, params }] : []))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}
