/**
 * Phone numbers reserved for fictional use, in international form and digits only. Places without such a range use the
 * code of the fictional States.
 * @see Ofcom, numbers for use in drama (GB) · NANPA, 555-0100 to 555-0199 · MISP warning list (FR) · Bundesnetzagentur,
 * notice 148/2021 (DE) · reports on PTS and ComReg ranges (SE, IE). That +999 is unassigned is unverified.
 */
export const RESERVED_PHONES: readonly { readonly place: string; readonly pattern: RegExp }[] = [
  { place: 'GB', pattern: /^\+44(?:7700900\d{3}|1632960\d{3})$/ },
  { place: 'North America', pattern: /^\+1[2-9]\d{2}55501\d{2}$/ },
  { place: 'FR', pattern: /^\+33(?:19900|26191|35301|46571|53649|63998)\d{4}$/ },
  { place: 'DE', pattern: /^\+49(?:3023125|6990009|4066969|2214710|8999998)\d{3}$/ },
  { place: 'SE', pattern: /^\+46701740(?:60[5-9]|6[1-9]\d)$/ },
  { place: 'IE', pattern: /^\+3532091\d{5}$/ },
  { place: 'the fictional States', pattern: /^\+999\d{6,9}$/ },
];

/** True for a number of a reserved range, in any spacing; without its country code a number could be real. */
export function isReservedPhone(written: string): boolean {
  const digits = written.replaceAll(/[^\d+]/g, '').replace(/^00/, '+');
  return RESERVED_PHONES.some(({ pattern }) => pattern.test(digits));
}
