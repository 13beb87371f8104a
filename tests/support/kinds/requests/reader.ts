import { ReadDesk } from '../../case/debrief-reader/desk.ts';
import { DESK_READERS } from '../../case/debrief-reader/desk-sentences.ts';
import { type KindReader, readerOf } from '../kind-reader.ts';

/** The second reader of request desks. */
export const READER: KindReader = {
  exercise: readerOf(DESK_READERS, (attempt, id) => new ReadDesk(attempt, id)),
};
