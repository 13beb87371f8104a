import { correction, generate } from 'lean-qr';

/** Light modules around the code, which readers need (ISO/IEC 18004: four). */
const QUIET = 4;

/**
 * A text as a QR code of block characters, two modules in one character. Light modules are drawn, so that the code is
 * dark on light in a dark terminal; cameras read it in a light one too.
 */
export function qrInBlocks(text: string): string {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const isLight = (x: number, y: number) => !code.get(x, y);
  const rows: string[] = [];
  for (let y = -QUIET; y < code.size + QUIET; y += 2) {
    let row = '';
    for (let x = -QUIET; x < code.size + QUIET; x++) {
      const [upper, lower] = [isLight(x, y), isLight(x, y + 1)];
      row += upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ';
    }
    rows.push(row);
  }
  return rows.join('\n');
}
