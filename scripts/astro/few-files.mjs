// @ts-check

/** What a case page loads at once, and the modules that it asks for next, before anything of the case can be done. */
const ISLAND = 'src/ui/islands/CaseIsland.svelte';
const ROOM = [
  'case-wiring.ts',
  'case-room.svelte.ts',
  'OpenedCase.svelte',
  'AttemptFileStep.svelte',
  'save-attempt.ts',
];
/** Where each kind of exercise names its screens, and the one of them that is asked for before it can be played. */
const SCREENS = /\/src\/ui\/islands\/([a-z]+)\/screens\.ts$/;
const STEP = /Step\.svelte$/;

/** A module that so many pages, or kinds of exercise, load at once lies in the file that they share. */
const SHARED_BY = 3;

/**
 * Puts the scripts of a case page into a few files. The bundler by itself makes one for each set of pages that share a
 * module, some eighty on the way to the first act, and each of them is a question to the server. Here they are
 * Svelte, what many pages share, the page of the case, its room, one for each kind of exercise, and what some kinds share.
 * What a few other pages load at once stays in files of its own, so that none of them loads what it does not need.
 *
 * @returns {import('vite').Plugin}
 */
export function fewFiles() {
  /** @type {Map<string, string>} */
  const fileOf = new Map();
  return {
    name: 'few-files',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    // A file may hand on more than its page asks of it.
    options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' }),
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const importsOf = (/** @type {string} */ id) => this.getModuleInfo(id)?.importedIds ?? [];
      const at = (/** @type {string} */ path) => ids.filter((id) => plain(id).endsWith(path));
      const island = at(ISLAND);
      if (island.length === 0) return;
      const pages = ids.filter((id) => this.getModuleInfo(id)?.isEntry).map((id) => closure([id], importsOf));
      const draws = (/** @type {string} */ id) =>
        [...closure([id], importsOf)].some((module) => module.includes('/node_modules/svelte/'));
      const name = (/** @type {Set<string>} */ modules, /** @type {string} */ file) => {
        for (const id of modules) {
          if (fileOf.has(id)) continue;
          const others = pages.filter((page) => page.has(id) && !page.has(island[0] ?? '')).length;
          if (others >= SHARED_BY) fileOf.set(id, draws(id) ? 'svelte' : 'shared');
          else if (others === 0) fileOf.set(id, file);
        }
      };
      name(closure(island, importsOf), 'case');
      name(
        closure(
          ROOM.flatMap((file) => at(`src/ui/islands/${file}`)),
          importsOf,
        ),
        'case-room',
      );
      const steps = ids.flatMap((id) => {
        const kind = SCREENS.exec(plain(id))?.[1];
        const step = this.getModuleInfo(id)?.dynamicallyImportedIds.find((screen) => STEP.test(plain(screen)));
        return kind && step ? [{ kind, modules: closure([step], importsOf) }] : [];
      });
      for (const { modules } of steps) for (const id of modules) name(new Set([id]), `case-${kindsWith(id, steps)}`);
    },
    outputOptions: (options) => ({
      ...options,
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ name: (id) => fileOf.get(id) ?? null }],
      },
    }),
  };
}

/** A module by its path alone. */
const plain = (/** @type {string} */ id) => (id.split('?')[0] ?? '').replaceAll('\\', '/');

/**
 * The kinds whose step needs a module, joined. What many of them need is small, and one file for all.
 *
 * @param {string} id
 * @param {readonly { kind: string, modules: Set<string> }[]} steps
 */
function kindsWith(id, steps) {
  const kinds = steps.filter(({ modules }) => modules.has(id)).map(({ kind }) => kind);
  return kinds.length < SHARED_BY ? kinds.join('-') : 'kinds';
}

/**
 * All modules that are there as soon as these are.
 *
 * @param {readonly string[]} from
 * @param {(id: string) => readonly string[]} importsOf
 */
function closure(from, importsOf) {
  const found = new Set(from);
  for (const id of found) for (const next of importsOf(id)) found.add(next);
  return found;
}
