import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#kernel/formats/text/decode-text.ts';

const bytesOf = (...parts: readonly (readonly number[] | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));
const little = (text: string) => Buffer.from(text, 'utf16le');
const big = (text: string) => Buffer.from(text, 'utf16le').swap16();
const text = (bytes: Uint8Array) => {
  const read = decodeText(bytes);
  return read.ok ? read.text : read;
};

const WORDS = 'The possible victim – “а” 部屋 🏠\r\nand a second line.\n';

describe('the text of a file', () => {
  it('is read in UTF-8 and in both orders of UTF-16, without the mark', () => {
    expect(text(Buffer.from(WORDS))).toBe(WORDS);
    expect(text(bytesOf([0xef, 0xbb, 0xbf], Buffer.from(WORDS)))).toBe(WORDS);
    expect(text(bytesOf([0xff, 0xfe], little(WORDS)))).toBe(WORDS);
    expect(text(bytesOf([0xfe, 0xff], big(WORDS)))).toBe(WORDS);
    for (const empty of [[], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]]) expect(text(bytesOf(empty))).toBe('');
  });

  it('is the same whatever it is written in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (any) => {
        fc.pre(any.isWellFormed() && !any.startsWith('\ufeff') && !any.startsWith('\0'));
        expect(text(bytesOf([0xff, 0xfe], little(any)))).toBe(any);
        expect(text(bytesOf([0xfe, 0xff], big(any)))).toBe(any);
      }),
    );
  });

  it.each<[string, Buffer, object]>([
    ['UTF-16 without a mark', little(WORDS), { reason: 'utf-16-without-mark', line: 1 }],
    ['UTF-16 without a mark, the other order', big(WORDS), { reason: 'utf-16-without-mark', line: 1 }],
    ['UTF-32', bytesOf([0xff, 0xfe, 0, 0], [65, 0, 0, 0]), { reason: 'utf-32' }],
    ['UTF-32, the other order', bytesOf([0, 0, 0xfe, 0xff], [0, 0, 0, 65]), { reason: 'utf-32' }],
    ['half a character of UTF-16', bytesOf([0xff, 0xfe], little('a\nbc'), [65]), { reason: 'broken', line: 2 }],
    ['half a pair of UTF-16', bytesOf([0xff, 0xfe], little('a'), [0x00, 0xd8]), { reason: 'broken', line: 1 }],
    ['letters of Windows-1252', bytesOf(Buffer.from('one\ntwo\nca'), [0x66, 0xe9]), { reason: 'broken', line: 3 }],
    ['a character cut in two', bytesOf(Buffer.from('caf'), [0xc3]), { reason: 'broken', line: 1 }],
    ['a zero in more bytes than it needs', bytesOf([0xc0, 0x80]), { reason: 'broken', line: 1 }],
  ])('is refused, with the line, where it is %s', (_, bytes, why) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, ...why });
  });
});
