import { gzipSync } from 'fflate';
import { escaped } from '#core/kernel/escaped.ts';

/** Numbers that one call takes as arguments; more of them can be too many. */
const STRETCH = 0x8000;

/**
 * A file as a block of data in a packed page: compressed (gzip), because keys and markets are long and alike, and written
 * in base64. The same text gives the same bytes.
 */
export function dataBlock([name, text]: readonly [string, string]): string {
  // Without a time: it would be another one whenever the block is made.
  const bytes = gzipSync(new TextEncoder().encode(text), { level: 9, mtime: 0 });
  return `<script type="text/plain" data-file="${escaped(name)}">${inBase64(bytes)}</script>`;
}

function inBase64(bytes: Uint8Array): string {
  let signs = '';
  for (let at = 0; at < bytes.length; at += STRETCH) signs += String.fromCharCode(...bytes.subarray(at, at + STRETCH));
  return btoa(signs);
}
