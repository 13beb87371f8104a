import { ReadLedger } from '../../case/debrief-reader/ledger.ts';
import { LEDGER_READERS } from '../../case/debrief-reader/ledger-sentences.ts';
import { type KindReader, readerOf } from '../kind-reader.ts';

/** The second reader of ledgers. */
export const READER: KindReader = {
  exercise: readerOf(LEDGER_READERS, (attempt, id) => new ReadLedger(attempt, id)),
};
