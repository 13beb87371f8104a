/**
 * A phone number of the fictional States: +999 and nine digits, a code assigned to no country and not dialable anywhere
 * (rule C07).
 */
export function phoneNumber(digits: string, gap: ' ' | '-' = ' '): string {
  const all = digits.length === 9 ? digits : `5${digits.padStart(8, '0')}`;
  return `+999${gap}${all.slice(0, 3)}${gap}${all.slice(3, 6)}${gap}${all.slice(6)}`;
}
