import type { QrPath } from '#kernel/formats/qr/qr-path.ts';
import type { Picture } from '#kernel/formats/qr/read-qr.ts';

/** The dark modules of a code, read from its path as a browser fills it. */
export function darkModules({ size, path }: QrPath): boolean[][] {
  const rows = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  return rows;
}

/** A code as a picture, `scale` pixels a module. */
export function paintedCode(code: QrPath, scale: number): Picture {
  const rows = darkModules(code);
  const side = code.size * scale;
  const data = new Uint8ClampedArray(4 * side * side).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3);
  return { width: side, height: side, data };
}
