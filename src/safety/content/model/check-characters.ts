import type { Issue } from '#kernel/model/issue.ts';
import { matchesOf, toIssues } from './finding.ts';
import type { Passage } from './passage.ts';

/**
 * Pictographs that an ad may contain: each stands before a number, hours or a list, or around a title, and is a code for
 * nothing. Others are refused. None has two UTF-16 units, so that all programs count the characters of a text alike.
 */
const MARKS_OF_ADS = '☎⏰★✔';

/**
 * Any character that generated text may not contain: only letters, ASCII digits, spaces, plain punctuation, the block of
 * a hidden number, and a few marks are allowed.
 */
const DISALLOWED = new RegExp(`[^\\p{L}\\p{M}0-9 .,:;!?'’"“”()/&%+=$#_–▒◈${MARKS_OF_ADS}-]`, 'gu');

/** Pictograms, arrows and trademark signs, but for the marks of ads; and the glyph that only a market card explains. */
const PICTOGRAMS = new RegExp(
  `(?![${MARKS_OF_ADS}](?!\\ufe0f))[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u{2190}-\\u{21ff}\\u{27f0}-\\u{27ff}\\u{2900}-\\u{297f}\\u{2b00}-\\u{2bff}\\u{1f000}-\\u{1faff}©®™]\\ufe0f?`,
  'gu',
);

const GLYPH = /◈/g;

/** C15: no emoji, arrow or trademark sign but for the marks of ads; ◈ only if the market card gives it a meaning. */
export function checkCharacters(passage: Passage): Issue[] {
  const { text, kind, glyph } = passage;
  if (kind === 'lesson') return [];
  return toIssues('C15', passage, [
    ...matchesOf(text, kind === 'generated' ? DISALLOWED : PICTOGRAMS),
    ...(glyph ? [] : matchesOf(text, GLYPH)),
  ]);
}
