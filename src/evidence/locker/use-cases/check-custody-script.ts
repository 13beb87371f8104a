import { CUSTODY_SCRIPT } from '#kernel/formats/bagit/custody-script.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { CUSTODY_SCRIPT_PATH, isForeign } from './bag-paths.ts';
import { faultAt } from './fault-at.ts';

/** SHA-256 digests of the program in released versions of this kit. A change of the program adds its digest here. */
export const SHIPPED_SCRIPTS: ReadonlySet<string> = new Set([
  sha256Hex(CUSTODY_SCRIPT),
  // The first one, which took a page for unchanged that had the hash of any captured page.
  '5de826b97cbf1b9afb27e3888e61b6a0e81d30d636f342b7c558146a771b788e',
]);

/**
 * Compares the custody check program in a bag with the ones that this kit has shipped. A forger can include a program
 * that accepts every log, and a reader who runs it would trust its output.
 */
export function checkCustodyScript(sha256: ReadonlyMap<string, string>): Issue[] {
  if (isForeign(new Set(sha256.keys()))) return [];
  const found = sha256.get(CUSTODY_SCRIPT_PATH);
  if (found === undefined) return [faultAt(CUSTODY_SCRIPT_PATH, 'locker.script-missing', {}, 'warning')];
  return SHIPPED_SCRIPTS.has(found) ? [] : [faultAt(CUSTODY_SCRIPT_PATH, 'locker.script-other')];
}
