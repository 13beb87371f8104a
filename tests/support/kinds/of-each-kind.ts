import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The file of each kind that a pattern means, from this folder, by the kind. A new kind is listed nowhere. */
export async function ofEachKind<Module>(pattern: string): Promise<ReadonlyMap<string, Module>> {
  const files = globSync(pattern, { cwd: import.meta.dirname }).sort();
  const read = async (file: string) => {
    const kind = file.split(/[\\/]/).at(-2) ?? '';
    return [kind, (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as Module] as const;
  };
  return new Map(await Promise.all(files.map(read)));
}
