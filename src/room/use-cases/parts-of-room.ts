import type { Kinds } from '#case/exercise/model/kinds.ts';
import { type AnswersOpen, partsOfCase } from '#case/language/model/parts-of-case.ts';
import type { RoomPart, SharedPlaces } from '#case/language/model/room-parts.ts';
import { decisionPart, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { answerParts } from '#case/play/use-cases/open-answers.ts';

/** The parts in which the case is released. */
export function partsOfRoom(
  part: PublicPart,
  answers: AnswersOpen,
  kinds: Pick<Kinds, 'plays' | 'inRoom'>,
): RoomPart[] {
  const parts = partsOfCase(part.scenario, { all: answerParts(part, kinds), decision: decisionPart }, answers);
  return parts.map((one) => {
    const shared = one.states.flatMap((id) => placesAt(part, id, kinds));
    return shared.length > 0 ? { ...one, shared } : one;
  });
}

/** What teams can share out in the exercise at a state. */
function placesAt({ scenario }: PublicPart, id: string, { inRoom }: Pick<Kinds, 'inRoom'>): SharedPlaces[] {
  const state = scenario.states[id];
  if (state?.type !== 'exercise' || !state.brief) return [];
  const places = inRoom.need(state.kind).hidden?.places(state.brief) ?? [];
  return places.length > 1 ? [{ state: id, places: places.map(({ id: place, name }) => ({ id: place, name })) }] : [];
}
