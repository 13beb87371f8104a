import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShareSchema } from '#market/documents/model/share-schemas.ts';
import { marketFiles } from '#market/documents/use-cases/market-files.ts';
import { TABLE_FORMATS } from '#market/documents/use-cases/table-files.ts';
import { districtsOf } from '#market/generator/model/draw-market.ts';
import { checkLines } from '#market/shares/use-cases/check-lines.ts';
import { checkManifests } from '#market/shares/use-cases/check-manifests.ts';
import { joinShares } from '#market/shares/use-cases/join-shares.ts';
import { anOrder } from '../../../../support/builders/a-market.ts';
import { aShare, filesOf, readFrom } from '../../../../support/builders/shares.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const PROFILES = [...LIBRARY.profiles.values()];

describe('the shares of a market', () => {
  it('are joined into the files of the whole market, byte for byte, wherever they are cut and in any order', () => {
    fc.assert(
      fc.property(
        fc.record({
          profile: fc.constantFrom(...PROFILES),
          seed: fc.string(),
          size: fc.integer({ min: 80, max: 240 }),
          districtAds: fc.integer({ min: 20, max: 60 }),
          adsPerFile: fc.integer({ min: 10, max: 80 }),
          cuts: fc.array(fc.nat(), { maxLength: 4 }),
          chunkBytes: fc.integer({ min: 50, max: 5000 }),
          turned: fc.boolean(),
          formats: fc.subarray(TABLE_FORMATS.slice()),
        }),
        ({ profile, seed, size, districtAds, adsPerFile, cuts, chunkBytes, turned, formats }) => {
          const order = anOrder({ profile, seed, size });
          const parts = districtsOf(size, districtAds);
          const begins = [...new Set([0, ...cuts.map((cut) => cut % parts)])].sort((a, b) => a - b);
          const held = begins.map((first, n) =>
            aShare(order, { districtAds, adsPerFile }, first, (begins[n + 1] ?? parts) - 1),
          );
          const shares = turned ? held.toReversed().map(({ share }) => share) : held.map(({ share }) => share);
          const read = readFrom(held, chunkBytes);

          const joined = filesOf(joinShares(shares, read, { formats, adsPerFile }));

          expect([...checkManifests(shares), ...checkLines(shares, read)]).toEqual([]);
          const whole = filesOf(marketFiles(order, { formats, part: { districtAds, adsPerFile } }));
          expect([...joined.keys()].toSorted()).toEqual([...whole.keys()].toSorted());
          for (const [file, bytes] of whole)
            expect([file, joined.get(file)?.toString('latin1')]).toEqual([file, bytes.toString('latin1')]);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('have manifests of their schema, which say what shares tell while they are apart', () => {
    const { share } = aShare(anOrder({ size: 120 }), { districtAds: 30, adsPerFile: 20 }, 1, 2);

    expect(ShareSchema.parse(share.manifest)).toMatchObject({
      ads: 120,
      districts: { first: 1, last: 2, of: 4 },
      note: expect.stringContaining('No actor, trace or link reaches from one share to another'),
    });
    expect(share.market.counts.ads).toBe(60);
  });
});
