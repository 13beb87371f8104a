// @ts-check

/** The entry module of a case page. */
const ISLAND = 'src/site/islands/CasePage.svelte';
/** The module that puts the kinds in, and imports dynamically what is asked of all of them later, such as their scores. */
const KINDS = 'src/site/islands/case-kinds.ts';
/** Of these the schemas, which come with zod: no page that only plays loads them. */
const SCHEMAS = 'src/kinds/shipped/model/schemas.ts';
/** The modules that it imports dynamically before the case can be played. */
const ROOM = [
  'src/case/play/islands/case-wiring.ts',
  'src/case/play/islands/case-room.svelte.ts',
  'src/case/play/islands/OpenedCase.svelte',
  'src/case/play/islands/AttemptFileStep.svelte',
  'src/case/play/islands/save-attempt.ts',
  KINDS,
];
/** The module that lists the screens of a kind of exercise, and the screen that is needed to play it. */
const SCREENS = /\/src\/kinds\/([a-z-]+)\/islands\/screens\.ts$/;
const STEP = /Step\.svelte$/;

/** What a kind says in a debrief. The end of a case asks for the words of all kinds at once. */
const DEBRIEF_WORDS = /\/src\/kinds\/[a-z-]+\/words\/[\w-]+\/debrief\.json$/;

/** The studio needs most modules of the kit: what it shares with a page would go to every page. */
const STUDIO = /\/src\/(?:studio\/islands\/|site\/islands\/\w+StudioPage\.)/;

/** Minimum number of pages, or kinds of exercise, that must load a module before it moves to their shared file. */
const MIN_SHARERS = 3;

/**
 * Bundles the scripts of a case page into a few files. By default the bundler writes one for each set of pages that
 * share a module: about eighty requests before the first act. Here the files are Svelte, what many pages share, the
 * page of the case, its room, one for each kind of exercise, what some kinds share, and the words of debriefs. Modules
 * that only a few other pages load stay in files of their own, so that no page loads code that it does not need.
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
    // Entry files may export more than their page imports.
    options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' }),
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const importsOf = (/** @type {string} */ id) => this.getModuleInfo(id)?.importedIds ?? [];
      const at = (/** @type {string} */ path) => ids.filter((id) => plain(id).endsWith(path));
      const island = at(ISLAND);
      if (island.length === 0) return;
      const pages = ids
        .filter((id) => this.getModuleInfo(id)?.isEntry && !STUDIO.test(plain(id)))
        .map((id) => closure([id], importsOf));
      const draws = (/** @type {string} */ id) =>
        [...closure([id], importsOf)].some((module) => module.includes('/node_modules/svelte/'));
      const name = (/** @type {Set<string>} */ modules, /** @type {string} */ file) => {
        for (const id of modules) {
          if (fileOf.has(id) || DEBRIEF_WORDS.test(plain(id))) continue;
          const others = pages.filter((page) => page.has(id) && !page.has(island[0] ?? '')).length;
          if (others >= MIN_SHARERS) fileOf.set(id, draws(id) ? 'svelte' : 'shared');
          else if (others === 0) fileOf.set(id, file);
        }
      };
      name(closure(island, importsOf), 'case');
      name(closure(ROOM.flatMap(at), importsOf), 'case-room');
      const steps = ids.flatMap((id) => {
        const kind = SCREENS.exec(plain(id))?.[1];
        const step = this.getModuleInfo(id)?.dynamicallyImportedIds.find((screen) => STEP.test(plain(screen)));
        return kind && step ? [{ kind, modules: closure([step], importsOf) }] : [];
      });
      // One that is needed to play stays alone: the page that plays must not load those of the other kinds with it.
      for (const id of ids)
        if (DEBRIEF_WORDS.test(plain(id)) && !steps.some(({ modules }) => modules.has(id)))
          fileOf.set(id, 'debrief-words');
      const later = at(KINDS).flatMap((id) => this.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
      const schemas = closure(at(SCHEMAS), importsOf);
      const asked = closure(
        later.filter((id) => !at(SCHEMAS).includes(id)),
        importsOf,
      );
      // What is asked of all kinds must not load the screens of each.
      const fileFor = (/** @type {string} */ id) =>
        asked.has(id) ? ALL_KINDS : schemas.has(id) ? 'schemas' : kindsWith(id, steps);
      // What another kind asks for later cannot lie in the file of a kind: a packed case has only the files of its own.
      const isAskedForBy = (/** @type {string} */ id, /** @type {(typeof steps)[number]} */ { modules }) =>
        !modules.has(id) && this.getModuleInfo(id)?.dynamicImporters.some((importer) => modules.has(importer));
      for (const { modules } of steps)
        for (const id of modules)
          if (!steps.some((other) => isAskedForBy(id, other))) name(new Set([id]), `case-${fileFor(id)}`);
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

/** File of what many kinds, or what is asked of all of them, have in common. */
const ALL_KINDS = 'kinds';

/** The path of a module without its query, with forward slashes. */
const plain = (/** @type {string} */ id) => (id.split('?')[0] ?? '').replaceAll('\\', '/');

/**
 * Name of the file for a module: the folders of the kinds whose step needs it, joined by `_`, which is in no such name;
 * `kinds` for a module that many of them need. Those are few and small.
 *
 * @param {string} id
 * @param {readonly { kind: string, modules: Set<string> }[]} steps
 */
function kindsWith(id, steps) {
  const kinds = steps.filter(({ modules }) => modules.has(id)).map(({ kind }) => kind);
  return kinds.length < MIN_SHARERS ? kinds.join('_') : ALL_KINDS;
}

/**
 * The given modules and everything that they import statically, transitively.
 *
 * @param {readonly string[]} from
 * @param {(id: string) => readonly string[]} importsOf
 */
function closure(from, importsOf) {
  const found = new Set(from);
  for (const id of found) for (const next of importsOf(id)) found.add(next);
  return found;
}
