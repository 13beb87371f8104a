import type { KindInLog } from '#case/debrief/screens/kind-in-log.ts';

/** How the acts at a ledger are told in the attempt log. */
export const ACTS_IN_LOG: KindInLog = {
  takenBack: { 'payment.marked': 'role', 'payment.keyed': 'no', 'account.viewed': 'as' },
};
