import type { AttemptEvent } from '#case/attempt/model/attempt-log.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import type { TeamState } from '#room/model/room-state.ts';
import type { AttemptChecker } from './attempt-checker.ts';

/**
 * Whether new events of a team stay within its places of each exercise with a hidden half, and within what its own last
 * act allows. A team has to confirm its places before it can finish such an exercise without an act.
 */
export function keepsToShare(
  {
    part,
    checker,
    kinds,
  }: {
    readonly part: PublicPart;
    readonly checker: AttemptChecker;
    readonly kinds: Pick<Kinds, 'plays' | 'inRoom'>;
  },
  { attempt, places }: TeamState,
  fresh: readonly AttemptEvent[],
): boolean {
  const responses: Record<string, unknown> = attempt ? { ...checker.stateAfter(attempt).responses } : {};
  return fresh.every((event) => {
    const state = Object.hasOwn(part.scenario.states, event.state) ? part.scenario.states[event.state] : undefined;
    if (state?.type !== 'exercise' || !state.brief) return true;
    const [hidden, play] = [kinds.inRoom.need(state.kind).hidden, kinds.plays.of(state.kind)];
    if (!hidden || !play) return true;
    const before = responses[event.state];
    const share = places?.[event.state];
    if (event.type === 'exercise.committed') return share === undefined || before !== undefined;
    if (event.type !== 'exercise.acted') return true;
    if (!hidden.mayAct(state.brief, before, event.action, share)) return false;
    responses[event.state] = play.reduce(before ?? play.empty, event.action, { at: event.at, seq: event.seq });
    return true;
  });
}
