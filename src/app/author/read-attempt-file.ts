import { type AttemptLog, firstBrokenEvent } from '#core/attempt/attempt-log.ts';
import { parseAttemptLog } from '#core/attempt/schemas.ts';

/** Why a file is no attempt at the case. */
export type AttemptFault = 'not-json' | 'not-attempt' | 'changed' | 'other-case';

export type ReadAttempt =
  | { readonly ok: true; readonly log: AttemptLog }
  | { readonly ok: false; readonly fault: AttemptFault; readonly scenario?: string };

/** The attempt in a file, as the case page saves it or `play --log` prints it; refused where it is of another case. */
export function readAttemptFile(text: string, scenario: string): ReadAttempt {
  const value = readJson(text);
  if (value === undefined) return { ok: false, fault: 'not-json' };
  // The case page saves an attempt as it lies in storage, with its id beside header and events.
  const saved = typeof value === 'object' && value !== null && 'header' in value && 'events' in value;
  const parsed = parseAttemptLog(saved ? { header: value.header, events: value.events } : value);
  if (!parsed.ok) return { ok: false, fault: 'not-attempt' };
  if (firstBrokenEvent(parsed.log) !== undefined) return { ok: false, fault: 'changed' };
  const of = parsed.log.header.scenario;
  return of === scenario ? parsed : { ok: false, fault: 'other-case', scenario: of };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Whatever the file is, its sentence is the same.
    return undefined;
  }
}
