import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC_PART, type PublicPart, readPublicPart } from '#case/parts/use-cases/case-parts.ts';
import { type PartLoader, PartMissingError } from '#kernel/model/part-loader.ts';
import { isIdForPath } from '#kernel/model/path-names.ts';

/** The public half of a case of a built site; undefined where the site has no such case. */
export function caseOfSite(site: string, id: string): PublicPart | undefined {
  if (!isIdForPath(id)) return undefined;
  const file = join(site, 'cases', id, PUBLIC_PART);
  if (!existsSync(file)) return undefined;
  return readPublicPart(JSON.parse(readFileSync(file, 'utf8')));
}

/** The ids of the cases of a built site. */
export function casesOfSite(site: string): string[] {
  const folder = join(site, 'cases');
  return existsSync(folder) ? readdirSync(folder).filter((id) => existsSync(join(folder, id, PUBLIC_PART))) : [];
}

/** Reads parts of the key of a case from a built site: for the board, which only the facilitator sees. */
export function createSiteParts(site: string, id: string): PartLoader {
  return {
    load: async (part) => {
      const file = join(site, 'cases', id, part);
      if (!existsSync(file)) throw new PartMissingError(`${part} is not in the site.`);
      return JSON.parse(readFileSync(file, 'utf8')) as unknown;
    },
  };
}
