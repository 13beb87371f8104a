import type { Payment } from '#evidence/payments/model/payment.ts';
import type { Bundle, Exhibit } from './bundle.ts';

type Exhibits = Pick<Bundle, 'exhibits'>;

/** The exhibit and the place that a pinpoint names, as written. */
export function splitPlace(pinpoint: string): { readonly exhibit: string; readonly at: string } {
  const [exhibit = '', ...at] = pinpoint.split(' ');
  return { exhibit, at: at.join(' ') };
}

/** Every place of an exhibit, in its order; those of a ledger are the numbers of its payments. */
export const placesOf = ({ places, payments = [] }: Exhibit): string[] => [
  ...places.map(({ at }) => at),
  ...payments.map(({ no }) => String(no)),
];

/** True if the bundle has this place. */
export function hasPlace({ exhibits }: Exhibits, pinpoint: string): boolean {
  const { exhibit, at } = splitPlace(pinpoint);
  const found = exhibits.find(({ id }) => id === exhibit);
  return found !== undefined && placesOf(found).includes(at);
}

/** The payments from one account to another; either may be left out. */
export const paymentsBetween = (
  payments: readonly Payment[],
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Payment[] =>
  payments.filter(
    (payment) => (from === undefined || payment.from === from) && (to === undefined || payment.to === to),
  );

/**
 * The pinpoints that a place of a key stands for: itself, or for `E6 W01>W02` every payment from one account to the
 * other. Empty if the bundle has no such place.
 */
export function expandPlace(bundle: Exhibits, place: string): string[] {
  const { exhibit, at } = splitPlace(place);
  const [from, to] = at.split('>');
  if (to === undefined) return hasPlace(bundle, place) ? [place] : [];
  const payments = bundle.exhibits.find(({ id }) => id === exhibit)?.payments ?? [];
  return paymentsBetween(payments, { from, to }).map(({ no }) => `${exhibit} ${no}`);
}

/** The payments of the ledger of a bundle; none if it has no ledger. */
export const paymentsIn = ({ exhibits }: Exhibits): readonly Payment[] =>
  exhibits.flatMap(({ payments = [] }) => payments);
