import { LINK_READERS, ReadLinks } from '../../case/debrief-reader/links.ts';
import { type KindReader, readerOf } from '../kind-reader.ts';

/** The second reader of exercises of linking. */
export const READER: KindReader = {
  exercise: readerOf(LINK_READERS, (attempt, id) => new ReadLinks(attempt, id)),
};
