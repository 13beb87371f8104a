import { beforeAll, describe, expect, it } from 'vitest';
import { verifyLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { readStrictWarc } from '#kernel/formats/warc/strict-warc.ts';
import { required } from '#kernel/model/invariant.ts';
import { type Bag, bagOf, openBag } from '../../../../support/builders/a-bag.ts';
import { aLockerOf, SAY } from '../../../../support/builders/a-locker.ts';
import { AMBIGUOUS_WARCS, behindRecord } from '../../../../support/evidence/locker/ambiguous-warcs.ts';
import { forged } from '../../../../support/evidence/locker/forge-bag.ts';
import { rawRecords, written } from '../../../../support/evidence/locker/raw-warc.ts';

const PATH = 'data/items/EV-00001/capture.warc.gz';

let bag: Bag;
let capture: Uint8Array;

beforeAll(async () => {
  bag = await bagOf(aLockerOf(1));
  capture = required(bag.get(PATH), 'a capture');
});

describe('a capture that is outside of the strict form', () => {
  it.each(AMBIGUOUS_WARCS)('%s: is named, and not compared with the log by a guess', async (_, make) => {
    const bytes = make(rawRecords(capture));
    const { issues, items, coverage } = await verifyLocker(openBag(forged(bag, { [PATH]: bytes })), { say: SAY });
    const own = issues.filter(
      ({ code, severity, path: [path] }) => path === PATH && severity === 'error' && /\.(?:warc|capture)-/.test(code),
    );

    expect(own.map(({ code }) => code)).not.toEqual([]);
    expect(items[0]?.holds).toBe(false);
    expect(coverage.reconciled).toEqual([]);
  });

  it('bytes behind a record: are named', () => {
    const { slips } = readStrictWarc(behindRecord(rawRecords(capture)));

    expect(slips).toEqual([{ record: 4, slip: 'length', of: 'content-length' }]);
  });

  it('is none as this kit writes it, also when it was written again record by record', async () => {
    expect(readStrictWarc(capture).slips).toEqual([]);
    const again = written(rawRecords(capture));
    const { issues } = await verifyLocker(openBag(forged(bag, { [PATH]: again })), { say: SAY });

    expect(issues.filter(({ path: [path] }) => path === PATH)).toEqual([]);
  });

  it('is one if it has a gzip member larger than what is unpacked in one go, and holds as such', () => {
    const records = rawRecords(capture);
    const noise = Uint8Array.from({ length: 300_000 }, (_, n) => (n * 7919) % 251);
    const large = records.map((record, n) => (n === 1 ? { ...record, block: noise } : record));
    const { records: read } = readStrictWarc(
      written(
        large.map((record) => ({
          ...record,
          head: record.head.replace(/^(Content-Length: ).*$/m, `$1${record.block.length}`),
        })),
      ),
    );

    expect(read.map(({ payload }) => payload.length)).toHaveLength(records.length);
    expect(read[1]?.payload).toEqual(noise);
  });
});
