import { textBytes } from '#kernel/formats/zip/text-bytes.ts';
import type { OutgoingFile } from '#kernel/formats/zip/write-zip.ts';
import { createSha256, sha256Hex } from '#kernel/model/sha256.ts';

/** Lines of bag-info.txt in order, without Payload-Oxum, which is computed here. */
export type BagInfo = readonly (readonly [label: string, value: string])[];

/**
 * Writes a BagIt 1.0 bag (RFC 8493) with SHA-256 manifests, file by file: the payload in the given order, then
 * bag-info.txt and bagit.txt, the manifest, the tag files that `tagsFor` builds from the text of the manifest, and the
 * tag manifest. Only the lines of the manifest are held in memory while the payload is streamed.
 */
export async function* writeBag(
  payload: AsyncIterable<OutgoingFile>,
  info: BagInfo,
  tagsFor: (manifest: string) => readonly OutgoingFile[],
): AsyncGenerator<OutgoingFile> {
  const manifest: string[] = [];
  let octets = 0;
  let streams = 0;
  for await (const file of payload) {
    const seen = tee(file);
    yield { ...file, path: `data/${file.path}`, chunks: seen.chunks };
    manifest.push(line(seen.hash(), `data/${file.path}`));
    octets += seen.bytes();
    streams += 1;
  }
  const manifestText = manifest.join('');
  const infoLines = [...info, ['Payload-Oxum', `${octets}.${streams}`] as const];
  const tags: (readonly [path: string, text: string | Uint8Array])[] = [
    ['bag-info.txt', bagInfoText(infoLines)],
    ['bagit.txt', BAG_DECLARATION],
    ['manifest-sha256.txt', manifestText],
  ];
  const tagManifest: string[] = [];
  for (const [path, text] of tags) {
    tagManifest.push(line(sha256Hex(text), path));
    yield { path, chunks: [typeof text === 'string' ? textBytes(text) : text] };
  }
  for (const file of tagsFor(manifestText)) {
    const seen = tee(file);
    yield { ...file, chunks: seen.chunks };
    tagManifest.push(line(seen.hash(), file.path));
  }
  yield { path: 'tagmanifest-sha256.txt', chunks: [textBytes(tagManifest.join(''))] };
}

/** Paths in a manifest escape only line ends and the escape character (RFC 8493, 2.1.3). */
const line = (hash: string, path: string) =>
  `${hash}  ${path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`;

/** Text of bag-info.txt: one line a value. */
export const bagInfoText = (info: BagInfo): string =>
  info.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('');

/** Text of bagit.txt. */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

const oneLine = (value: string) => value.replaceAll(/\s+/g, ' ').trim();

/** Passes the chunks through, counting them while they are consumed, and hashing them if no hash was given. */
function tee({ chunks, sha256 }: OutgoingFile) {
  const hash = createSha256();
  let bytes = 0;
  async function* passing() {
    for await (const chunk of chunks) {
      if (sha256 === undefined) hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  return { chunks: passing(), hash: () => sha256 ?? hash.hex(), bytes: () => bytes };
}
