import { relative } from 'node:path';
import { isPackedPlace } from '#design/screens/links/packed-place.ts';
import type { CasePacker } from '../astro/pack/case-packer.ts';
import { casesToPack } from './built-folders.ts';

/** What is packed while the site is served. */
export interface PackingServer {
  /** Number of cases that were not packed when it began. */
  readonly due: number;
  /** Packs the case at a path of the site, if it is one and not packed yet; a fault is told and not thrown. */
  prepare(path: string): Promise<void>;
  /** Packs all cases that are left. */
  packAll(): Promise<void>;
}

/**
 * Packs the cases that a build with `packing: 'later'` has left in the sites of a served folder: one after the other, and
 * at once what somebody downloads. Undefined where nothing is left.
 *
 * @param root the served folder
 * @param sites the folders of the sites in it
 * @param say tells who runs the server what is happening
 */
export function packWhileServing(
  root: string,
  sites: readonly string[],
  say: (sentence: string) => void,
): PackingServer | undefined {
  const unfinished = sites.filter((site) => casesToPack(site).length > 0);
  if (unfinished.length === 0) return undefined;
  const packers = new Map<string, Promise<CasePacker>>();
  const asked = new Set<string>();

  const packerOf = (site: string): Promise<CasePacker> => {
    const packer = packers.get(site) ?? newPacker(site);
    packers.set(site, packer);
    return packer;
  };
  const pack = async (site: string, id: string) => {
    try {
      await (await packerOf(site)).pack(id);
    } catch (error) {
      say(`The case ${id} could not be packed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  return {
    due: unfinished.flatMap(casesToPack).length,
    async prepare(path) {
      for (const site of unfinished) {
        const place = relative(root, site).replaceAll('\\', '/');
        const below = place === '' ? '' : `${place}/`;
        const inSite = path.startsWith(below) ? path.slice(below.length) : '';
        const id = inSite.split('/')[2];
        if (id === undefined || !isPackedPlace(inSite) || !casesToPack(site).includes(id)) continue;
        if (!asked.has(path)) say(`Packing the case ${id}, which is being downloaded ...`);
        asked.add(path);
        await pack(site, id);
      }
    },
    async packAll() {
      for (const site of unfinished) for (const id of casesToPack(site)) await pack(site, id);
    },
  };
}

/** The packer brings a bundler, which takes a second to load: it is loaded when it is needed. */
async function newPacker(site: string): Promise<CasePacker> {
  const { createCasePacker } = await import('../astro/pack/case-packer.ts');
  return createCasePacker(site);
}
