import { MAP_READERS, ReadMap } from '../../case/debrief-reader/map.ts';
import { CODE_READERS } from '../../case/debrief-reader/map-codes.ts';
import { type KindReader, readerOf } from '../kind-reader.ts';

/** The second reader of exercises of mapping. */
export const READER: KindReader = {
  exercise: readerOf({ ...MAP_READERS, ...CODE_READERS }, (attempt, id) => new ReadMap(attempt, id)),
};
