import { MOVES, type TextMove } from './moves.ts';

/** What kind of text a site holds. */
export interface KindOfText {
  /** Its moves, in their usual order. */
  readonly moves: readonly TextMove[];
  /** Minimum and maximum characters of what does not depend on signs; short texts are more frequent. */
  readonly characters: readonly [number, number];
}

export const TEXT_KINDS = ['classified', 'profile', 'post', 'offer', 'reply'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

const moves = (list: string) => list.split(' ') as TextMove[];

export const KINDS_OF_TEXT: Readonly<Record<TextKind, KindOfText>> = {
  classified: {
    moves: moves('who about offer place inside way time terms pay wish news contact bye'),
    characters: [10, 420],
  },
  profile: {
    moves: moves('greet who about offer inside place way time terms pay wish news contact bye'),
    characters: [10, 600],
  },
  post: {
    moves: moves('greet news who about offer place inside way time terms pay wish contact bye'),
    characters: [10, 500],
  },
  offer: {
    moves: moves('greet who offer about place way inside time pay terms wish news contact bye'),
    characters: [10, 600],
  },
  reply: {
    moves: moves('greet who offer about time place way inside wish terms pay news contact bye'),
    characters: [10, 420],
  },
};

/** Moves of which an ad may have two clauses. */
export const DOUBLE_MOVES: ReadonlySet<TextMove> = new Set(moves('about place inside time wish terms'));

/** Moves that stay at their end of the text. */
export const FIXED_MOVES: ReadonlySet<TextMove> = new Set(moves('greet who bye'));

/**
 * Moves of one subject, which a sentence may hold beside each other, as number of the first × number of moves + number of
 * the next; others would be thrown together.
 */
export const GO_TOGETHER: ReadonlySet<number> = new Set(
  (
    [
      ['who', 'about'],
      ['about', 'who'],
      ['place', 'way'],
      ['way', 'place'],
      ['time', 'contact'],
      ['contact', 'time'],
      ['terms', 'pay'],
      ['pay', 'terms'],
    ] as const
  ).map(([one, next]) => MOVES.indexOf(one) * MOVES.length + MOVES.indexOf(next)),
);
