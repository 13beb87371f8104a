import type { KindTells } from '#case/exercise/model/kind-tells.ts';
import { REQUEST_PARTS, requestGaps } from './freeze-request.ts';
import type { LedgerKind } from './kind.ts';

/** Marked payments, judged accounts, traced paths, and filled parts of the request. */
export const LEDGER_TELLS: KindTells<LedgerKind> = {
  tell: ({ marks, views, paths, request }) => ({
    handled: () => [
      { id: 'ledger.payments', n: marks.length },
      { id: 'ledger.accounts', n: views.length },
      { id: 'ledger.paths', n: paths.length },
      { id: 'ledger.request', n: REQUEST_PARTS.length - requestGaps(request).length, of: REQUEST_PARTS.length },
    ],
  }),
};
