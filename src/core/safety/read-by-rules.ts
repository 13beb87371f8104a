import type { Issue } from '#core/kernel/issue.ts';
import { type Passage, passageAsSeen } from './passage.ts';
import { SAFETY_RULES } from './rules.ts';

const ofCharacters = SAFETY_RULES.flatMap(({ check }) => check.characters ?? []);
const ofText = SAFETY_RULES.flatMap(({ check }) => check.text ?? []);

/** What the rules for texts say of one text: of its characters as they are written, and of its words as they are read. */
export function readByRules(written: Passage): Issue[] {
  const seen = passageAsSeen(written);
  return [...ofCharacters.flatMap((check) => check(written)), ...ofText.flatMap((check) => check(seen))];
}
