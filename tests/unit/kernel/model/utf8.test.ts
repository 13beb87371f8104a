import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '#kernel/model/utf8.ts';
import { anyProperText, anyText } from '../../../support/builders/any-text.ts';

describe('utf8', () => {
  it('gives the bytes of TextEncoder for any text, lone surrogates included', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8(text)).toEqual(new TextEncoder().encode(text));
      }),
    );
  });

  it('reads its own bytes back', () => {
    fc.assert(
      fc.property(anyProperText, (text) => {
        expect(fromUtf8(utf8(text))).toBe(text);
      }),
    );
  });

  it.each([
    ['a lone continuation byte', [0x80]],
    ['a sequence cut short', [0xe2, 0x82]],
    ['an overlong form', [0xc0, 0xaf]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
  ])('refuses %s', (_, bytes) => {
    expect(() => fromUtf8(Uint8Array.from(bytes))).toThrow(URIError);
  });
});
