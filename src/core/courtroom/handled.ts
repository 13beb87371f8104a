import type { ExerciseHandled } from '#core/exercise/handled.ts';
import type { CourtFile } from './court-file.ts';
import { type CourtroomResponse, rulingOn } from './play.ts';

/** Rows with a state, motions with a signed ruling, and the judgment, of those that the file has. */
export const COURTROOM_HANDLED: ExerciseHandled = {
  handledIn(response, brief) {
    const own = response as CourtroomResponse;
    const { elements, motions, judgment } = (brief as unknown as CourtFile).bundle;
    const rows = elements.filter(({ id }) => own.rows.some(({ element }) => element === id)).length;
    const ruled = motions.filter(({ id }) => rulingOn(own, id)).length;
    const signed = Number(own.judgmentSigned !== undefined);
    return [
      { id: 'courtroom.rows', n: rows, of: elements.length },
      ...(motions.length > 0 ? [{ id: 'courtroom.rulings', n: ruled, of: motions.length }] : []),
      ...(judgment.length > 0 ? [{ id: 'courtroom.judgment', n: signed, of: 1 }] : []),
    ];
  },
};
