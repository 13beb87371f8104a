import { workbenchOf } from '../../case/debrief-reader/bench.ts';
import { FAULT_READERS } from '../../case/debrief-reader/bench-faults.ts';
import { LETTER_READERS } from '../../case/debrief-reader/bench-letters.ts';
import { ORDER_READERS } from '../../case/debrief-reader/bench-order.ts';
import { PAGE_READERS } from '../../case/debrief-reader/bench-pages.ts';
import { QUESTION_READERS } from '../../case/debrief-reader/bench-questions.ts';
import { type KindReader, readerOf } from '../kind-reader.ts';

/** The second reader of workbenches. */
export const READER: KindReader = {
  exercise: readerOf(
    { ...PAGE_READERS, ...ORDER_READERS, ...FAULT_READERS, ...QUESTION_READERS, ...LETTER_READERS },
    workbenchOf,
  ),
};
