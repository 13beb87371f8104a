import type { GroupedTrace } from './families.ts';
import type { Locator } from './market.ts';

/** Where a shared trace is visible: on the page, or in a record. */
export const TRACE_LOCATORS: Readonly<Record<GroupedTrace, Locator>> = {
  phone: 'f:phone',
  template: 's1',
  picture: 'f:picture',
  room: 'f:room',
  mark: 'f:picture',
  handle: 'f:payment',
  payer: 'r:payer',
  fees: 'r:fees',
  device: 'r:device',
  sync: 'r:renewals',
  circuit: 'r:route',
  arrival: 'r:route',
  burst: 'r:account',
  collector: 'r:ledger',
};
