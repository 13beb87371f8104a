import { describe, expect, it } from 'vitest';
import { packLocker } from '#app/evidence/pack-locker.ts';
import { bagOf } from '../../../support/builders/a-bag.ts';
import { aLocker, aLockerOf, NONCE, packed, SAY } from '../../../support/builders/a-locker.ts';

describe('packing a locker', () => {
  it('gives the same bytes for the same locker, and others for another', async () => {
    const bytes = await packed(aLockerOf(3));

    expect(await packed(aLockerOf(3))).toEqual(bytes);
    expect(await packed(aLockerOf(4))).not.toEqual(bytes);
  });

  it('hands out its parts while it packs, none of them near the whole', async () => {
    const locker = aLockerOf(40);
    const seen: { readonly done: number; readonly bytes: number }[] = [];
    let done = 0;
    for await (const part of packLocker(locker, SAY, {
      nonce: NONCE,
      progress: (items) => {
        done = items;
      },
    }))
      seen.push({ done, bytes: part.length });

    const whole = seen.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(Math.max(...seen.map(({ bytes }) => bytes))).toBeLessThan(whole / 8);
    // Something of each item is out before the next one is begun.
    expect(new Set(seen.map((part) => part.done))).toEqual(new Set(Array.from({ length: 41 }, (_, n) => n)));
  });

  it('says in the report what a record lacks, that nobody has reviewed the case, and what no hash shows', async () => {
    const locker = aLocker();
    const items = locker.items.map((item, n) =>
      n === 0
        ? { ...item, facts: { ...item.facts, capturedAtUtc: '12:42', title: '<script>alert(1)</script>' } }
        : item,
    );

    const report = Buffer.from((await bagOf({ ...locker, items })).get('data/report.html') ?? []).toString();

    expect(report).toContain(SAY('report.gap.time-without-zone'));
    expect(report).toContain(SAY('report.notReviewed'));
    expect(report).toContain('Cookie notice: none shown. Location: not given. Part of the page: 1 of 1.');
    expect(report).toContain(locker.custody.at(-1)?.hash);
    for (const { loggedSha256 } of items) expect(report).toContain(loggedSha256);
    expect(report).not.toMatch(/<script|\bsrc=|\bhref=|https?:[^<]*["']/);
  });
});
