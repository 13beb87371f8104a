import { ReadTest, TEST_READERS } from '../../case/debrief-reader/platform-test.ts';
import { type KindReader, readerOf } from '../kind-reader.ts';

/** The second reader of tests of platforms. */
export const READER: KindReader = {
  exercise: readerOf(TEST_READERS, (attempt, id) => new ReadTest(attempt, id)),
};
