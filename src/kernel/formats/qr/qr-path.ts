import { correction, generate } from 'lean-qr';

/** Light modules around a code, which readers need (ISO/IEC 18004: four). */
const QUIET = 4;

/** A QR code as a path of an SVG: dark modules as squares of one unit, in a field of `size` units with its quiet zone. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** How much of a code may be unreadable: 15 % (M), or 25 % (Q). */
type Redundancy = 'M' | 'Q';

/** Draws a text as a QR code, with enough redundancy for a picture on a wall. */
export function qrPath(text: string, redundancy: Redundancy = 'M'): QrPath {
  const code = generate(text, { minCorrectionLevel: correction[redundancy] });
  const runs: string[] = [];
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      let end = x;
      while (end < code.size && code.get(end, y)) end++;
      runs.push(`M${x + QUIET} ${y + QUIET}h${end - x}v1h-${end - x}z`);
      x = end;
    }
  return { size: code.size + 2 * QUIET, path: runs.join('') };
}
