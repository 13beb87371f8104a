/**
 * A phone number of the fictional States: +999 and nine digits, a code assigned to no country and not dialable anywhere
 * (rule C07).
 */
export function phoneNumber(digits: string, gap: ' ' | '-' = ' '): string {
  const all = digits.length < 8 ? `0000${digits}` : digits;
  return `+999${gap}5${all.slice(0, 2)}${gap}${all.slice(2, 5)}${gap}${all.slice(5)}`;
}
