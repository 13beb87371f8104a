import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ASSETS, DOORS, LAYERS, layersOf, pathOfLayers } from '../../scripts/config/house.mjs';
import { ROOT } from '../support/builders/the-library.ts';

/** Files that need no layer: they set something up for the folder around them, or explain it. */
const NEED_NO_LAYER = /^src\/(?:tsconfig\.model\.json|site\/content\.config\.ts)$|\.md$/;

const FILES = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/').replace(/^\//, ''));
const IN_LAYERS = FILES.filter((file) => !NEED_NO_LAYER.test(file));
const faulty = (isFaulty: (file: string) => boolean) => IN_LAYERS.filter(isFaulty);

describe('the tables of the house', () => {
  it.each(Object.entries(DOORS))('let %s import only doors of earlier rows', (door, others) => {
    const earlier = Object.keys(DOORS).slice(0, Object.keys(DOORS).indexOf(door));

    expect(others.filter((other) => !earlier.includes(other))).toEqual([]);
  });

  it('name only layers that there are', () => {
    const named = Object.values<{ imports?: string[]; typesOf?: string[] }>(LAYERS).flatMap(
      ({ imports = [], typesOf = [] }) => [...imports, ...typesOf],
    );
    const known = [...Object.keys(LAYERS), ...Object.keys(ASSETS)];

    expect(named.filter((layer) => !known.includes(layer))).toEqual([]);
  });

  it.each([
    ['src/kernel/model/rng.ts', ['model']],
    ['src/kernel/formats/csv/read-csv.ts', ['codec']],
    ['src/kinds/ledger/islands/screens.ts', ['islands']],
    ['src/case/play/screens/decision/Choice.svelte', ['screens']],
    ['src/i18n/locale.ts', ['i18n']],
    ['src/i18n/words/en/case/case.json', ['words']],
    ['src/room/model/browser/seat.ts', ['model', 'browser']],
    ['src/room/seat.ts', []],
  ])('read the layer of %s', (file, layers) => {
    expect(layersOf(file)).toEqual(layers);
  });
});

describe('each file of src/', () => {
  it('lies in a known door', () => {
    expect(FILES.length).toBeGreaterThan(2000);
    expect(faulty((file) => !Object.hasOwn(DOORS, file.split('/')[1] as string))).toEqual([]);
  });

  it('has exactly one layer in its path, as src/DOOR/[PART/]LAYER/file', () => {
    const hasPlace = (file: string) => layersOf(file).some((layer) => new RegExp(pathOfLayers([layer])).test(file));

    expect(faulty((file) => layersOf(file).length !== 1 || !hasPlace(file))).toEqual([]);
  });

  it('is a codec under formats/ only in the kernel', () => {
    expect(faulty((file) => file.includes('/formats/') && !file.startsWith('src/kernel/formats/'))).toEqual([]);
  });

  it('is no code in a layer of words, styles or public files, and is code in every other', () => {
    const isCode = (file: string) => /\.(?:ts|svelte|astro)$/.test(file);
    const mayBe = (file: string) => {
      const [, pattern] = Object.entries(ASSETS).find(([layer]) => layersOf(file).includes(layer)) ?? [];
      return pattern ? pattern.test(basename(file)) && !isCode(file) : isCode(file);
    };

    expect(faulty((file) => !mayBe(file))).toEqual([]);
  });
});
