import { firstIssues } from '#core/kernel/first-issues.ts';
import type { Issue } from '#core/kernel/issue.ts';
import { createSha256 } from '#core/kernel/sha256.ts';
import { type BagFiles, readWhole, UnreadableFileError } from '#formats/bagit/bag-files.ts';
import { bagInfoValues, type Manifest, readManifest } from '#formats/bagit/read-manifest.ts';
import { bytesText } from '#formats/zip/text-bytes.ts';
import { isForeign, TOKEN_PATH } from './bag-paths.ts';
import { faultAt } from './fault-at.ts';

const MANIFEST = 'manifest-sha256.txt';
const TAG_MANIFEST = 'tagmanifest-sha256.txt';
/** A manifest of as many files as a zip may hold, with long names. */
const MOST_TEXT = 16 * 1024 ** 2;
const OTHER_MANIFEST = /^manifest-(md5|sha1|sha224|sha384|sha512)\.txt$/;

/** What the manifests and bag-info.txt say, and the digest that each file really has. */
export interface Fixity {
  readonly issues: readonly Issue[];
  readonly sha256: ReadonlyMap<string, string>;
  /** The bytes of the payload manifest, which a time stamp is over. */
  readonly manifestSha256: string;
  /** What bag-info.txt gives as hash of the last custody entry. */
  readonly custodyHead?: string;
}

/**
 * Holds every file against the manifests and Payload-Oxum (RFC 8493, 3): missing, added, changed, unreadable, each by its
 * path. A file is read once, in parts.
 */
export async function checkFixity(bag: BagFiles, progress?: (done: number, of: number) => void): Promise<Fixity> {
  const issues: Issue[] = [];
  const sha256 = new Map<string, string>();
  let octets = 0;
  let streams = 0;
  for (const [n, { path }] of bag.files.entries()) {
    try {
      const hash = createSha256();
      let bytes = 0;
      for await (const part of bag.read(path)) {
        hash.update(part);
        bytes += part.length;
      }
      sha256.set(path, hash.hex());
      if (isPayload(path)) {
        octets += bytes;
        streams += 1;
      }
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      issues.push(faultAt(path, 'locker.unreadable-file', { reason: error.message }));
    }
    progress?.(n + 1, bag.files.length);
  }
  const present = new Set(bag.files.map(({ path }) => path));
  const read = async (path: string) => (sha256.has(path) ? readText(bag, path) : undefined);
  const declaration = await read('bagit.txt');
  if (!declaration?.startsWith('BagIt-Version: ')) issues.push(faultAt('bagit.txt', 'locker.no-bag'));
  for (const file of [MANIFEST, TAG_MANIFEST]) {
    const text = await read(file);
    if (text === undefined) {
      issues.push(...withoutManifest(file, present));
      continue;
    }
    const { manifest, issues: malformed } = readManifest(file, text);
    issues.push(...malformed, ...compare(file, manifest, sha256, present));
  }
  const info = (await read('bag-info.txt')) ?? '';
  const oxum = bagInfoValues(info, 'Payload-Oxum')[0];
  if (oxum === undefined) issues.push(faultAt('bag-info.txt', 'locker.no-oxum', {}, 'warning'));
  else if (oxum !== `${octets}.${streams}` && !issues.some(isOfPayload))
    issues.push(faultAt('bag-info.txt', 'locker.oxum', { written: oxum, counted: `${octets}.${streams}` }));
  const custodyHead = bagInfoValues(info, 'Custody-Head')[0];
  return {
    issues,
    sha256,
    manifestSha256: sha256.get(MANIFEST) ?? '',
    ...(custodyHead !== undefined && { custodyHead }),
  };
}

/** A list that is not there. Other tools may leave out the list of the lists, and may use other hashes for the first. */
function withoutManifest(file: string, present: ReadonlySet<string>): Issue[] {
  const other = [...present].find((path) => OTHER_MANIFEST.test(path));
  if (file === MANIFEST && other !== undefined) return [faultAt(other, 'locker.other-manifest')];
  const mayLack = file === TAG_MANIFEST && isForeign(present);
  return [faultAt(file, 'locker.no-manifest', {}, mayLack ? 'warning' : 'error')];
}

function compare(
  file: string,
  manifest: Manifest,
  sha256: ReadonlyMap<string, string>,
  present: ReadonlySet<string>,
): Issue[] {
  const listed = { manifest: file };
  function* wrong() {
    for (const [path, digest] of manifest) {
      const found = sha256.get(path);
      if (!present.has(path)) yield faultAt(path, 'locker.missing-file', listed);
      else if (found !== undefined && found !== digest) yield faultAt(path, 'locker.changed-file', listed);
    }
  }
  // The answer of a time-stamp authority comes after the bag was closed; it is held against the manifest in another way.
  const mayLack = (path: string) =>
    file === MANIFEST ? !isPayload(path) : isPayload(path) || path === TAG_MANIFEST || path === TOKEN_PATH;
  function* added() {
    for (const path of present)
      if (!mayLack(path) && !manifest.has(path)) yield faultAt(path, 'locker.unlisted-file', listed);
  }
  return [...firstIssues(wrong(), 'locker.more'), ...firstIssues(added(), 'locker.more')];
}

/** Where a file of the payload is changed, missing or added, the counts say no more than that. */
const isOfPayload = ({ severity, path: [path] }: Issue) => severity === 'error' && isPayload(String(path));
const isPayload = (path: string) => path.startsWith('data/');

/** A text file of the bag; undefined where it is too large or no UTF-8, which its digest reports in another way. */
async function readText(bag: BagFiles, path: string): Promise<string | undefined> {
  const bytes = await readWhole(bag.read(path), MOST_TEXT);
  return bytes && bytesText(bytes);
}
