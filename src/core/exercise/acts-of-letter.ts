import type { LetterKind } from '#core/evidence/letters/letter.ts';
import type { Act, DoneAct } from './acts.ts';

/** The act that a letter is: one to keep data asks for them, a notice warns the site; any other letter is none. */
export function actOfLetter(kind: LetterKind): Act | undefined {
  if (kind === 'preservation') return 'request';
  return kind === 'notice' ? 'notify' : undefined;
}

/** The act that a letter was when it went out. */
export function actsOfLetter(kind: LetterKind, seq: number): DoneAct[] {
  const act = actOfLetter(kind);
  return act ? [{ act, seq }] : [];
}
