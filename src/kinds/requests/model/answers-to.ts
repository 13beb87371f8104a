import type { DataCategory } from '#evidence/letters/model/letter.ts';
import type { SentLetter, SentLetters } from '#evidence/letters/model/sent-letters.ts';
import { addMinutes, DAY, type Instant } from '#kernel/model/instant.ts';
import { type Answer, answerLetter, type DeskCase, removalBy } from './answer-letter.ts';

/** A letter with its answer. */
export interface AnsweredLetter extends SentLetter {
  readonly answer: Answer;
  /** For a preservation request: end of the preservation, including renewals. */
  readonly keptUntil?: Instant;
}

/** The letters of a desk with their answers, in the order of sending. The effects of each are known to the next. */
export function answersTo(
  { letters, renewals }: Pick<SentLetters, 'letters' | 'renewals'>,
  { desk, market, world }: Omit<DeskCase, 'kept'>,
): AnsweredLetter[] {
  const answered: AnsweredLetter[] = [];
  let changed = world;
  for (const sent of letters) {
    const known = { desk, market, world: changed, kept: keptAt(answered, sent.letter.to, sent.sentAt) };
    const answer = answerLetter(sent.letter, sent.sentAt, known);
    const { until } = answer;
    const keptUntil = until && renewals.filter(({ of }) => of === sent.id).reduce(prolonged, until);
    changed = [...changed, ...removalBy(sent.letter, answer, known)];
    answered.push({ ...sent, answer, ...(keptUntil && { keptUntil }) });
  }
  return answered;
}

/** The end of a period after one renewal; a renewal after the end has no effect. */
function prolonged(until: Instant, { at, days }: { readonly at: Instant; readonly days: number }): Instant {
  return at <= until ? addMinutes(until, (days * DAY) / 60) : until;
}

/** Data that the platform preserves at that moment because of an earlier letter. */
export function keptAt(answered: readonly AnsweredLetter[], platform: string, instant: Instant): DataCategory[] {
  const standing = answered.filter(
    ({ letter, keptUntil }) => letter.to === platform && keptUntil !== undefined && keptUntil >= instant,
  );
  return [...new Set(standing.flatMap(({ answer }) => answer.data))];
}
