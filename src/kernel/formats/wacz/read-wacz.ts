import { type BagFiles, readWhole, UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import { bytesText } from '#kernel/formats/zip/text-bytes.ts';
import { createSha256, sha256Hex } from '#kernel/model/sha256.ts';
import { DataPackageSchema, PackageDigestSchema, ResourceSchema } from './schemas.ts';

/** A file of a WACZ that does not match its description, or a description that cannot be read. */
export interface WaczFault {
  readonly file: string;
  readonly fault: 'missing' | 'changed' | 'unlisted' | 'unreadable';
}

const DESCRIPTION_FILE = 'datapackage.json';
const DIGEST_FILE = 'datapackage-digest.json';
/** Maximum size of a description: that of the maximum number of files in a zip. */
const MAX_DESCRIPTION_BYTES = 8 * 1024 ** 2;

/**
 * Compares every file of a WACZ with its description, and the description with its digest. Returns the SHA-256 of each
 * file read.
 */
export async function readWacz(
  wacz: BagFiles,
): Promise<{ readonly faults: readonly WaczFault[]; readonly sha256: ReadonlyMap<string, string> }> {
  const faults: WaczFault[] = [];
  const sha256 = new Map<string, string>();
  for (const { path } of wacz.files) {
    try {
      const hash = createSha256();
      for await (const part of wacz.read(path)) hash.update(part);
      sha256.set(path, hash.hex());
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      faults.push({ file: path, fault: 'unreadable' });
    }
  }
  const listed = listedIn(await readObject(wacz, DESCRIPTION_FILE, sha256));
  const digest = PackageDigestSchema.safeParse(await readObject(wacz, DIGEST_FILE, sha256));
  if (!listed) faults.push({ file: DESCRIPTION_FILE, fault: 'unreadable' });
  if (!digest.success) faults.push({ file: DIGEST_FILE, fault: 'unreadable' });
  else if (digest.data.hash !== `sha256:${sha256.get(DESCRIPTION_FILE)}`)
    faults.push({ file: DESCRIPTION_FILE, fault: 'changed' });
  if (listed) {
    for (const [file, hash] of listed) {
      const found = sha256.get(file);
      if (found === undefined) faults.push({ file, fault: 'missing' });
      else if (hash !== `sha256:${found}`) faults.push({ file, fault: 'changed' });
    }
    const others = [...sha256.keys()].filter(
      (file) => !listed.has(file) && file !== DESCRIPTION_FILE && file !== DIGEST_FILE,
    );
    for (const file of others) faults.push({ file, fault: 'unlisted' });
  }
  return { faults, sha256 };
}

/** Hash of each file listed in a description, by path; undefined if it is not a valid description. */
function listedIn(description: unknown): ReadonlyMap<string, string> | undefined {
  const { data } = DataPackageSchema.safeParse(description);
  if (!data) return undefined;
  const listed = new Map<string, string>();
  for (const resource of data.resources) {
    const parsed = ResourceSchema.safeParse(resource);
    if (!parsed.success) return undefined;
    listed.set(parsed.data.path, parsed.data.hash);
  }
  return listed;
}

async function readObject(wacz: BagFiles, path: string, known: ReadonlyMap<string, string>): Promise<unknown> {
  if (!known.has(path)) return undefined;
  const bytes = await readWhole(wacz.read(path), MAX_DESCRIPTION_BYTES);
  // Only content that matches its hash is parsed.
  if (!bytes || sha256Hex(bytes) !== known.get(path)) return undefined;
  try {
    return JSON.parse(bytesText(bytes) ?? '');
  } catch {
    return undefined;
  }
}
