import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { licenceOf, packageOf, RULE } from '../astro/third-party-licences.mjs';
import { ROOT } from '../command/root.ts';

/** The server of a packed room as one script, and the licences of all code of others in it. */
export interface BundledServer {
  readonly script: string;
  readonly licences: string;
}

const HEAD = 'The server of the room holds program code of others. Their licences follow.';

/** Bundles the workshop server. The script is not minified, so that it can be read; it names no path of this machine. */
export async function bundleServer(): Promise<BundledServer> {
  const bundler = await rolldown({
    input: join(import.meta.dirname, 'packed-workshop.ts'),
    cwd: ROOT,
    platform: 'node',
    onLog: (level, log, handle) => {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      // What is loaded later in the project is here at once.
      if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') handle(level, log);
    },
  });
  try {
    const { output } = await bundler.generate({ format: 'esm', codeSplitting: false });
    const [chunk, ...others] = output;
    if (others.length > 0) throw new Error(`The server of a packed room is cut into ${output.length} files.`);
    const packages = new Set(chunk.moduleIds.map(packageOf).filter((found) => found !== undefined));
    return { script: chunk.code, licences: `${[HEAD, ...[...packages].sort().map(licenceOf)].join(RULE)}\n` };
  } finally {
    await bundler.close();
  }
}
