import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** An island of a page: the addresses of its built scripts, from the root of the site. */
export interface IslandScripts {
  readonly component: string;
  readonly renderer: string;
}

/** Name of the entry, which is no file. */
const ENTRY = '\0packed-islands';

/** List of files that a dynamic import would fetch ahead, as Vite writes it. In one file there is nothing to fetch. */
const FETCHED_AHEAD = /__vite__mapDeps\(\[[\d,\s]*\]\)/g;

/** Bundles the built scripts of the islands of a page as one classic script that makes all of them work. */
export function bundleIslands(site: string, islands: readonly IslandScripts[]): Promise<string> {
  const imports = islands.map(
    ({ component, renderer }, n) =>
      `import island${n} from ${JSON.stringify(join(site, component))};\n` +
      `import render${n} from ${JSON.stringify(join(site, renderer))};\n`,
  );
  const calls = islands.map((_, n) => `wake(${n}, island${n}, render${n});\n`);
  return bundle(ENTRY, `${imports.join('')}${WAKE}${calls.join('')}`);
}

/** Takes over the markup of an island, with the props that stand beside it. */
const WAKE = `
const wake = (n, component, render) => {
  const place = document.querySelector('[data-island="' + n + '"]');
  const props = document.querySelector('script[data-props="' + n + '"]');
  render(place)(component, JSON.parse(props.textContent), {}, { client: 'load' });
  place.removeAttribute('ssr');
};
`;

/** Bundles a built worker as one classic script. */
export const bundleWorker = (site: string, worker: string): Promise<string> => bundle(join(site, worker));

async function bundle(input: string, code?: string): Promise<string> {
  const bundler = await rolldown({
    input,
    treeshake: true,
    // Addresses of files beside a script mean nothing in one file, and nobody asks for them there.
    transform: { define: { 'import.meta.url': '""', 'import.meta.resolve': 'undefined' } },
    plugins: [
      {
        name: 'packed',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? (code ?? null) : null),
        transform: (text) => text.replaceAll(FETCHED_AHEAD, '[]'),
      },
    ],
    onLog: (level, log, handle) => {
      // What a page fetches later is here at once.
      if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') handle(level, log);
    },
  });
  try {
    const { output } = await bundler.generate({ format: 'iife', minify: true, codeSplitting: false });
    if (output.length > 1) throw new Error(`The script of a packed case is cut into ${output.length} files.`);
    return output[0].code;
  } finally {
    await bundler.close();
  }
}
