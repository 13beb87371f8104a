import type { DataCategory, Letter, Office } from '#evidence/letters/model/letter.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import type { Gap } from './letter-parts.ts';

/** Offices that may ask for one kind of data by a letter of this kind, from the table of the desk's State. */
function entitled(letter: Letter, data: DataCategory, { law, emergency = false }: RequestDesk): Office[] {
  return law.rows
    .filter((row) => row.data.includes(data))
    .flatMap((row) => {
      if (letter.kind === 'preservation')
        return letter.urgency.trim() === '' ? row.keep : [...row.keep, ...row.keepUrgent];
      return emergency ? [...row.order, ...row.emergency] : row.order;
    });
}

/** True if the office of the letter may ask for this kind of data. */
export function maySign(letter: Letter, data: DataCategory, desk: RequestDesk): boolean {
  return letter.issuer !== undefined && entitled(letter, data, desk).includes(letter.issuer);
}

/**
 * True if the offence of the letter is serious enough for an order for this kind of data, or is unknown to the desk.
 */
export function isGrave({ kind, offence }: Letter, data: DataCategory, { law, offences }: RequestDesk): boolean {
  const years = offences.find(({ id }) => id === offence)?.maxYears;
  if (kind === 'preservation' || years === undefined) return true;
  return law.rows.every((row) => !row.data.includes(data) || row.minYears <= years);
}

/** Gaps of the signature: it is missing, or its office has no authority. Data with the same offices form one gap. */
export function signatureGapsIn(letter: Letter, desk: RequestDesk, order: readonly DataCategory[]): Gap[] {
  if (letter.kind === 'notice') return [];
  if (letter.issuer === undefined) return [{ gap: 'nobody' }];
  const { issuer } = letter;
  const wrong = order.filter((data) => letter.data.includes(data) && !maySign(letter, data, desk));
  const offices = [...new Set(wrong.map((data) => entitled(letter, data, desk).join(', ')))];
  return offices.map((these) => ({
    gap: 'office',
    data: wrong.filter((data) => entitled(letter, data, desk).join(', ') === these),
    offices: these.split(', ') as Office[],
    issuer,
  }));
}
