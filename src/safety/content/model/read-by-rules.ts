import type { Issue } from '#kernel/model/issue.ts';
import { type Passage, passageAsSeen } from './passage.ts';
import { SAFETY_RULES } from './rules.ts';

const ofCharacters = SAFETY_RULES.flatMap(({ check }) => check.characters ?? []);
const ofText = SAFETY_RULES.flatMap(({ check }) => check.text ?? []);

/**
 * Applies the text rules to one text: some to its characters as written, the others to the text as a reader sees it.
 */
export function readByRules(written: Passage): Issue[] {
  const seen = passageAsSeen(written);
  return [...ofCharacters.flatMap((check) => check(written)), ...ofText.flatMap((check) => check(seen))];
}
