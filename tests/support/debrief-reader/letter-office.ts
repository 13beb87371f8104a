import type { DataCategory, Letter, Office } from '#core/evidence/letters/letter.ts';
import type { RequestDesk } from '#core/requests/desk.ts';
import type { Gap } from './letter-parts.ts';

/** Who may ask for one kind of data by a letter of that kind, as the table of the State on the desk has it. */
function entitled(letter: Letter, data: DataCategory, { law, emergency = false }: RequestDesk): Office[] {
  return law.rows
    .filter((row) => row.data.includes(data))
    .flatMap((row) => {
      if (letter.kind === 'preservation')
        return letter.urgency.trim() === '' ? row.keep : [...row.keep, ...row.keepUrgent];
      return emergency ? [...row.order, ...row.emergency] : row.order;
    });
}

/** True where the office of the letter may ask for that kind of data. */
export function maySign(letter: Letter, data: DataCategory, desk: RequestDesk): boolean {
  return letter.issuer !== undefined && entitled(letter, data, desk).includes(letter.issuer);
}

/** True where the offence of the letter is grave enough for an order of that kind of data. One that nobody knows is not weighed. */
export function isGrave({ kind, offence }: Letter, data: DataCategory, { law, offences }: RequestDesk): boolean {
  const years = offences.find(({ id }) => id === offence)?.maxYears;
  if (kind === 'preservation' || years === undefined) return true;
  return law.rows.every((row) => !row.data.includes(data) || row.minYears <= years);
}

/** What is wrong with the signature: nobody's, or of an office that may not. Data with the same offices are told together. */
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
