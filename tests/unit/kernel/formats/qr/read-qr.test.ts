import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrPath } from '#kernel/formats/qr/qr-path.ts';
import { type Picture, readQr } from '#kernel/formats/qr/read-qr.ts';
import { LINE_CHARACTERS } from '#room/model/line-groups.ts';
import { lineCode } from '#room/use-cases/line-code.ts';
import { paintedCode } from '../../../../support/room/painted-code.ts';

const LINE = 'T5QN7 ABADC B062K 9YJX3 T5QN7 ABADC B062K 9YJX3 T5QN7 ABADC B062K 9YJX3'.split(' ');

/** The picture with a square of grey over it, from a corner to a part of the code's width. */
function covered(picture: Picture, from: number, share: number): Picture {
  const data = picture.data.slice();
  const end = from + share * picture.width;
  for (let y = Math.round(from); y < end; y++)
    for (let x = Math.round(from); x < end; x++)
      data.fill(128, 4 * (y * picture.width + x), 4 * (y * picture.width + x) + 3);
  return { ...picture, data };
}

describe('a code', () => {
  it('of the longest line fits version 4, and is read as it was drawn', () => {
    const code = lineCode(LINE);
    expect(code.size).toBe(33 + 2 * 4);
    expect(readQr(paintedCode(code, 6))).toBe(LINE.join(''));
  });

  it('of any line is read', () => {
    const group = fc.string({ unit: fc.constantFrom(...LINE_CHARACTERS), minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 12 }), fc.integer({ min: 3, max: 9 }), (groups, scale) => {
        expect(readQr(paintedCode(lineCode(groups), scale))).toBe(groups.join(''));
      }),
      { numRuns: 40 },
    );
  });

  it('is read where something small lies on it, and not where half of it is missing', () => {
    const picture = paintedCode(lineCode(LINE), 8);
    expect(readQr(covered(picture, picture.width * 0.45, 0.12))).toBe(LINE.join(''));
    expect(readQr(covered(picture, picture.width * 0.3, 0.6))).toBeUndefined();
  });

  it('of an address is read too: what it holds is judged elsewhere', () => {
    expect(readQr(paintedCode(qrPath('http://192.168.0.7:4321/room/#word=lemon'), 6))).toBe(
      'http://192.168.0.7:4321/room/#word=lemon',
    );
  });
});

it('a picture without a code gives nothing', () => {
  expect(readQr({ width: 64, height: 48, data: new Uint8ClampedArray(4 * 64 * 48).fill(200) })).toBeUndefined();
});
