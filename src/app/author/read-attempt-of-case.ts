import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import { type AttemptFileFault, readAttemptFile } from '#core/attempt-file/schemas.ts';

/** Why a file is no attempt at the case. */
export type AttemptFault = AttemptFileFault | 'other-case';

export type ReadAttempt =
  | { readonly ok: true; readonly log: AttemptLog }
  | { readonly ok: false; readonly fault: AttemptFault; readonly scenario?: string };

/** The log of the attempt in a file; refused where it is of another case. Any version of the case may have been played. */
export function readAttemptOfCase(text: string, scenario: string): ReadAttempt {
  const read = readAttemptFile(text);
  if (!read.ok) return { ok: false, fault: read.fault };
  const { file } = read;
  return file.scenario === scenario
    ? { ok: true, log: file.log }
    : { ok: false, fault: 'other-case', scenario: file.scenario };
}
