import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#kernel/model/canonical-json.ts';
import { type ChainLink, chained, firstBreak } from '#kernel/model/hash-chain.ts';

const START = '0'.repeat(64);
type Entry = ChainLink & { readonly what: string };
const chainOf = (...words: readonly string[]) => {
  const chain: Entry[] = [];
  for (const what of words) chain.push(chained({ what }, chain.at(-1), START));
  return chain;
};
const chain = chainOf('a', 'b', 'c');

/** An entry whose own hash is right, whatever it says of its place. */
function wellMade(body: Omit<Entry, 'hash'>): Entry {
  const hash = createHash('sha256')
    .update(body.prev + canonicalJson({ ...body }))
    .digest('hex');
  return { ...body, hash };
}

describe('a hash chain', () => {
  it('takes the hash over the previous hash and the canonical text of the entry', () => {
    expect(chain[0]).toEqual(wellMade({ what: 'a', seq: 1, prev: START }));
    expect(chain[1]).toEqual(wellMade({ what: 'b', seq: 2, prev: chain[0]?.hash ?? '' }));
    expect(firstBreak(chain, START)).toBeUndefined();
  });

  it('detects a well-formed entry with an unknown predecessor', () => {
    const forged = wellMade({ what: 'x', seq: 2, prev: 'f'.repeat(64) });

    expect(firstBreak([chain[0] as Entry, forged], START)).toBe(2);
  });

  it('detects a well-formed entry with a wrong number', () => {
    const forged = wellMade({ what: 'x', seq: 3, prev: chain[0]?.hash ?? '' });

    expect(firstBreak([chain[0] as Entry, forged], START)).toBe(2);
  });

  it('detects a chain rewritten from another start', () => {
    expect(firstBreak(chain, '1'.repeat(64))).toBe(1);
  });

  it('cannot detect truncation at the end without the last hash', () => {
    expect(firstBreak(chain.slice(0, 2), START)).toBeUndefined();
    expect(chain.at(-1)?.hash).not.toBe(chain.at(-2)?.hash);
  });
});
