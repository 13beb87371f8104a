import { may } from '../../case/debrief-reader/attempt.ts';
import { accusedRows, COURT_READERS, ReadCourt, redLinesOf } from '../../case/debrief-reader/court.ts';
import { type KindReader, readerOf } from '../kind-reader.ts';

/** The second reader of courtroom exercises. */
export const READER: KindReader = {
  exercise: readerOf(COURT_READERS, (attempt, id) => new ReadCourt(attempt, id)),
  firstPage: {
    readers: {
      'change.row-accused': (attempt) => may(accusedRows(attempt) > 0, { count: accusedRows(attempt) }),
    },
    graverThan: {},
    isSafe: (attempt) => accusedRows(attempt) + redLinesOf(attempt) === 0,
  },
};
