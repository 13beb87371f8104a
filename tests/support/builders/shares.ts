import { createHash } from 'node:crypto';
import type { FilePart } from '#market/documents/use-cases/file-list.ts';
import { type FilesPart, marketFiles } from '#market/documents/use-cases/market-files.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import type { Share } from '#market/shares/use-cases/a-share.ts';

/** The files that parts write, by path. */
export function filesOf(parts: Iterable<FilePart>): Map<string, Buffer> {
  const files = new Map<string, Buffer[]>();
  for (const { file, bytes } of parts) files.set(file, [...(files.get(file) ?? []), Buffer.from(bytes)]);
  return new Map([...files].map(([file, chunks]) => [file, Buffer.concat(chunks)]));
}

/** Sizes of a market for tests, so that a small one has many districts and files. */
export type SmallPart = Required<Pick<FilesPart, 'districtAds' | 'adsPerFile'>>;

/** A share in memory. */
export interface HeldShare {
  readonly share: Share;
  readonly files: Map<string, Buffer>;
}

/** The share of these districts, as it is read from its folder. */
export function aShare(order: MarketOrder, part: SmallPart, first: number, last: number): HeldShare {
  const files = filesOf(marketFiles(order, { part: { ...part, districts: { first, last } } }));
  return { share: shareOf(`share-${first}`, files), files };
}

/** A share by the documents in its files. */
export function shareOf(name: string, files: ReadonlyMap<string, Buffer>): Share {
  const json = (file: string) => JSON.parse(String(files.get(file)));
  return {
    name,
    manifest: json('share.json') as Share['manifest'],
    market: json('public/market.json') as Share['market'],
    truth: json('secret/ground-truth.json') as Share['truth'],
  };
}

/** Reads files of shares in memory, in chunks of so many bytes. */
export const readFrom = (held: readonly HeldShare[], chunkBytes: number) =>
  function* read(share: Share, path: string): Generator<Uint8Array> {
    const bytes = held.find((one) => one.share.name === share.name)?.files.get(path) ?? Buffer.alloc(0);
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  };

/** The share with these files in place of its own, and lists in its documents that fit them: a fault that no hash shows. */
export function resealed({ share, files }: HeldShare, changed: Readonly<Record<string, string>>): HeldShare {
  const all = new Map([...files, ...Object.entries(changed).map(([path, text]) => [path, Buffer.from(text)] as const)]);
  const entries = share.manifest.files.map((entry) => {
    const bytes = all.get(entry.path) as Buffer;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { ...entry, bytes: bytes.length, rows: String(bytes).split('\n').length - 1, sha256 };
  });
  const half = (folder: string) =>
    entries
      .filter(({ path }) => path.startsWith(`${folder}/`))
      .map((entry) => ({ ...entry, path: entry.path.slice(folder.length + 1) }));
  return {
    share: {
      name: share.name,
      manifest: { ...share.manifest, files: entries },
      market: { ...share.market, files: half('public') },
      truth: { ...share.truth, files: half('secret') },
    },
    files: all,
  };
}
