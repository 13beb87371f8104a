import { type BagFiles, readWhole, UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import { readWacz } from '#kernel/formats/wacz/read-wacz.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { readZip } from '#kernel/formats/zip/read-zip.ts';
import { firstIssues } from '#kernel/model/first-issues.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { WACZ_PATH } from './bag-paths.ts';
import { faultAt } from './fault-at.ts';

/** Maximum size to which a WACZ that is compressed in the bag's zip is unpacked. */
const MAX_UNPACKED = 64 * 1024 ** 2;

/**
 * Checks the WACZ of a bag, if it has one: each file against the WACZ's own datapackage, and each capture against the
 * same capture in the bag, unless that one is known to be changed.
 */
export async function checkWacz(
  bag: BagFiles,
  sha256: ReadonlyMap<string, string>,
  changed: ReadonlySet<string | number | undefined>,
): Promise<Issue[]> {
  if (!sha256.has(WACZ_PATH)) return [];
  const source = await sourceOf(bag);
  if (!source) return [faultAt(WACZ_PATH, 'locker.too-large')];
  try {
    const { issues, files } = await readZip(source);
    if (!files)
      return issues.map(({ code, params }) =>
        faultAt(WACZ_PATH, code, { ...params, name: `${WACZ_PATH}: ${params.name}` }),
      );
    const { faults, sha256: inside } = await readWacz(files);
    const found = faults.map(({ file, fault }) => faultAt(WACZ_PATH, `locker.wacz-${fault}`, { file }));
    return firstIssues([...found, ...otherCaptures(inside, sha256, changed)], 'locker.more');
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return [faultAt(WACZ_PATH, 'locker.unreadable-file', { reason: error.message })];
  } finally {
    await source.close?.();
  }
}

async function sourceOf(bag: BagFiles) {
  const source = await bag.source(WACZ_PATH);
  if (source) return source;
  const bytes = await readWhole(bag.read(WACZ_PATH), MAX_UNPACKED);
  return bytes && sourceOfBytes(bytes);
}

function otherCaptures(
  inside: ReadonlyMap<string, string>,
  sha256: ReadonlyMap<string, string>,
  changed: ReadonlySet<string | number | undefined>,
): Issue[] {
  return [...inside].flatMap(([file, hash]) => {
    const [, folder] = /^archive\/(.+)\.warc\.gz$/.exec(file) ?? [];
    if (folder === undefined) return [];
    const beside = `data/items/${folder}/capture.warc.gz`;
    return sha256.get(beside) === hash || changed.has(beside)
      ? []
      : [faultAt(WACZ_PATH, 'locker.wacz-other', { file, item: folder })];
  });
}
