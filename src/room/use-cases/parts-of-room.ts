import { decisionPart, type PublicPart } from '#app/case/case-parts.ts';
import { answerParts } from '#app/case/open-answers.ts';
import type { WithKeyParts } from '#app/kinds/kind-plug.ts';
import type { Kinds } from '#core/exercise/kinds.ts';
import { type AnswersOpen, partsOfCase } from '#core/room/parts-of-case.ts';
import type { RoomPart, SharedPlaces } from '#core/room/room-parts.ts';

/** The parts in which the case is released. */
export function partsOfRoom(
  part: PublicPart,
  answers: AnswersOpen,
  kinds: Pick<Kinds, 'hidden'> & WithKeyParts,
): RoomPart[] {
  const parts = partsOfCase(part.scenario, { all: answerParts(part, kinds), decision: decisionPart }, answers);
  return parts.map((one) => {
    const shared = one.states.flatMap((id) => placesAt(part, id, kinds));
    return shared.length > 0 ? { ...one, shared } : one;
  });
}

/** What teams can share out in the exercise at a state. */
function placesAt({ scenario }: PublicPart, id: string, { hidden }: Pick<Kinds, 'hidden'>): SharedPlaces[] {
  const state = scenario.states[id];
  if (state?.type !== 'exercise' || !state.brief) return [];
  const places = hidden.of(state.kind)?.places(state.brief) ?? [];
  return places.length > 1 ? [{ state: id, places: places.map(({ id: place, name }) => ({ id: place, name })) }] : [];
}
