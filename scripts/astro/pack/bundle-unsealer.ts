import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from '../../command/root.ts';
import { licenceOf, packageOf, RULE } from '../third-party-licences.mjs';

/** Bundles the worker that opens what is sealed as one classic script, with the licences of the code of others in it. */
export async function bundleUnsealer(): Promise<{ readonly script: string; readonly licences: string }> {
  const bundler = await rolldown({
    input: join(ROOT, 'src', 'case', 'sealed', 'browser', 'unseal.worker.ts'),
    cwd: ROOT,
    platform: 'browser',
  });
  try {
    const { output } = await bundler.generate({ format: 'iife', minify: true, codeSplitting: false });
    const packages = new Set(output[0].moduleIds.map(packageOf).filter((found) => found !== undefined));
    return { script: output[0].code, licences: [...packages].sort().map(licenceOf).join(RULE) };
  } finally {
    await bundler.close();
  }
}
