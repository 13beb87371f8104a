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

/**
 * A built file that is loaded for some kinds of exercise only: their steps, such as `case-linking_mapping.Bx1.js`, whose
 * name `few-files.mjs` gives, or the debrief of one, such as `LinkingDebrief.Bx1.js`.
 */
const OF_KINDS = /(?:^|\/)(?:case-([a-z_-]+)|([A-Z][A-Za-z]+)Debrief)\.[\w-]+\.js$/;
/** What stands in a packed case for such a file where the case has none of its kinds. Nothing asks for it there. */
const OTHER_KIND = '\0other-kind';

/** True for a file of kinds of exercise that are all others than those of the case. Kinds are named by their folders. */
export function isOfOtherKinds(file: string, all: readonly string[], own: readonly string[]): boolean {
  const [, steps, debrief] = OF_KINDS.exec(file) ?? [];
  const kinds = steps?.split('_') ?? (debrief ? [folderNamed(debrief)] : []);
  return kinds.length > 0 && kinds.every((kind) => all.includes(kind) && !own.includes(kind));
}

/** The folder of the kind whose components are called so: `platform-test` of `PlatformTest`. */
const folderNamed = (name: string) => name.replaceAll(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();

/** The folders of the kinds of exercise that there are, and of those of a case. */
interface CaseKinds {
  readonly all: readonly string[];
  readonly own: readonly string[];
}

/**
 * Bundles the built scripts of the islands of a page as one classic script that makes all of them work, without what is
 * loaded for other kinds of exercise only.
 */
export function bundleIslands(site: string, islands: readonly IslandScripts[], kinds: CaseKinds): Promise<string> {
  const imports = islands.map(
    ({ component, renderer }, n) =>
      `import island${n} from ${JSON.stringify(join(site, component))};\n` +
      `import render${n} from ${JSON.stringify(join(site, renderer))};\n`,
  );
  const calls = islands.map((_, n) => `wake(${n}, island${n}, render${n});\n`);
  return bundle(ENTRY, `${imports.join('')}${WAKE}${calls.join('')}`, kinds);
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

async function bundle(input: string, code?: string, kinds?: CaseKinds): Promise<string> {
  const bundler = await rolldown({
    input,
    treeshake: true,
    // Addresses of files beside a script mean nothing in one file, and nobody asks for them there.
    transform: { define: { 'import.meta.url': '""', 'import.meta.resolve': 'undefined' } },
    plugins: [
      {
        name: 'packed',
        resolveId: (id) => (id === ENTRY ? id : null),
        resolveDynamicImport: (file) =>
          kinds && typeof file === 'string' && isOfOtherKinds(file, kinds.all, kinds.own) ? OTHER_KIND : null,
        load: (id) => (id === ENTRY ? (code ?? null) : id === OTHER_KIND ? 'export default undefined;' : null),
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
