import type { LetterKind } from '#core/evidence/letters/letter.ts';
import type { DoneAct } from './acts.ts';

/** The act that a letter is: one to keep data asks for them, a notice warns the site; any other letter is none. */
export function actsOfLetter(kind: LetterKind, seq: number): DoneAct[] {
  if (kind === 'preservation') return [{ act: 'request', seq }];
  return kind === 'notice' ? [{ act: 'notify', seq }] : [];
}
