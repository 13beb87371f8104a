import { may, type ReadAttempt } from '../../case/debrief-reader/attempt.ts';
import { TABLE_READERS } from '../../case/debrief-reader/table-sentences.ts';
import { ReadTable, ROUNDS_OF } from '../../case/debrief-reader/table-top.ts';
import { type KindReader, readerOf } from '../kind-reader.ts';

const tables = (attempt: ReadAttempt) => attempt.exercises('policy').map((id) => new ReadTable(attempt, id));
/** The first choice of each round in which survivors or sellers had not been heard before. */
const chosenUnheard = (attempt: ReadAttempt) =>
  tables(attempt).flatMap((read) =>
    ROUNDS_OF.flatMap((round) => (read.lateIn(round).length > 0 ? [read.of(round)[0]?.[1] ?? 0] : [])),
  );

/** The second reader of policy table-tops. */
export const READER: KindReader = {
  exercise: readerOf(TABLE_READERS, (attempt, id) => new ReadTable(attempt, id)),
  firstPage: {
    readers: {
      'change.policy-late': (attempt) => {
        const late = chosenUnheard(attempt);
        return late.length > 0 ? [{ params: { count: late.length }, events: late, optional: true }] : [];
      },
      'change.policy-empty': (attempt) => may(tables(attempt).some(({ plan }) => plan.length === 0)),
    },
    graverThan: { 'change.policy-late': 'change.never', 'change.policy-empty': 'change.ledger-ordinary' },
    isSafe: (attempt) => tables(attempt).every(({ plan }) => plan.length > 0) && chosenUnheard(attempt).length === 0,
  },
  contradictions: [
    ['policy.nothing', 'policy.plan'],
    ['policy.nothing', 'policy.empty'],
    ['policy.nothing', 'policy.heard.all'],
    ['policy.empty', 'policy.plan'],
    ['policy.empty', 'policy.view.open'],
    ['policy.heard.all', 'policy.heard.not'],
    ['policy.dissent.said', 'policy.dissent.none'],
    ['policy.view.same', 'policy.view.differs'],
    ['policy.view.same', 'policy.view.open'],
    ['policy.view.same', 'policy.view.stale'],
    ['policy.view.differs', 'policy.view.stale'],
    ['keep.safe', 'change.policy-late'],
  ],
};
