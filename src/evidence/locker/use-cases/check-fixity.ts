import { type BagFiles, readWhole, UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import { bagInfoValues, type Manifest, manifestNames, readManifest } from '#kernel/formats/bagit/read-manifest.ts';
import { bytesText } from '#kernel/formats/zip/text-bytes.ts';
import { firstIssues } from '#kernel/model/first-issues.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { createHash, HASH_ALGORITHMS, type HashAlgorithm } from '#kernel/model/running-hash.ts';
import { isForeign, TOKEN_PATH } from './bag-paths.ts';
import { faultAt } from './fault-at.ts';

/** Maximum size of a manifest: enough for as many files as a zip may hold, with long names. */
const MAX_TEXT_BYTES = 16 * 1024 ** 2;
const OTHER_MANIFEST = /^manifest-\w+\.txt$/;
const ANY_MANIFEST = /^(?:tag)?manifest-(\w+)\.txt$/;

/** Result of the fixity check: the actual digest of each file, what bag-info.txt says, and the issues. */
export interface Fixity {
  readonly issues: readonly Issue[];
  readonly sha256: ReadonlyMap<string, string>;
  /** The hash algorithms whose payload manifests were read. */
  readonly algorithms: readonly HashAlgorithm[];
  /** SHA-256 of the SHA-256 payload manifest, to which a time stamp applies; empty if there is none. */
  readonly manifestSha256: string;
  /** Hash of the last custody entry, from bag-info.txt. */
  readonly custodyHead?: string;
  /** Name of the bag and its description, from bag-info.txt. */
  readonly about: { readonly name: string; readonly description: string };
  /** Bytes and files of the payload, as Payload-Oxum gives them. */
  readonly payload: string;
}

/**
 * Checks every file against the manifests and Payload-Oxum (RFC 8493, 3). Reports missing, added, changed and
 * unreadable files by path. A file is read once, in parts, and hashed with each algorithm for which the bag has a
 * manifest.
 */
export async function checkFixity(bag: BagFiles, progress?: (done: number, of: number) => void): Promise<Fixity> {
  const present = new Set(bag.files.map(({ path }) => path));
  const algorithms = HASH_ALGORITHMS.filter((algorithm) => present.has(manifestNames(algorithm).payload));
  const digested = await digestFiles(bag, present, algorithms, progress);
  const issues: Issue[] = [...digested.issues];
  const sha256 = digested.digests.sha256;
  const read = async (path: string) => (sha256.has(path) ? readText(bag, path) : undefined);
  const declaration = await read('bagit.txt');
  if (!declaration?.startsWith('BagIt-Version: ')) issues.push(faultAt('bagit.txt', 'locker.no-bag'));
  if (algorithms.length === 0) issues.push(withoutPayloadManifest(present));
  else issues.push(...otherManifests(present));
  for (const algorithm of algorithms.length > 0 ? algorithms : (['sha256'] as const)) {
    const { payload, tags } = manifestNames(algorithm);
    for (const file of algorithms.length > 0 ? [payload, tags] : [tags]) {
      const text = await read(file);
      if (text === undefined) {
        issues.push(withoutManifest(file, file === tags && isForeign(present)));
        continue;
      }
      const { manifest, issues: malformed } = readManifest(file, text, algorithm);
      issues.push(...malformed, ...compare(file, manifest, digested.digests[algorithm], present));
    }
  }
  const info = (await read('bag-info.txt')) ?? '';
  const oxum = bagInfoValues(info, 'Payload-Oxum')[0];
  const { octets, streams } = digested;
  if (oxum === undefined) issues.push(faultAt('bag-info.txt', 'locker.no-oxum', {}, 'warning'));
  else if (oxum !== `${octets}.${streams}` && !issues.some(isOfPayload))
    issues.push(faultAt('bag-info.txt', 'locker.oxum', { written: oxum, counted: `${octets}.${streams}` }));
  const custodyHead = bagInfoValues(info, 'Custody-Head')[0];
  return {
    issues,
    sha256,
    algorithms,
    manifestSha256: sha256.get(manifestNames('sha256').payload) ?? '',
    ...(custodyHead !== undefined && { custodyHead }),
    about: {
      name: bagInfoValues(info, 'External-Identifier')[0] ?? '',
      description: bagInfoValues(info, 'External-Description')[0] ?? '',
    },
    payload: `${octets}.${streams}`,
  };
}

/** Reads each file once. Unreadable files are reported and have no digest. */
async function digestFiles(
  bag: BagFiles,
  present: ReadonlySet<string>,
  algorithms: readonly HashAlgorithm[],
  progress?: (done: number, of: number) => void,
) {
  const issues: Issue[] = [];
  const digests: Record<HashAlgorithm, Map<string, string>> = { sha256: new Map(), sha512: new Map() };
  // The rest of the verifier needs SHA-256, whatever the algorithms of the manifests.
  const wanted = HASH_ALGORITHMS.filter((algorithm) => algorithm === 'sha256' || algorithms.includes(algorithm));
  let octets = 0;
  let streams = 0;
  let done = 0;
  for (const path of present) {
    try {
      const hashes = wanted.map((algorithm) => [algorithm, createHash(algorithm)] as const);
      let bytes = 0;
      for await (const part of bag.read(path)) {
        for (const [, hash] of hashes) hash.update(part);
        bytes += part.length;
      }
      for (const [algorithm, hash] of hashes) digests[algorithm].set(path, hash.hex());
      if (isPayload(path)) {
        octets += bytes;
        streams += 1;
      }
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      issues.push(faultAt(path, 'locker.unreadable-file', { reason: error.message }));
    }
    done += 1;
    progress?.(done, present.size);
  }
  return { issues, digests, octets, streams };
}

/**
 * Issue of a bag without a readable payload manifest; it names a manifest of an unsupported algorithm, if there is one.
 */
function withoutPayloadManifest(present: ReadonlySet<string>): Issue {
  const other = [...present].find((path) => OTHER_MANIFEST.test(path));
  if (other !== undefined) return faultAt(other, 'locker.other-manifest');
  return withoutManifest(manifestNames('sha256').payload, false);
}

/**
 * Issues of manifests of algorithms that are not computed here. A bag of this kit has none: what they say is not
 * compared, and another tool may take it for right or wrong.
 */
const otherManifests = (present: ReadonlySet<string>): Issue[] =>
  [...present].flatMap((path) => {
    const [, algorithm] = ANY_MANIFEST.exec(path) ?? [];
    if (algorithm === undefined || HASH_ALGORITHMS.some((known) => known === algorithm)) return [];
    return [faultAt(path, 'locker.manifest-unread', {}, isForeign(present) ? 'warning' : 'error')];
  });

/**
 * Issue of a manifest that is missing or no text. Only a warning if `mayLack`: other tools may omit the tag manifest.
 */
const withoutManifest = (file: string, mayLack: boolean): Issue =>
  faultAt(file, 'locker.no-manifest', {}, mayLack ? 'warning' : 'error');

function compare(
  file: string,
  manifest: Manifest,
  digests: ReadonlyMap<string, string>,
  present: ReadonlySet<string>,
): Issue[] {
  const listed = { manifest: file };
  function* wrong() {
    for (const [path, digest] of manifest) {
      const found = digests.get(path);
      if (!present.has(path)) yield faultAt(path, 'locker.missing-file', listed);
      else if (found !== undefined && found !== digest) yield faultAt(path, 'locker.changed-file', listed);
    }
  }
  const isOfTags = file.startsWith('tag');
  // The answer of a time-stamp authority arrives after packing; `checkTimestamp` compares it with the manifest.
  const mayLack = (path: string) =>
    isOfTags ? isPayload(path) || path.startsWith('tagmanifest-') || path === TOKEN_PATH : !isPayload(path);
  function* added() {
    // A tag manifest need not list every tag file (RFC 8493, 2.2.1); ours does.
    const severity = isOfTags && isForeign(present) ? 'warning' : 'error';
    for (const path of present)
      if (!mayLack(path) && !manifest.has(path)) yield faultAt(path, 'locker.unlisted-file', listed, severity);
  }
  return [...firstIssues(wrong(), 'locker.more'), ...firstIssues(added(), 'locker.more')];
}

/** True for an error about a payload file. After one, a wrong Payload-Oxum adds nothing and is not reported. */
const isOfPayload = ({ severity, path: [path] }: Issue) => severity === 'error' && isPayload(String(path));
const isPayload = (path: string) => path.startsWith('data/');

/** Reads a text file of the bag; undefined if it is too large or not UTF-8, which its digest reports in another way. */
async function readText(bag: BagFiles, path: string): Promise<string | undefined> {
  const bytes = await readWhole(bag.read(path), MAX_TEXT_BYTES);
  return bytes && bytesText(bytes);
}
