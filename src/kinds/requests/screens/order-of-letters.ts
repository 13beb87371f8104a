import type { DiaryEntry } from '#evidence/letters/model/sent-letters.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { AnsweredLetter } from '#kinds/requests/model/answers-to.ts';

/** One line of what happened, or will: a letter out, its answer in, a day in the diary, the end of a period. */
export interface DeskLine {
  readonly at: Instant;
  readonly what: 'sent' | 'answered' | 'later' | 'renewal' | 'ends';
  readonly letter: AnsweredLetter;
  readonly isAhead: boolean;
}

/**
 * Everything about the letters in the order of the case's clock. While the case goes on, an answer that has not come yet
 * is no part of it, nor is the end of a period that it would tell; once it is over, an answer that comes later is.
 */
export function orderOfLetters(
  answered: readonly AnsweredLetter[],
  diary: readonly DiaryEntry[],
  now: Instant,
  isOver = false,
): DeskLine[] {
  const lines = answered.flatMap((letter): Omit<DeskLine, 'isAhead'>[] => {
    const { sentAt, answer, keptUntil } = letter;
    const sent = { at: sentAt, what: 'sent', letter } as const;
    if (answer.at > now) return isOver ? [sent, { at: answer.at, what: 'later', letter }] : [sent];
    const days = diary.filter(({ of }) => of === letter.id);
    return [
      sent,
      { at: answer.at, what: 'answered', letter },
      ...days.map(({ on }) => ({ at: on, what: 'renewal', letter }) as const),
      ...(keptUntil === undefined ? [] : [{ at: keptUntil, what: 'ends', letter } as const]),
    ];
  });
  return lines.map((line) => ({ ...line, isAhead: line.at > now })).sort((a, b) => compareCodes(a.at, b.at));
}
