/**
 * Where code lies under src/ and what it may import, as data. A path is src/DOOR/[PART/]LAYER/file: the door says what the
 * code is for, the layer what it may do. An import must be allowed by both tables.
 *
 * dependency-cruiser.mjs and eslint.config.mjs make their rules from these tables; tests/architecture holds the tree
 * against them.
 * @see src/README.md
 */

/** Every door with the other doors that it may import. A row names earlier rows only, so no circle can be written. */
export const DOORS = {
  kernel: [],
  i18n: ['kernel'],
  design: ['kernel', 'i18n'],
  safety: ['kernel', 'i18n', 'design'],
  market: ['kernel', 'i18n', 'design', 'safety'],
  evidence: ['kernel', 'i18n', 'design', 'safety', 'market'],
  case: ['kernel', 'i18n', 'design', 'safety', 'market', 'evidence'],
  kinds: ['kernel', 'i18n', 'design', 'safety', 'market', 'evidence', 'case'],
  library: ['kernel', 'i18n', 'design', 'safety', 'market', 'evidence', 'case'],
  learning: ['kernel', 'i18n', 'design', 'safety', 'market', 'evidence', 'case', 'library'],
  room: ['kernel', 'i18n', 'design', 'safety', 'market', 'case', 'library'],
  studio: ['kernel', 'i18n', 'design', 'safety', 'market', 'case', 'library', 'room'],
  bench: ['kernel', 'market', 'library'],
  site: [
    'kernel',
    'i18n',
    'design',
    'safety',
    'market',
    'evidence',
    'case',
    'kinds',
    'library',
    'learning',
    'room',
    'studio',
  ],
};

/**
 * Every layer of code with the layers that it may import, in each door that its own door may import; `typesOf` are layers
 * of which it may import types alone. A layer without `imports` may import all.
 *
 * The files of a layer lie in a folder of its name, below the door or below a part of it. Two have another place: the
 * codecs of the kernel lie in `kernel/formats/`, and the functions that choose words stand in `i18n/` itself.
 */
export const LAYERS = {
  model: { imports: ['model'] },
  codec: { imports: ['model', 'codec'] },
  'use-cases': { imports: ['model', 'codec', 'use-cases'] },
  browser: { imports: ['model', 'codec', 'use-cases', 'browser'] },
  node: { imports: ['model', 'codec', 'use-cases', 'node'] },
  i18n: { imports: ['model', 'i18n', 'words'] },
  screens: { imports: ['model', 'screens', 'i18n', 'words', 'styles'], typesOf: ['use-cases'] },
  islands: { imports: ['model', 'use-cases', 'browser', 'screens', 'islands', 'i18n', 'words', 'styles'] },
  astro: {},
  layouts: {},
  pages: {},
};

/** Layers without code, with the names of their files. They import nothing. */
export const ASSETS = { words: /\.json$/, styles: /\.css$/, public: /./ };

/** The layer whose files stand in the door of its name. */
const IN_DOOR_ITSELF = 'i18n';

/** Folders that say the layer, with the layer. */
const FOLDERS = [
  ...[...Object.keys(LAYERS), ...Object.keys(ASSETS)]
    .filter((layer) => layer !== IN_DOOR_ITSELF)
    .map((layer) => [layer, layer]),
  ['formats', 'codec'],
];

/**
 * The layers that a path names; each file of src/ names exactly one.
 *
 * @param {string} path from the root of the project
 * @returns {string[]}
 */
export function layersOf(path) {
  const folders = path.split('/').slice(2, -1);
  if (folders.length === 0) return path.startsWith(`src/${IN_DOOR_ITSELF}/`) ? [IN_DOOR_ITSELF] : [];
  return folders.flatMap((folder) => FOLDERS.flatMap(([name, layer]) => (name === folder ? [layer] : [])));
}

/** A door, or a part of it, without nested repetition: dependency-cruiser refuses that as slow. */
const DOOR_OR_PART = '(?:[^/]+|[^/]+/[^/]+)';

/**
 * A regular expression for the paths of these layers.
 *
 * @param {readonly string[]} layers
 */
export function pathOfLayers(layers) {
  const folders = FOLDERS.flatMap(([folder, layer]) => (layers.includes(layer) ? [folder] : []));
  const places = [
    ...(folders.length > 0 ? [`${DOOR_OR_PART}/(?:${folders.join('|')})/`] : []),
    ...(layers.includes(IN_DOOR_ITSELF) ? [`${IN_DOOR_ITSELF}/[^/]+$`] : []),
  ];
  return `^src/(?:${places.join('|')})`;
}

/**
 * A regular expression for the folder of a layer as a group: files of one such folder are neighbours. Each format of the
 * kernel has a folder of its own.
 */
export const NEIGHBOURS = `^src/(kernel/formats/[^/]+/|${DOOR_OR_PART}/(?:${Object.keys(LAYERS).join('|')})/)`;

/**
 * Answers, as a regular expression for paths below src/: the truth of a market, the keys and scorers of a case, and the
 * scorer of each kind.
 */
export const ANSWERS =
  '(?:market/ads/model/ground-truth\\.ts|case/scoring/model/(?!score-report)|kinds/[^/]+/model/score\\.ts)';

/** Layers that may not open answers: all that is drawn, or that a page loads. */
export const WITHOUT_ANSWERS = ['browser', 'i18n', 'screens', 'islands', 'astro', 'layouts', 'pages'];

/** The folder of kinds/ that lists the kinds of exercise. Each other folder of kinds/ is one. */
export const LIST_OF_KINDS = 'shipped';
