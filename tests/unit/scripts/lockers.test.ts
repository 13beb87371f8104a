import { appendFileSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LockerReport } from '#evidence/locker/use-cases/locker-report.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { writeBagTo } from '../../conformance/outside-tools.ts';
import { aLocker, packed } from '../../support/builders/a-locker.ts';
import { rawZip } from '../../support/builders/raw-zip.ts';
import { ROOT } from '../../support/builders/the-library.ts';
import { inFull } from '../../support/in-full.ts';
import { peakMemoryOf } from '../../timings/harness.ts';
import { aFolder, run } from './a-command.ts';

const GIGABYTE = 1024 ** 3;

let zip: Uint8Array;
beforeAll(async () => {
  zip = await packed(aLocker());
});

const fileWith = (bytes: Uint8Array, name = 'locker.zip') => {
  const file = join(aFolder(), name);
  writeFileSync(file, bytes);
  return file;
};

const BOMBS: readonly (readonly [string, () => Uint8Array])[] = [
  ['refused', () => rawZip([{ name: 'bag/zeros', content: new Uint8Array(GIGABYTE / 2), deflated: true }])],
  ['read', () => rawZip([{ name: 'bagit.txt', content: new Uint8Array(GIGABYTE / 2), size: 100, deflated: true }])],
];

describe('the commands for lockers', () => {
  it("pack the best player's locker of a shipped case, with the same bytes as the library", async () => {
    const out = join(aFolder(), 'locker.zip');

    const exported = await run('export-locker.ts', ['--scenario', 'quiet-number', '--policy', 'oracle', '--out', out]);
    const verified = await run('verify-locker.ts', [out, '--json']);

    expect(exported).toMatchObject({ code: 0, said: '' });
    expect(verified).toMatchObject({ code: 0, said: '' });
    expect(JSON.parse(verified.out) as LockerReport).toMatchObject({
      schema: 'locker-report/3',
      consistent: true,
      issues: [],
    });
  });

  it('report an empty locker, and write no file', async () => {
    const out = join(aFolder(), 'locker.zip');

    const { code, said } = await run('export-locker.ts', [
      '--scenario',
      'quiet-number',
      '--policy',
      'nothing',
      '--out',
      out,
    ]);

    expect({ code, written: existsSync(out) }).toEqual({ code: 1, written: false });
    expect(said).toContain('has kept no page');
  });

  it('name a changed file with its path and its item, one line each', async () => {
    const at = Buffer.from(zip).indexOf('/data/items/EV-002/capture.warc.gz') + 300;

    const { code, out, said } = await run('verify-locker.ts', [fileWith(zip.with(at, (zip[at] as number) ^ 1))]);

    expect({ code, said }).toEqual({ code: 1, said: '' });
    expect(out).toMatch(/^error: data\/items\/EV-002\/capture\.warc\.gz:1:1 locker\.\S+ .+\.$/m);
    expect(out).toMatch(/^EV-001: no contradiction found\. Its page has the hash/m);
    expect(out).toMatch(/^EV-002: does not hold\./m);
  });

  it.each([
    ['a zip that would leave its folder', rawZip([{ name: 'bag/bagit.txt' }, { name: '../out' }]), 'zip.slip'],
    ['a zip that is cut off', rawZip([{ name: 'bag/bagit.txt' }]).slice(0, 60), 'zip.unreadable'],
    ['no zip at all', Buffer.from('hello'), 'zip.unreadable'],
    ['a zip without a bag', rawZip([{ name: 'holiday/photo.txt' }]), 'bag.none'],
  ])('refuse %s by name and end with 1', async (_, bytes, code) => {
    const file = fileWith(bytes);

    const ended = await run('verify-locker.ts', [file]);

    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.said).toMatch(new RegExp(`^${file}:1:1 ${code.replace('.', '\\.')} .+\\.\\n$`));
  });

  it('report a refused file also as JSON', async () => {
    const { code, out, said } = await run('verify-locker.ts', [fileWith(rawZip([{ name: '../out' }])), '--json']);

    expect({ code, said }).toEqual({ code: 1, said: '' });
    expect(JSON.parse(out)).toMatchObject({
      schema: 'locker-refusal/2',
      consistent: false,
      issues: [{ code: 'zip.slip', params: { name: '../out' } }],
    });
  });

  it('list every file with its hash on request, and the hash of the zip itself', async () => {
    const file = fileWith(zip);

    const { out } = await run('verify-locker.ts', [file, '--paths']);

    expect(out).toContain(`${file}: ${zip.length} bytes, SHA-256 ${sha256Hex(zip)}`);
    expect(out).toMatch(/^hash as in the log +[0-9a-f]{64} {2}data\/items\/EV-001\/page\.html$/m);
  });

  it('verify the same locker unpacked to a folder', async () => {
    const folder = aFolder();
    const bag = join(folder, 'locker');
    await writeBagTo(bag, aLocker());
    rmSync(join(bag, 'data/items/EV-001/page.html'));

    const { code, out } = await run('verify-locker.ts', [folder]);

    expect(code).toBe(1);
    expect(out).toMatch(/^error: data\/items\/EV-001\/page\.html:1:1 locker\.missing-file /m);
    expect(out).toMatch(/^EV-001: does not hold\./m);
    expect(out).toMatch(/^EV-002: no contradiction found\. /m);
  });

  it.each(inFull(BOMBS, BOMBS.slice(0, 1)))(
    'need little memory for a bomb of half a gigabyte that is %s',
    async (_, bomb) => {
      const script = join(ROOT, 'scripts', 'verify-locker.ts');

      expect(await peakMemoryOf(script, [fileWith(bomb())], 1)).toBeLessThan(GIGABYTE / 4);
    },
  );

  it('follow no link out of an unpacked bag', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'bagit.txt'), 'BagIt-Version: 1.0\n');
    symlinkSync('/etc/hostname', join(folder, 'link'));

    const { code, said } = await run('verify-locker.ts', [folder]);

    expect(code).toBe(1);
    expect(said).toContain('zip.symlink link is a link');
  });

  it('refuse an invalid time-stamp request', async () => {
    const file = fileWith(Buffer.from('no request'), 'a.tsq');
    appendFileSync(file, '\n');

    const { code, said } = await run('answer-timestamp.ts', [file, '--keys', aFolder()]);

    expect(code).toBe(1);
    expect(said).toContain('This is no time-stamp request');
  });
});
