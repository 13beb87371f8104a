import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Checks a bag on the disk against every list in it, with nothing of the kit: `node:crypto` and RFC 8493 alone. Gives the
 * paths that do not fit (changed, missing, or not listed), without the list that says so.
 */
export function pathsThatDoNotFit(bag: string): Set<string> {
  const files = readdirSync(bag, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(bag, join(entry.parentPath, entry.name)));
  const wrong = new Set<string>();
  for (const list of files.filter((file) => /^(tag)?manifest-\w+\.txt$/.test(file))) {
    const [, tag, algorithm = ''] = /^(tag)?manifest-(\w+)\.txt$/.exec(list) ?? [];
    const digests = new Map<string, string>();
    for (const line of readFileSync(join(bag, list), 'utf8').split('\n').filter(Boolean)) {
      const at = line.indexOf('  ');
      digests.set(line.slice(at + 2), line.slice(0, at));
    }
    for (const [path, digest] of digests) {
      const found = files.includes(path)
        ? createHash(algorithm)
            .update(readFileSync(join(bag, path)))
            .digest('hex')
        : 'missing';
      if (found !== digest) wrong.add(path);
    }
    const belongs = (path: string) =>
      tag ? !path.startsWith('data/') && !path.startsWith('tagmanifest-') : path.startsWith('data/');
    for (const path of files) if (belongs(path) && !digests.has(path)) wrong.add(path);
  }
  return wrong;
}
