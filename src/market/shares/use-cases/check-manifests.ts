import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { firstRowOf } from '#market/generator/model/draw-market.ts';
import type { DistrictRange } from '#market/generator/model/drawn-market.ts';
import type { Share } from './a-share.ts';
import { issueOfShare } from './issue-of-share.ts';

/** What a share has alone; everything else is that of the market. */
const OWN = new Set(['counts', 'files', 'note', 'schema']);

/**
 * Checks that shares are of one market, made by one version, and that each district is in exactly one of them. Names
 * each fault with its share; reads manifests and headers alone.
 */
export function* checkManifests(shares: readonly Share[]): Generator<Issue> {
  const [first, ...others] = shares;
  if (!first) return;
  const foreign = shares.filter(({ manifest }) => manifest.generatorVersion !== GENERATOR_VERSION);
  for (const share of foreign) {
    const { generatorVersion: version } = share.manifest;
    yield issueOfShare(share, 'share.other-version', { version, ours: GENERATOR_VERSION });
  }
  // What another version writes cannot be judged here.
  if (foreign.length > 0) return;
  yield* shares.flatMap(ownFaults);
  const all = fieldsOf(first);
  const strangers = others.flatMap((share) => {
    const field = firstOther(all, fieldsOf(share));
    return field === undefined ? [] : [issueOfShare(share, 'share.other-market', { first: first.name, field })];
  });
  yield* strangers;
  // Districts of several markets cannot be counted together.
  if (strangers.length === 0) yield* districtFaults(shares);
}

/** The fields of the market that a share names, in the order in which they are compared. */
function fieldsOf({ manifest, market, truth }: Share): ReadonlyMap<string, Json> {
  const { generatorVersion, profile, prevalence, ads, districts, marketId } = manifest;
  return new Map<string, Json>([
    ['generatorVersion', generatorVersion],
    ['profile', profile],
    ['prevalence', prevalence],
    ['ads', ads],
    ['districts.of', districts.of],
    ['seed', truth.seed],
    ['until', market.until],
    ['marketId', marketId],
    ...[...Object.entries(market), ...Object.entries(truth)].filter(([key]) => !OWN.has(key)).map(asJson),
  ]);
}

const asJson = ([key, value]: readonly [string, unknown]): [string, Json] => [key, value as Json];

function firstOther(one: ReadonlyMap<string, Json>, other: ReadonlyMap<string, Json>): string | undefined {
  const keys = new Set([...one.keys(), ...other.keys()]);
  return [...keys].find((key) => canonicalJson(one.get(key) ?? null) !== canonicalJson(other.get(key) ?? null));
}

/** A manifest that does not fit its own headers, or names districts and files that a share cannot have. */
function ownFaults(share: Share): Issue[] {
  const { manifest, market, truth } = share;
  const { ads, districts, files } = manifest;
  const { first, last, of } = districts;
  const listed = (folder: string) =>
    files.filter(({ path }) => path.startsWith(`${folder}/`)).map((file) => ({ ...file, path: file.path.slice(7) }));
  const rows = (kind: string) => files.reduce((sum, file) => sum + (file.kind === kind ? file.rows : 0), 0);
  const expected = first <= last && last < of ? firstRowOf(ads, of, last + 1) - firstRowOf(ads, of, first) : -1;
  const fits: readonly (readonly [field: string, fits: boolean])[] = [
    ['districts', expected > 0],
    ['marketId', [market.marketId, truth.marketId].every((id) => id === manifest.marketId)],
    ['generatorVersion', [market, truth].every((header) => header.generatorVersion === manifest.generatorVersion)],
    ['profile', market.profile === manifest.profile && market.prevalence === manifest.prevalence],
    ['files', files.every(({ path, kind }) => isPathOf(path, kind))],
    ['files', canonicalJson(listed('public')) === canonicalJson(market.files)],
    ['files', canonicalJson(listed('secret')) === canonicalJson(truth.files)],
    ['rows', rows('ads') === expected && rows('ground-truth') === expected && rows('records') <= expected],
  ];
  const field = fits.find(([, isSo]) => !isSo)?.[0];
  return field === undefined ? [] : [issueOfShare(share, 'share.manifest', { field })];
}

/** A path never leads out of the folder of its share. */
function isPathOf(path: string, kind: string): boolean {
  const folder = kind === 'ads' || kind === 'records' ? 'public' : 'secret';
  const begin = `${folder}/${kind}-`;
  return path.startsWith(begin) && /^\d{3,6}\.ndjson$/.test(path.slice(begin.length));
}

function* districtFaults(shares: readonly Share[]): Generator<Issue> {
  const inOrder = shares.toSorted((a, b) => a.manifest.districts.first - b.manifest.districts.first);
  let before: Share | undefined;
  let next = 0;
  for (const share of inOrder) {
    const { first, last } = share.manifest.districts;
    if (first > next) yield gap(share, { first: next, last: first - 1 });
    if (before && first < next)
      yield issueOfShare(share, 'share.overlap', { first, last: Math.min(last, next - 1), other: before.name });
    if (last >= next) [before, next] = [share, last + 1];
  }
  if (before && next < before.manifest.districts.of)
    yield gap(before, { first: next, last: before.manifest.districts.of - 1 });
}

const gap = (share: Share, { first, last }: DistrictRange): Issue =>
  issueOfShare(share, 'share.gap', { first, last, of: share.manifest.districts.of });
