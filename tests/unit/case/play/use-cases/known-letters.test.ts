import { describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { knownLetters } from '#case/play/use-cases/known-letters.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { playAtRandom } from '../../../../support/builders/random-player.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

/** A letter, read from the log alone. */
interface Sent {
  readonly kind: string;
  readonly sentAt: string;
  /** Time of its answer; undefined for a letter of the workbench. */
  readonly answeredAt?: string;
}

/** Minutes until the answer to a letter: of its channel where that is open to the company, else of the company. */
function delayOf({ to, channel }: { to: string; channel?: string }, desks: readonly RequestDesk[]): number {
  const [desk] = desks;
  const company = desk?.platforms.find(({ id }) => id === to);
  if (!desk || !company) return 0;
  const open: Readonly<Record<string, number>> =
    company.state === desk.home ? {} : (desk.states.find(({ id }) => id === company.state)?.channels ?? {});
  return open[channel ?? ''] ?? company.answersAfterMinutes;
}

function sentIn({ events }: AttemptLog, desks: readonly RequestDesk[]): Sent[] {
  return events.flatMap((event): Sent[] => {
    if (event.type !== 'exercise.acted') return [];
    const { action, at } = event as unknown as {
      at: string;
      action: { type: string; letter: { kind: string; to: string; channel?: string } };
    };
    if (action.type === 'letter.sent')
      return [{ kind: action.letter.kind, sentAt: at, answeredAt: addMinutes(at, delayOf(action.letter, desks)) }];
    if (action.type === 'request.entered') return [{ kind: action.letter.kind, sentAt: at }];
    return action.type === 'notice.entered' ? [{ kind: 'notice', sentAt: at }] : [];
  });
}

describe('the letters that are known', () => {
  it.each(['a-week-later', 'two-addresses'])(
    '%s: contain each letter in the log, and no answer before its time',
    (name) => {
      const { material, answers } = theCase(`scenarios/${name}`);
      const { scenario, market } = material;
      const desks = Object.values(scenario.states).flatMap((state) =>
        state.type === 'exercise' && state.kind === 'requests' ? [state.brief as unknown as RequestDesk] : [],
      );
      const seen = { letters: 0, answered: 0, unanswered: 0 };
      for (let n = 0; n < 20; n++) {
        const log = playAtRandom(material, answers, `letters ${n}`);
        for (let length = 0; length <= log.events.length; length++) {
          const part = { ...log, events: log.events.slice(0, length) };
          const attempt = replayAttempt({ scenario, market, kinds: KINDS }, part);
          const known = knownLetters({ scenario, market, kinds: KINDS }, attempt);
          const sent = sentIn(part, desks);

          expect(known.map(({ kind, sentAt }) => ({ kind, sentAt }))).toEqual(
            sent.map(({ kind, sentAt }) => ({ kind, sentAt })),
          );
          for (const [i, { answer }] of known.entries()) {
            const due = sent[i]?.answeredAt;
            if (due === undefined) expect(answer).toBeUndefined();
            else if (due > attempt.clock) expect(answer).toBe('unanswered');
            else expect(answer).toMatchObject({ at: due });
            seen.letters++;
            if (answer === 'unanswered') seen.unanswered++;
            else if (answer) seen.answered++;
          }
        }
      }
      expect(seen.letters).toBeGreaterThan(0);
      if (desks.length > 0) {
        expect(seen.answered).toBeGreaterThan(0);
        expect(seen.unanswered).toBeGreaterThan(0);
      }
    },
  );
});
