import { HARM_RULES } from './wording-of-harm.ts';
import { LABEL_RULES } from './wording-of-labels.ts';
import { MINOR_RULES } from './wording-of-minors.ts';
import type { WordingRule } from './wording-rule.ts';

/** All ways of writing about persons that are refused. */
export const WORDING_RULES: readonly WordingRule[] = [...LABEL_RULES, ...HARM_RULES, ...MINOR_RULES];
