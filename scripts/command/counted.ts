import { pluralOf } from '#i18n/locale.ts';

/** A number with what it counts: "1 case", "12 cases". */
export const counted = (count: number, what: string): string =>
  `${count} ${pluralOf(count) === 'one' ? what : `${what}s`}`;
