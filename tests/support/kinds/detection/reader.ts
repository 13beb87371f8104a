import { FIND_READERS, findsOf } from '../../case/debrief-reader/finds.ts';
import { type KindReader, readerOf } from '../kind-reader.ts';

/** The second reader of exercises of finding. */
export const READER: KindReader = {
  exercise: readerOf(FIND_READERS, findsOf),
};
