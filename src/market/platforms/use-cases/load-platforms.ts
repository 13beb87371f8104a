import type { z } from 'zod';
import { fault, missingFile } from '#kernel/formats/authored/faults.ts';
import { type Placed, parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { MarketProfile, Site } from '#market/ads/model/schemas.ts';
import { platformContradictions } from '#market/platforms/model/check-platform.ts';
import { PageWordsSchema } from '#market/platforms/model/page-schemas.ts';
import { habitsOf } from '#market/platforms/model/platform.ts';
import { MarketHabitsSchema, PlatformFileSchema } from '#market/platforms/model/platform-schemas.ts';
import type {
  MarketPlatforms,
  SiteInMarket,
  TestedPlatform,
  WatchedMirror,
} from '#market/platforms/model/tested-platform.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';

/** A file for each market, and a folder of its name with the platforms that a team can test. Each site is described in one of the two. */
export const PLATFORMS_FOLDER = 'content/platforms';
/** Words of the pages that they send. */
const PAGE_WORDS = `${PLATFORMS_FOLDER}/pages.yaml`;

export interface LoadedPlatforms {
  readonly platforms: ReadonlyMap<MarketProfileId, MarketPlatforms>;
  readonly issues: readonly Issue[];
}

/**
 * Reads how the sites of these markets moderate, and checks that the files name the sites of the market, each once, and do
 * not contradict. The habits of a platform that can be tested are those of its own file.
 */
export function loadPlatforms(files: ProjectFiles, profiles: readonly MarketProfile[]): LoadedPlatforms {
  const issues: Issue[] = [];
  function file<Schema extends z.ZodType>(schema: Schema, path: string): Placed<z.output<Schema>> | undefined {
    const text = files.read(path);
    const parsed = text === undefined ? undefined : parseWith(schema, text, path);
    if (parsed?.ok) return parsed.value;
    issues.push(...(parsed ? parsed.issues : [files.fault?.(path) ?? missingFile(path)]));
    return undefined;
  }

  const pages = file(PageWordsSchema, PAGE_WORDS)?.value;
  const platforms = new Map<MarketProfileId, MarketPlatforms>();
  for (const profile of profiles) {
    const folder = `${PLATFORMS_FOLDER}/${profile.id.toLowerCase()}`;
    const placed = file(MarketHabitsSchema, `${folder}.yaml`);
    if (!placed) continue;
    const { market, sites } = placed.value;
    if (market !== profile.id)
      issues.push(
        fault('library.id-not-file-name', placed, ['market'], { id: market, file: profile.id.toLowerCase() }),
      );
    for (const id of Object.keys(sites))
      if (!profile.sites.some((site) => site.id === id)) issues.push(unknownSite(placed, ['sites', id], id, profile));
    const tested: TestedPlatform[] = [];
    const mirrors: WatchedMirror[] = [];
    const own = files
      .list(folder)
      .flatMap((entry) => (entry.endsWith('.yaml') ? [entry.slice(0, -'.yaml'.length)] : []));
    for (const name of own) {
      const one = platformAt(`${folder}/${name}.yaml`, name, profile);
      if (one && 'mirrorOf' in one) mirrors.push(one);
      else if (one) tested.push(one);
    }
    const place = ({ id }: SiteInMarket) => profile.sites.findIndex((site) => site.id === id);
    tested.sort((a, b) => place(a) - place(b));
    for (const { id } of tested)
      if (sites[id] && own.includes(id))
        issues.push(
          fault('platform.described-twice', placed, ['sites', id], { site: id, file: `${folder}/${id}.yaml` }),
        );
    const habits = { ...sites, ...Object.fromEntries(tested.map(({ id, hidden }) => [id, habitsOf(hidden.traits)])) };
    // A file that cannot be read has issues of its own.
    const isBroken = (id: string) => own.includes(id) && !mirrors.some((mirror) => mirror.id === id);
    for (const { id } of profile.sites)
      if (habits[id] === undefined && !isBroken(id))
        issues.push(fault('platform.missing-site', placed, ['sites'], { site: id, market }));
    platforms.set(profile.id, { habits, tested, mirrors, ...(pages && { pages }) });
  }
  return { platforms, issues };

  function platformAt(
    path: string,
    fileName: string,
    profile: MarketProfile,
  ): TestedPlatform | WatchedMirror | undefined {
    const placed = file(PlatformFileSchema, path);
    if (!placed) return undefined;
    const { value } = placed;
    if (value.site !== fileName)
      issues.push(fault('library.id-not-file-name', placed, ['site'], { id: value.site, file: fileName }));
    const site = profile.sites.find(({ id }) => id === value.site);
    if (!site) {
      issues.push(unknownSite(placed, ['site'], value.site, profile));
      return undefined;
    }
    const kind = site.mirrorOf === undefined ? 'host' : 'mirror';
    if (value.kind !== kind) issues.push(fault('platform.kind-otherwise', placed, ['kind'], { site: site.id, kind }));
    const known = inMarket(site);
    if (value.kind === 'mirror') return { ...known, mirrorOf: site.mirrorOf ?? site.id, ...value.hidden };
    for (const { code, path: at, params } of platformContradictions(value, profile.languages))
      issues.push(fault(code, placed, at, params));
    return { ...known, public: value.public, hidden: value.hidden };
  }
}

const inMarket = ({ id, name, host, owner, share }: Site): SiteInMarket => ({ id, name, host, owner, share });

const unknownSite = (
  placed: Placed<unknown>,
  path: readonly (string | number)[],
  site: string,
  { id, sites }: MarketProfile,
) => fault('platform.unknown-site', placed, path, { site, market: id, known: sites.map((one) => one.id).join(', ') });
