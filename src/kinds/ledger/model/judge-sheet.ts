import { type Ledger, PAYMENT_ROLES } from './ledger.ts';
import type { LedgerResponse } from './play.ts';
import { MAX_KEEP_DAYS, SHEET_PARTS, type SheetPart, sheetGaps } from './sheet.ts';
import { shownRole } from './trace-money.ts';

/**
 * Parts of a sheet that are filled in and right. Each key payment has to show its role. The hypothesis has to name the account that takes and the one that is
 * taken from; what else it says is for people to judge. The best ordinary reading of the case is real business with the
 * front, and its purchase books test it.
 */
export function rightSheetParts(
  { sheet, keyed }: Pick<LedgerResponse, 'sheet' | 'keyed'>,
  ledger: Ledger,
): SheetPart[] {
  const numbers = new Set(Object.values(keyed));
  const gaps = sheetGaps(sheet, numbers.size);
  const { taker, earner } = ledger.truth;
  const right: Readonly<Record<SheetPart, boolean>> = {
    hypothesis: sheet.hypothesis.includes(taker) && sheet.hypothesis.includes(earner),
    payments: PAYMENT_ROLES.every((role) => shownRole(ledger, keyed[role] ?? 0) === role),
    reading: sheet.reading === 'business' && sheet.test === 'business-books',
    limit: sheet.limit === 'why',
    step: sheet.step === 'books-judge',
    others: sheet.others === 'delete' && (sheet.deleteAfter ?? 0) >= 1 && (sheet.deleteAfter ?? 0) <= MAX_KEEP_DAYS,
  };
  return SHEET_PARTS.filter((part) => !gaps.includes(part) && right[part]);
}
