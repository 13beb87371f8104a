import { describe, expect, it } from 'vitest';
import { bagInfoValues, readManifest } from '#kernel/formats/bagit/read-manifest.ts';

const A = 'a'.repeat(64);
const read = (text: string) => {
  const { manifest, issues } = readManifest('manifest-sha256.txt', text, 'sha256');
  return { manifest: [...manifest], issues: issues.map(({ code, position }) => `${position?.line} ${code}`) };
};

describe('a manifest', () => {
  it('lists a digest for each path, and decodes escaped characters', () => {
    expect(read(`${A}  data/a b.txt\n${A}  data/100%25%0A.txt\n`)).toEqual({
      manifest: [
        ['data/a b.txt', A],
        ['data/100%\n.txt', A],
      ],
      issues: [],
    });
  });

  it('reports each invalid line, and reads the others', () => {
    expect(read(`${A} data/a\nnonsense\n${A}  data/b\n${A}  data/b\n`)).toEqual({
      manifest: [['data/b', A]],
      issues: ['1 locker.manifest-line', '2 locker.manifest-line', '4 locker.manifest-twice'],
    });
  });

  it('reads a variant spelling of a line and reports it', () => {
    expect(read(`${A.toUpperCase()}  data/a\n${A} *data/b\n${A}  data/c`)).toEqual({
      manifest: [
        ['data/a', A],
        ['data/b', A],
        ['data/c', A],
      ],
      issues: ['3 locker.manifest-end', '1 locker.manifest-spelling', '2 locker.manifest-spelling'],
    });
  });
});

describe('bag-info.txt', () => {
  it('gives the values of a label in any case, over several lines', () => {
    const text = 'Payload-Oxum: 5.1\nExternal-Description: one\n  two\npayload-oxum: 6.1\n';

    expect(bagInfoValues(text, 'Payload-Oxum')).toEqual(['5.1', '6.1']);
    expect(bagInfoValues(text, 'External-Description')).toEqual(['one two']);
  });
});
