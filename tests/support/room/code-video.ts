import { writeFileSync } from 'node:fs';
import type { QrPath } from '#kernel/formats/qr/qr-path.ts';
import { darkModules } from './painted-code.ts';

const WIDTH = 640;
const HEIGHT = 480;
/** Pixels a module: the code of a line then fills two thirds of the height, as if it were held near. */
const SCALE = 8;

/** Writes codes as a video (YUV4MPEG2) that a browser takes for its camera: each for a second, one after the other. */
export function writeCodeVideo(file: string, codes: readonly QrPath[]): void {
  const parts: (string | Uint8Array)[] = [`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`];
  for (const code of codes) {
    const frame = frameOf(code);
    for (let n = 0; n < 10; n++) parts.push('FRAME\n', frame);
  }
  writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array))));
}

/** One frame: brightness of every pixel, then two planes of colour, which are grey. */
function frameOf(code: QrPath): Uint8Array {
  const frame = new Uint8Array(WIDTH * HEIGHT * 1.5).fill(128);
  const rows = darkModules(code);
  const side = code.size * SCALE;
  const left = Math.floor((WIDTH - side) / 2);
  const top = Math.floor((HEIGHT - side) / 2);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      frame[(top + y) * WIDTH + left + x] = rows[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] ? 30 : 235;
  return frame;
}
