import type { Issue } from '#core/kernel/issue.ts';
import { type BagFiles, readWhole, UnreadableFileError } from '#formats/bagit/bag-files.ts';
import { readWacz } from '#formats/wacz/read-wacz.ts';
import { sourceOfBytes } from '#formats/zip/byte-source.ts';
import { readZip } from '#formats/zip/read-zip.ts';
import { WACZ_PATH } from './bag-paths.ts';
import { faultAt } from './fault-at.ts';

/** A WACZ that somebody has packed once more is unpacked up to this size. */
const MOST_UNPACKED = 64 * 1024 ** 2;

/**
 * Looks into the WACZ of a bag, where there is one: each file against the description inside, and each capture against the
 * one that lies beside it in the bag.
 */
export async function checkWacz(bag: BagFiles, sha256: ReadonlyMap<string, string>): Promise<Issue[]> {
  if (!sha256.has(WACZ_PATH)) return [];
  const source = await sourceOf(bag);
  if (!source) return [faultAt(WACZ_PATH, 'locker.too-large')];
  try {
    const { issues, files } = await readZip(source);
    if (!files) return issues.map(({ code, params }) => faultAt(WACZ_PATH, code, params));
    const { faults, sha256: inside } = await readWacz(files);
    return [
      ...faults.map(({ file, fault }) => faultAt(WACZ_PATH, `locker.wacz-${fault}`, { file })),
      ...otherCaptures(inside, sha256),
    ];
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
  const bytes = await readWhole(bag.read(WACZ_PATH), MOST_UNPACKED);
  return bytes && sourceOfBytes(bytes);
}

function otherCaptures(inside: ReadonlyMap<string, string>, sha256: ReadonlyMap<string, string>): Issue[] {
  return [...inside].flatMap(([file, hash]) => {
    const [, folder] = /^archive\/(.+)\.warc\.gz$/.exec(file) ?? [];
    const beside = folder === undefined ? undefined : sha256.get(`data/items/${folder}/capture.warc.gz`);
    return folder === undefined || beside === hash
      ? []
      : [faultAt(WACZ_PATH, 'locker.wacz-other', { file, item: folder })];
  });
}
