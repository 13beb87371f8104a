import type { KindChecks } from '#case/exercise/model/kind-checks.ts';
import { timesOf } from '#case/exercise/model/time-span.ts';
import type { RequestDesk } from './desk.ts';
import { type RequestsKeyPart, RequestsKeySchema } from './key-schemas.ts';
import type { RequestsKind } from './kind.ts';

/** Seconds to write a letter (addressee, ads, data, law, period, reasons) and to read the answer. */
const LETTER_SECONDS = { least: 180, most: 360 };

/**
 * Number of letters: one to each company if the key does not say which ones the case needs; one order per office that
 * has to issue one, and one more for each further company.
 */
function lettersOf(
  { platforms = [] }: Partial<Pick<RequestDesk, 'platforms'>>,
  part: RequestsKeyPart | undefined,
): number {
  if (!part) return platforms.length;
  const { letters, orders, custodians } = part;
  const ordering = Math.max(1, Object.keys(orders ?? {}).length);
  const others = custodians.length - 1;
  return letters.reduce((sum, kind) => {
    if (kind === 'preservation' || kind === 'notice') return sum + custodians.length;
    // Assistance beside orders is for the companies abroad.
    if (kind === 'assistance' && letters.includes('order')) return sum + Math.max(1, others);
    return sum + ordering + others;
  }, 0);
}

/** The key of a case with a request desk says what the letters have to name and to secure. */
export const REQUESTS_CHECKS: KindChecks<RequestsKind> = {
  list: 'link',
  timeOf: (brief, _, part) => timesOf(LETTER_SECONDS, lettersOf(brief, part)),
  key: {
    field: 'requests',
    schema: RequestsKeySchema,
    missing: 'key.requests-missing',
    subjectOf: (part) => part.sameActorAs,
  },
};
