import type { SentLetters } from '#core/evidence/letters/sent-letters.ts';
import type { PreservationResponse } from '#core/preservation/play.ts';
import { type CompiledScenario, hasExercise } from '#core/scenario/compiled-scenario.ts';
import type { Act } from '#core/scenario/schemas.ts';
import type { AttemptState } from './replay-attempt.ts';

/** An act that took place, with the number of the event that shows it. */
export interface DoneAct {
  readonly act: Act;
  readonly seq: number;
}

/**
 * The acts of an attempt, the earliest first. An option that opens a bench or a request desk has done nothing yet: where a
 * case has one, pages count as preserved when one is captured, and data as asked for when a letter to preserve goes out.
 * A notice, a letter and a private contact at the bench or the desk count as the same acts of the story do.
 */
export function actsDone(scenario: CompiledScenario, attempt: Pick<AttemptState, 'acts' | 'responses'>): DoneAct[] {
  const atDesks: ReadonlySet<Act> = new Set([
    ...(hasExercise(scenario, 'preservation') ? (['preserve'] as const) : []),
    ...(hasExercise(scenario, 'requests') ? (['request'] as const) : []),
  ]);
  const done = [
    ...attempt.acts.filter(({ act }) => !atDesks.has(act)),
    ...Object.values(attempt.responses).flatMap(actsIn),
  ];
  return done.sort((a, b) => a.seq - b.seq);
}

/** The acts that a bench or a request desk shows; responses of other kinds show none. */
function actsIn(response: unknown): DoneAct[] {
  const { items = [], acts = [], letters = [] } = response as Partial<PreservationResponse & SentLetters>;
  return [
    ...items.flatMap(({ status, seq }): DoneAct[] => (status === 200 ? [{ act: 'preserve', seq }] : [])),
    ...letters.flatMap(({ letter, seq }) => actOf(letter.kind, seq)),
    ...acts.flatMap((act): DoneAct[] => {
      if (act.type === 'request.entered') return actOf(act.letter.kind, act.seq);
      if (act.type === 'notice.entered') return [{ act: 'notify', seq: act.seq }];
      const isContact = act.type === 'shortcut.taken' && act.shortcut === 'private-contact';
      return isContact ? [{ act: 'contact', seq: act.seq }] : [];
    }),
  ];
}

function actOf(kind: string, seq: number): DoneAct[] {
  if (kind === 'preservation') return [{ act: 'request', seq }];
  return kind === 'notice' ? [{ act: 'notify', seq }] : [];
}
