import { getEntry } from 'astro:content';
import type { Source } from '#market/signs/model/schemas.ts';

/** The source behind a code; the build stops where a text cites what `content/sources.yaml` does not hold. */
export async function sourceOf(code: string): Promise<Source> {
  const entry = await getEntry('sources', code);
  if (!entry)
    throw new Error(`Source ${code} is cited but not listed. Add it to content/sources.yaml or correct the code.`);
  return entry.data;
}
