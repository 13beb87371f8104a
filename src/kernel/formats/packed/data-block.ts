import { escaped } from '#kernel/model/escaped.ts';

/** Numbers that one call takes as arguments; more of them can be too many. */
const STRETCH = 0x8000;

/**
 * A file as a block of data in a packed page: compressed (gzip), because keys and markets are long and alike, and written
 * in base64.
 */
async function dataBlock([name, text]: readonly [string, string]): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  return `<script type="text/plain" data-file="${escaped(name)}">${inBase64(bytes)}</script>`;
}

/** Files as blocks of data, in their order. */
export async function dataBlocks(files: ReadonlyMap<string, string>): Promise<string> {
  return (await Promise.all([...files].map(dataBlock))).join('');
}

function inBase64(bytes: Uint8Array): string {
  let signs = '';
  for (let at = 0; at < bytes.length; at += STRETCH) signs += String.fromCharCode(...bytes.subarray(at, at + STRETCH));
  return btoa(signs);
}
