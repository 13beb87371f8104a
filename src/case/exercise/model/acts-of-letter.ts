import type { LetterKind } from '#evidence/letters/model/letter.ts';
import type { Act, DoneAct } from './acts.ts';

/**
 * The act that a letter counts as: a preservation letter requests data, a notice notifies the site; other letters are
 * not acts.
 */
export function actOfLetter(kind: LetterKind): Act | undefined {
  if (kind === 'preservation') return 'request';
  return kind === 'notice' ? 'notify' : undefined;
}

/** The act that a letter counts as once it is sent. */
export function actsOfLetter(kind: LetterKind, seq: number): DoneAct[] {
  const act = actOfLetter(kind);
  return act ? [{ act, seq }] : [];
}
