import { describe, expect, it } from 'vitest';
import type { Issue } from '#kernel/model/issue.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import type { Share } from '#market/shares/use-cases/a-share.ts';
import { checkLines } from '#market/shares/use-cases/check-lines.ts';
import { checkManifests } from '#market/shares/use-cases/check-manifests.ts';
import { anOrder } from '../../../../support/builders/a-market.ts';
import { aShare, type HeldShare, readFrom, resealed } from '../../../../support/builders/shares.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

/** Six districts of twenty ads, in files of twenty. */
const PART = { districtAds: 20, adsPerFile: 20 };
const ORDER: Partial<MarketOrder> = { size: 120, seed: 'checked' };
const made = (order: Partial<MarketOrder>, first: number, last: number, name: string): HeldShare => {
  const { share, files } = aShare(anOrder({ ...ORDER, ...order }), PART, first, last);
  return { share: { ...share, name }, files };
};
const [A, B, C] = [made({}, 0, 1, 'a'), made({}, 2, 4, 'b'), made({}, 5, 5, 'c')];

/** Each fault as the place where it is told, its code, and what tells which it is. */
const told = (issues: Iterable<Issue>) =>
  [...issues].map(({ position, code, params }) => {
    const { share: _, ...more } = params;
    return [`${position?.file}:${position?.line}`, code, ...Object.values(more)];
  });
const manifestsOf = (...held: readonly HeldShare[]) => told(checkManifests(held.map(({ share }) => share)));
const linesOf = (...held: readonly HeldShare[]) =>
  told(
    checkLines(
      held.map(({ share }) => share),
      readFrom(held, 700),
    ),
  );

/** B with other words in its manifest alone. */
const claiming = (claim: Partial<Share['manifest']>): HeldShare => ({
  ...B,
  share: { ...B.share, manifest: { ...B.share.manifest, ...claim } },
});

/** B written by another version, as its manifest and, by default, its headers say. */
function ofVersion(generatorVersion: number, inHeaders = generatorVersion): HeldShare {
  const { manifest, market, truth } = B.share;
  const headers = {
    market: { ...market, generatorVersion: inHeaders },
    truth: { ...truth, generatorVersion: inHeaders },
  };
  return { ...B, share: { ...B.share, manifest: { ...manifest, generatorVersion }, ...headers } };
}

describe('shares whose manifests do not fit together', () => {
  it('give no issues in any order, if unmodified', () => {
    expect([manifestsOf(A, B, C), manifestsOf(C, A, B)]).toEqual([[], []]);
  });

  it.each<[string, readonly HeldShare[], (string | number)[]]>([
    ['one in the middle lacks', [A, C], ['c/share.json:1', 'share.gap', 2, 4, 6]],
    ['the first lacks', [B, C], ['b/share.json:1', 'share.gap', 0, 1, 6]],
    ['the last lacks', [A, B], ['b/share.json:1', 'share.gap', 5, 5, 6]],
    ['one is there twice', [A, B, C, made({}, 5, 5, 'c2')], ['c2/share.json:1', 'share.overlap', 5, 5, 'c']],
    ['two overlap in part', [A, made({}, 1, 4, 'b'), C], ['b/share.json:1', 'share.overlap', 1, 1, 'a']],
    [
      'one lies within another',
      [made({}, 0, 4, 'a'), made({}, 2, 3, 'b'), C],
      ['b/share.json:1', 'share.overlap', 2, 3, 'a'],
    ],
    [
      'one has another seed',
      [A, made({ seed: 'other' }, 2, 4, 'b'), C],
      ['b/share.json:1', 'share.other-market', 'a', 'seed'],
    ],
    [
      'one has another profile',
      [A, made({ profile: LIBRARY.profiles.get('JOB') as MarketOrder['profile'] }, 2, 4, 'b'), C],
      ['b/share.json:1', 'share.other-market', 'a', 'profile'],
    ],
    [
      'one has another prevalence',
      [A, B, made({ prevalence: 'CALIBRATION' }, 5, 5, 'c')],
      ['c/share.json:1', 'share.other-market', 'a', 'prevalence'],
    ],
    [
      'one is of a market of another size',
      [A, B, made({ size: 121 }, 5, 6, 'c')],
      ['c/share.json:1', 'share.other-market', 'a', 'ads'],
    ],
    [
      'one was looked at on another day',
      [A, B, made({ until: '2031-03-13T09:00:00Z' }, 5, 5, 'c')],
      ['c/share.json:1', 'share.other-market', 'a', 'until'],
    ],
    [
      'one shows more',
      [A, B, made({ intensity: 2 }, 5, 5, 'c')],
      ['c/share.json:1', 'share.other-market', 'a', 'marketId'],
    ],
    [
      'one says another version than its headers',
      [A, ofVersion(GENERATOR_VERSION, 1), C],
      ['b/share.json:1', 'share.manifest', 'generatorVersion'],
    ],
    [
      'one says fewer districts than it has rows for',
      [A, claiming({ districts: { first: 2, last: 3, of: 6 } }), C],
      ['b/share.json:1', 'share.manifest', 'rows'],
    ],
    [
      'one ends before it begins',
      [A, claiming({ districts: { first: 4, last: 2, of: 6 } }), C],
      ['b/share.json:1', 'share.manifest', 'districts'],
    ],
    [
      'one lists fewer files than its headers',
      [A, claiming({ files: B.share.manifest.files.slice(1) }), C],
      ['b/share.json:1', 'share.manifest', 'files'],
    ],
    [
      'one lists a file outside its folder',
      [
        A,
        claiming({ files: B.share.manifest.files.map((file) => ({ ...file, path: `public/../../${file.path}` })) }),
        C,
      ],
      ['b/share.json:1', 'share.manifest', 'files'],
    ],
  ])('are named where %s', (_, held, expected) => {
    expect(manifestsOf(...held)).toContainEqual(expected);
  });

  it.each([
    ['one share', [A, ofVersion(99), C], ['b']],
    ['all shares', [ofVersion(99)], ['b']],
  ])('are named by the version where another one wrote %s', (_, held, names) => {
    expect(manifestsOf(...held)).toEqual(
      names.map((name) => [`${name}/share.json:1`, 'share.other-version', 99, GENERATOR_VERSION]),
    );
  });
});

const ADS = 'public/ads-001.ndjson';
const textOf = (path: string) => String(B.files.get(path));
const rowsOf = (path: string) => textOf(path).split(/(?<=\n)/);
const idOf = (row = '') => /^\{"(?:id|ad)":"([^"]+)"/.exec(row)?.[1] ?? '';
/** B with other content in one file, under its old manifest. */
const holding = (path: string, text: string): HeldShare => ({
  share: B.share,
  files: new Map([...B.files, [path, Buffer.from(text)]]),
});
const changed = (path: string, at: number, change: (row: string) => string) =>
  rowsOf(path)
    .map((row, n) => (n === at ? change(row) : row))
    .join('');
const swapped = (path: string, at: number) =>
  rowsOf(path)
    .with(at, rowsOf(path)[at + 1] ?? '')
    .with(at + 1, rowsOf(path)[at] ?? '');

describe('a share whose files are not those that were written', () => {
  it('has no issues when unmodified', () => {
    expect(linesOf(A, B, C)).toEqual([]);
  });

  it('is named with the line that is damaged', () => {
    const cut = holding(
      ADS,
      changed(ADS, 4, (row) => `${row.slice(0, 60)}\n`),
    );
    const turned = holding(
      ADS,
      changed(ADS, 4, (row) => row.replace('"title":"', '"title":')),
    );

    expect(linesOf(A, cut, C)[0]?.slice(0, 2)).toEqual([`b/${ADS}:1`, 'share.other-bytes']);
    // As many bytes, and a line that is no JSON.
    const padded = holding(ADS, String(turned.files.get(ADS)).replace(/\n$/, ' \n'));
    expect(linesOf(A, padded, C)).toEqual([[`b/${ADS}:5`, 'share.other-hash']]);
  });

  it.each<[string, HeldShare, (string | number)[]]>([
    [
      'another word',
      holding(ADS, textOf(ADS).replace('"postedAt":"2031', '"postedAt":"2032')),
      [`b/${ADS}:1`, 'share.other-hash'],
    ],
    ['no content', holding(ADS, ''), [`b/${ADS}:1`, 'share.other-bytes', 0, Buffer.byteLength(textOf(ADS))]],
    ['the last line cut', holding(ADS, textOf(ADS).slice(0, -9)), [`b/${ADS}:20`, 'share.line', '']],
    [
      'a line that begins with another field',
      holding(
        ADS,
        changed(ADS, 7, (row) => row.replace('"id"', '"Id"')),
      ),
      [`b/${ADS}:8`, 'share.line', ''],
    ],
    [
      'an id that lost its zeros',
      holding(
        ADS,
        changed(ADS, 7, (row) => row.replace('ad-0', 'ad-')),
      ),
      [`b/${ADS}:8`, 'share.line', ''],
    ],
    [
      'an id of no ad of the market',
      holding(
        ADS,
        changed(ADS, 7, (row) => row.replace(/ad-\d+/, 'ad-0421')),
      ),
      [`b/${ADS}:8`, 'share.line', ''],
    ],
    [
      'two lines in the other order',
      holding(ADS, swapped(ADS, 3).join('')),
      [`b/${ADS}:5`, 'share.line-order', idOf(rowsOf(ADS)[3])],
    ],
    [
      'a line twice',
      holding(
        ADS,
        changed(ADS, 3, (row) => row + row),
      ),
      [`b/${ADS}:5`, 'share.ad-twice', idOf(rowsOf(ADS)[3])],
    ],
    [
      'no link any more',
      holding('secret/links-002.ndjson', ''),
      ['b/secret/links-002.ndjson:1', 'share.other-bytes', 0, B.files.get('secret/links-002.ndjson')?.length ?? 0],
    ],
  ])('is named where a file has %s', (_, held, expected) => {
    expect(linesOf(A, held, C)).toContainEqual(expected);
  });

  it('is named where it holds an ad of another share, though all its hashes fit', () => {
    const rows = rowsOf(ADS);
    const behind = (line: string) => rows.findIndex((row) => idOf(row) > idOf(line));
    const foreign = String(C.files.get('public/ads-000.ndjson')).split(/(?<=\n)/);
    const stolen = foreign.find((line) => behind(line) > 0) ?? '';
    const forged = resealed(B, { [ADS]: rows.with(behind(stolen), stolen).join('') });

    expect(manifestsOf(A, forged, C)).toEqual([]);
    expect(linesOf(A, forged, C).map(([, code, ad]) => [code, ad])).toEqual([['share.ad-twice', idOf(stolen)]]);
  });

  it('is named with twenty faults and no more', () => {
    const noise = Array.from({ length: 500 }, (_, n) => `${n}\n`).join('');

    expect(linesOf(A, holding(ADS, noise), C)).toHaveLength(20);
    expect(linesOf(A, holding(ADS, 'x'.repeat(5_000_000)), C)).toEqual([[`b/${ADS}:1`, 'share.line', '']]);
  });
});
