import type { ExerciseHandled } from '#case/exercise/model/handled.ts';
import { REQUEST_PARTS, requestGaps } from './freeze-request.ts';
import type { LedgerResponse } from './play.ts';

/** Marked payments, judged accounts, traced paths, and filled parts of the request. */
export const LEDGER_HANDLED: ExerciseHandled = {
  handledIn(response) {
    const { marks, views, paths, request } = response as LedgerResponse;
    const filled = REQUEST_PARTS.length - requestGaps(request).length;
    return [
      { id: 'ledger.payments', n: marks.length },
      { id: 'ledger.accounts', n: views.length },
      { id: 'ledger.paths', n: paths.length },
      { id: 'ledger.request', n: filled, of: REQUEST_PARTS.length },
    ];
  },
};
