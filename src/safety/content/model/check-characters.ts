import type { Issue } from '#kernel/model/issue.ts';
import { matchesOf, toIssues } from './finding.ts';
import type { Passage } from './passage.ts';

/**
 * Any character that generated text may not contain: only letters, ASCII digits, spaces, plain punctuation, and the
 * block of a hidden number are allowed.
 */
const DISALLOWED = /[^\p{L}\p{M}0-9 .,:;!?'’"“”()/&%+=$#_–▒◈-]/gu;

/** Pictograms, arrows and trademark signs, and the glyph that only a market card explains. */
const PICTOGRAMS =
  /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{2190}-\u{21ff}\u{27f0}-\u{27ff}\u{2900}-\u{297f}\u{2b00}-\u{2bff}\u{1f000}-\u{1faff}©®™]\ufe0f?/gu;

const GLYPH = /◈/g;

/** C15: no emoji, arrow or trademark sign; ◈ only if the market card gives it a meaning. */
export function checkCharacters(passage: Passage): Issue[] {
  const { text, kind, glyph } = passage;
  if (kind === 'lesson') return [];
  return toIssues('C15', passage, [
    ...matchesOf(text, kind === 'generated' ? DISALLOWED : PICTOGRAMS),
    ...(glyph ? [] : matchesOf(text, GLYPH)),
  ]);
}
