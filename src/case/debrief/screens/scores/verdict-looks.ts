import type { FindingKind } from '#case/exercise/model/exercise-kind.ts';

/** The end of the class names of a verdict, and its icon. */
export interface VerdictLook {
  readonly name: 'hit' | 'miss' | 'false' | 'trap' | 'cue' | 'you';
  readonly icon: string;
}

/** How each kind of finding looks: line, icon and (last) colour. What could not be known has no line, and a fact has none. */
export const VERDICT_LOOKS: Readonly<Record<FindingKind, VerdictLook | undefined>> = {
  hit: { name: 'hit', icon: '#i-hit' },
  miss: { name: 'miss', icon: '#i-miss' },
  falseFlag: { name: 'false', icon: '#i-false' },
  trap: { name: 'trap', icon: '#i-trap' },
  cue: { name: 'cue', icon: '#i-cue' },
  notKnowable: undefined,
  fact: undefined,
};
