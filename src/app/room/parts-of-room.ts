import { decisionPart, type PublicPart } from '#app/case/case-parts.ts';
import { answerParts } from '#app/case/open-answers.ts';
import { type AnswersOpen, partsOfCase } from '#core/room/parts-of-case.ts';
import type { RoomPart } from '#core/room/room-parts.ts';

/** The parts in which the case is released. */
export function partsOfRoom(part: PublicPart, answers: AnswersOpen): RoomPart[] {
  return partsOfCase(part.scenario, { all: answerParts(part), decision: decisionPart }, answers);
}
