import type { Issue } from '#core/kernel/issue.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { CUSTODY_SCRIPT } from '#formats/bagit/custody-script.ts';
import { CUSTODY_SCRIPT_PATH, isForeign } from './bag-paths.ts';
import { faultAt } from './fault-at.ts';

/** SHA-256 digests of the program in released versions of this kit. A change of the program adds its digest here. */
export const SHIPPED_SCRIPTS: ReadonlySet<string> = new Set([sha256Hex(CUSTODY_SCRIPT)]);

/**
 * The program in a bag that checks its custody log, against the one that this kit ships: a forger can write one that accepts
 * every log, and a reader who runs it would trust what it prints.
 */
export function checkCustodyScript(sha256: ReadonlyMap<string, string>): Issue[] {
  if (isForeign(new Set(sha256.keys()))) return [];
  const found = sha256.get(CUSTODY_SCRIPT_PATH);
  if (found === undefined) return [faultAt(CUSTODY_SCRIPT_PATH, 'locker.script-missing', {}, 'warning')];
  return SHIPPED_SCRIPTS.has(found) ? [] : [faultAt(CUSTODY_SCRIPT_PATH, 'locker.script-other')];
}
