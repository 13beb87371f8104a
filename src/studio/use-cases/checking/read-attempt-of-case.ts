import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { type AttemptFileFault, readAttemptFile } from '#case/attempt-file/model/schemas.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';

/** Why a file is not accepted as an attempt at the case. */
export type AttemptFault = AttemptFileFault | 'other-case';

export type AttemptOfCase =
  | { readonly ok: true; readonly log: AttemptLog }
  | { readonly ok: false; readonly fault: AttemptFault; readonly scenario?: string };

/** Reads the attempt log in a file. Refuses the log of another case; accepts any version of this case. */
export function readAttemptOfCase(text: string, scenario: string, kinds: Pick<Kinds, 'reads'>): AttemptOfCase {
  const read = readAttemptFile(text, kinds);
  if (!read.ok) return { ok: false, fault: read.fault };
  const { file } = read;
  return file.scenario === scenario
    ? { ok: true, log: file.log }
    : { ok: false, fault: 'other-case', scenario: file.scenario };
}
