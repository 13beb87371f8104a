import { type AttemptState, stateOf } from '#core/attempt/replay-attempt.ts';
import type { LetterKind } from '#core/evidence/letters/letter.ts';
import type { SentLetters } from '#core/evidence/letters/sent-letters.ts';
import type { Instant } from '#core/kernel/instant.ts';
import type { Market } from '#core/market/market.ts';
import type { PreservationResponse } from '#core/preservation/play.ts';
import type { Answer } from '#core/requests/answer-letter.ts';
import { answersTo } from '#core/requests/answers-to.ts';
import type { Platform, RequestDesk } from '#core/requests/desk.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';

/** A letter that went out, with what is known of it at this moment of the case. */
export interface KnownLetter {
  /** Its number at a request desk; a letter of the bench has none. */
  readonly id?: string;
  readonly kind: LetterKind;
  /** Who got it: a company of the desk, or the id of a site as the bench has it. Empty where it names nobody. */
  readonly to: Platform | string;
  readonly sentAt: Instant;
  readonly seq: number;
  /** `unanswered`: the desk waits for an answer. Left out of a letter of the bench: what came back is in the story alone. */
  readonly answer?: Pick<Answer, 'outcome' | 'at'> | 'unanswered';
}

/** Every letter of an attempt, the earliest first. An answer that is dated later than the clock is not known yet. */
export function knownLetters(
  scenario: CompiledScenario,
  market: Market,
  { responses, world, clock }: Pick<AttemptState, 'responses' | 'world' | 'clock'>,
): KnownLetter[] {
  const found = Object.entries(responses).flatMap(([id, response]): KnownLetter[] => {
    const state = stateOf(scenario, id);
    if (state.type !== 'exercise') return [];
    if (state.kind === 'preservation') return lettersOfBench(response as PreservationResponse);
    if (state.kind !== 'requests') return [];
    const desk = state.brief as unknown as RequestDesk;
    return answersTo(response as SentLetters, { desk, market, world }).map(({ id, letter, sentAt, seq, answer }) => ({
      id,
      kind: letter.kind,
      to: desk.platforms.find((platform) => platform.id === letter.to) ?? '',
      sentAt,
      seq,
      answer: answer.at <= clock ? { outcome: answer.outcome, at: answer.at } : 'unanswered',
    }));
  });
  return found.sort((a, b) => a.seq - b.seq);
}

function lettersOfBench({ acts }: PreservationResponse): KnownLetter[] {
  return acts.flatMap((act): KnownLetter[] => {
    if (act.type === 'request.entered')
      return [{ kind: act.letter.kind, to: act.letter.to, sentAt: act.at, seq: act.seq }];
    if (act.type === 'notice.entered') return [{ kind: 'notice', to: act.platform, sentAt: act.at, seq: act.seq }];
    return [];
  });
}
