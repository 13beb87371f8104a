/**
 * Figures that look like a phone or card number but are none: web and machine addresses, ids, file digests, instants,
 * dates, decimals, ISBNs and article numbers, sums of money.
 */
const FIGURES: readonly RegExp[] = [
  /\bhttps?:\/\/[^\s<>"')\]]{1,2000}/giu,
  /(?<![\da-z])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\da-z])/giu,
  /(?<![\p{L}\p{N}:-])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu,
  /(?<![\da-z])[0-9a-f]{32,}(?![\da-z])/giu,
  /(?<![\d-])(?:1[5-9]|2[01])\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z?)?(?![\d-])/g,
  /(?<![\d./])(?:1[5-9]|2[01])\d\d([./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![\d/]|\.\d)/g,
  /(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:1[5-9]|2[01])\d\d(?![\d/-]|\.\d)/g,
  /(?<![\d./-])(?:0?[1-9]|1[0-2])([/-])(?:0?[1-9]|[12]\d|3[01])\1(?:1[5-9]|2[01])\d\d(?![\d/-])/g,
  /(?<!\d)(?:19|2[01])\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d(?:\d{3})?)?(?!\d)/g,
  /(?<!\d)(?:1[5-9]|2[01])\d\d ?[-–] ?(?:1[5-9]|2[01])\d\d(?!\d)/g,
  /(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])/g,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)/g,
  /(?<![\d.])(?:0|[1-9]\d{0,2})\.\d+(?!\d|\.\d)/g,
  /\bdoi:? ?10\.\d{4,9}\/[^\s<>"')\]]{1,200}|\b10\.\d{4,9}\/[^\s<>"')\]]{1,200}/giu,
  /\b(?:arXiv|ISBN|ISSN)(?:-1[03])?:? ?\d[\dX.-]{6,18}/giu,
  /\bSIM ?\d{1,3}(?:[ .,\u00a0\u202f]\d{3}){0,4}(?:[.,]\d{1,2})?(?!\d)/gu,
  /(?<![\d.,] ?)\d{1,3}(?:[ .,\u00a0\u202f]\d{3}){1,4}(?= ?(?:SIM|%|‰)(?!\p{L}))/gu,
];

/** The text with such figures replaced by letters; every other character keeps its offset. */
export function maskFigures(text: string): string {
  let masked = text;
  for (const figure of FIGURES) masked = masked.replace(figure, (found) => 'x'.repeat(found.length));
  return masked;
}
