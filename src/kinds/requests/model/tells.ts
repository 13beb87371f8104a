import { actsOfLetter } from '#case/exercise/model/acts-of-letter.ts';
import type { KindTells } from '#case/exercise/model/kind-tells.ts';
import type { KnownLetter } from '#evidence/letters/model/known-letter.ts';
import type { Letter } from '#evidence/letters/model/letter.ts';
import type { Answer } from './answer-letter.ts';
import { answersTo } from './answers-to.ts';
import { officeOf } from './channels.ts';
import type { RequestDesk } from './desk.ts';
import type { RequestsKind } from './kind.ts';

/** The office of another State to which a letter goes in place of the company that it is about. */
function officeFor(letter: Letter, desk: RequestDesk): Pick<KnownLetter, 'by'> {
  const office = officeOf(letter);
  const home = desk.platforms.find(({ id }) => id === letter.to)?.state;
  const state = desk.states.find(({ id }) => id === home)?.name;
  return office === 'company' || state === undefined ? {} : { by: { office, state } };
}

const knownAnswer = ({ outcome, at, reasons }: Answer) => ({
  outcome,
  at,
  ...(reasons.includes('account-holder-told') && { holderTold: true as const }),
});

/** Letters that were sent, each with its answer; a draft is not counted. */
export const REQUESTS_TELLS: KindTells<RequestsKind> = {
  tell: (response) => ({
    acts: response.letters.flatMap(({ letter, seq }) => actsOfLetter(letter.kind, seq)),
    letters: ({ brief: desk, market, world, clock }) =>
      answersTo(response, { desk, market, world }).map(({ id, letter, sentAt, seq, answer }) => ({
        id,
        kind: letter.kind,
        to: desk.platforms.find((platform) => platform.id === letter.to) ?? '',
        ...officeFor(letter, desk),
        sentAt,
        seq,
        answer: answer.at <= clock ? knownAnswer(answer) : 'unanswered',
      })),
    handled: () => [{ id: 'requests.letters', n: response.letters.length }],
  }),
};
