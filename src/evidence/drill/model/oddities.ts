import type { ErrorCode } from './typical-errors.ts';

/**
 * Oddities: harmless features of a locker that look like a fault, with the errors for which they may be mistaken. The
 * log or the record explains each of them, so that no question stays open.
 */
export const ODDITIES = {
  renamed: ['E10'],
  twice: ['E4', 'E17', 'E18'],
  'hash-thrice': ['E4', 'E9'],
  'handed-over': ['E5', 'E9'],
  pause: ['E1', 'E4', 'E15'],
  'long-query': ['E3', 'E14'],
  'skipped-number': ['E7', 'E10', 'E18'],
  capitals: ['E5'],
  'large-offset': ['E1', 'E15'],
  gone: ['E2', 'E4', 'E7', 'E17', 'E18'],
  'sent-on': ['E3', 'E14'],
} as const satisfies Readonly<Record<string, readonly ErrorCode[]>>;

export type OddityId = keyof typeof ODDITIES;
export const ODDITY_IDS = Object.keys(ODDITIES) as OddityId[];

/** An oddity in a locker, with the items or log entries that show it, and the parameters of its sentence. */
export interface Oddity {
  readonly id: OddityId;
  readonly items: readonly string[];
  readonly entries: readonly number[];
  readonly params: Readonly<Record<string, string | number>>;
}

/** True if an oddity may be mistaken for the error. */
export function looksLike(id: OddityId, code: ErrorCode): boolean {
  return (ODDITIES[id] as readonly ErrorCode[]).includes(code);
}
