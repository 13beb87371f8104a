import { sayShortDay } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { RequestPart } from '#kinds/ledger/model/freeze-request.ts';
import type { PaymentReading, PaymentRole } from '#kinds/ledger/model/ledger.ts';
import type { SheetPart } from '#kinds/ledger/model/sheet.ts';
import messages from '#words/kinds/ledger.json' with { type: 'json' };

const t = translator(messages);

export const roleWords = (role: PaymentRole) => t(`role.${role}`);
export const readingWords = (reading: PaymentReading) => t(`reading.${reading}`);
export const sheetPartWords = (part: SheetPart) => t(`sheet.part.${part}`);
export const requestPartWords = (part: RequestPart) => t(`request.part.${part}`);

/** Day and hour of a payment in UTC, as "5 Mar 09:00". */
export const bookedWords = (at: string) => `${sayShortDay(new Date(at))} ${at.slice(11, 16)}`;

/** A path in a line, with the accounts in the order of the money. */
export const pathWords = (hops: readonly string[]) => hops.join(' › ');
