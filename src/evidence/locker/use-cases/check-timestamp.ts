import { type BagFiles, readWhole } from '#kernel/formats/bagit/bag-files.ts';
import { readTimestampAnswer, readTimestampQuery } from '#kernel/formats/timestamp/read-answer.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { QUERY_PATH, TOKEN_PATH } from './bag-paths.ts';
import { faultAt } from './fault-at.ts';

/** Asks an external tool whether an answer is signed by a trusted authority. */
export type CheckSignature = (query: Uint8Array, answer: Uint8Array) => Promise<'accepted' | 'refused' | 'not-checked'>;

/** Result of checking the time stamp of a bag. */
export interface CheckedTimestamp {
  readonly state: 'none' | 'requested' | 'answered';
  /** When the authority says that it saw the manifest; empty if there is no answer. */
  readonly time: string;
  /** Signer named in the answer; empty if none is. Only an accepted signature proves that the name is right. */
  readonly signer: string;
  readonly signature: 'accepted' | 'refused' | 'not-checked';
  readonly issues: readonly Issue[];
}

const MAX_BYTES = 1024 ** 2;

/**
 * Checks request and answer (RFC 3161) against the manifest: the same hash, the same nonce, granted, signed. The answer
 * may be in the bag or beside it; one that is given beside the bag is the only one that counts. It proves that the
 * manifest existed at that time, not who wrote it or that it is true.
 */
export async function checkTimestamp(
  bag: BagFiles,
  manifestSha256: string,
  beside: Uint8Array | undefined,
  checkSignature: CheckSignature | undefined,
): Promise<CheckedTimestamp> {
  const has = (path: string) => bag.files.some((file) => file.path === path);
  const bytesOf = async (path: string) => (has(path) ? await readWhole(bag.read(path), MAX_BYTES) : undefined);
  const issues: Issue[] = [];
  const query = await bytesOf(QUERY_PATH);
  const answer = beside ?? (await bytesOf(TOKEN_PATH));
  if (beside && has(TOKEN_PATH)) issues.push(faultAt(TOKEN_PATH, 'locker.token-in-bag', {}, 'warning'));
  const asked = query && readTimestampQuery(query);
  if (has(QUERY_PATH) && !asked) issues.push(faultAt(QUERY_PATH, 'locker.query-unreadable'));
  if (asked && asked.imprint !== manifestSha256) issues.push(faultAt(QUERY_PATH, 'locker.query-imprint'));
  const open = { time: '', signer: '', signature: 'not-checked', issues } as const;
  if (!answer) return { state: asked ? 'requested' : 'none', ...open };

  const said = readTimestampAnswer(answer);
  if (!said) {
    issues.push(faultAt(TOKEN_PATH, 'locker.token-unreadable'));
    return { state: 'answered', ...open };
  }
  if (!said.granted) issues.push(faultAt(TOKEN_PATH, 'locker.token-not-granted'));
  if (said.imprint !== manifestSha256) issues.push(faultAt(TOKEN_PATH, 'locker.token-imprint'));
  if (asked && said.nonce !== asked.nonce) issues.push(faultAt(TOKEN_PATH, 'locker.token-nonce'));
  const signature = query && checkSignature ? await checkSignature(query, answer) : 'not-checked';
  if (signature === 'refused') issues.push(faultAt(TOKEN_PATH, 'locker.token-signature'));
  if (signature === 'not-checked') issues.push(faultAt(TOKEN_PATH, 'locker.token-open', {}, 'warning'));
  return { state: 'answered', time: said.time, signer: said.signer, signature, issues };
}
