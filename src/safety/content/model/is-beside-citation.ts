import type { Passage } from './passage.ts';

/** Maximum distance searched for the citation of a paragraph, in characters. */
const MAX_PARAGRAPH_LENGTH = 5_000;

/**
 * True in a lesson: inside a citation, in a paragraph that cites a source, and in a field that the sources of its page
 * support.
 */
export function isBesideCitation(passage: Passage, at: number): boolean {
  if (passage.kind !== 'lesson') return false;
  if (passage.isCited(at) || passage.citing) return true;
  const { text } = passage;
  const before = text.slice(Math.max(0, at - MAX_PARAGRAPH_LENGTH), at);
  const after = text.slice(at, at + MAX_PARAGRAPH_LENGTH);
  const start = before.lastIndexOf('\n\n') + 1;
  const end = after.indexOf('\n\n');
  return /<(?:Cite|Ref)\s/.test(before.slice(start) + after.slice(0, end < 0 ? undefined : end));
}
