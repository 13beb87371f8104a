import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOORS, LAYERS } from '../../scripts/config/house.mjs';
import { ROOT } from '../support/builders/the-library.ts';
import { codeInProse, GUIDES, linesOf, rowsUnder, told } from '../support/readmes.ts';

const README = 'src/README.md';

/** How the guide says what a door or layer may import, from the tables of the checks. */
const inWords = (names: readonly string[]) => names.join(' ') || 'nothing';
function doorInWords(door: string, others: readonly string[]): string {
  const all = Object.keys(DOORS).filter((name) => name !== door);
  const out = all.filter((name) => !others.includes(name));
  return out.length === 1 ? `all but ${inWords(out)}` : inWords(others);
}
interface Layer {
  readonly imports?: readonly string[];
  readonly typesOf?: readonly string[];
}
function layerInWords({ imports, typesOf }: Layer): string {
  if (!imports) return 'all';
  return typesOf ? `${inWords(imports)}; types of ${inWords(typesOf)}` : inWords(imports);
}

describe('the guide to the code', () => {
  it('is one page', () => {
    expect(linesOf(README).length).toBeLessThanOrEqual(120);
  });

  it('has the doors in the order of the checks', () => {
    expect(rowsUnder(README, 'door').map(({ cells }) => cells[0])).toEqual(Object.keys(DOORS));
  });

  it.each(rowsUnder(README, 'door'))(
    'says what a door may import as the checks do: $cells.0',
    ({ cells: [door = '', , may] }) => {
      expect(may).toBe(doorInWords(door, DOORS[door as keyof typeof DOORS] ?? []));
    },
  );

  it('has the layers in the order of the checks', () => {
    expect(rowsUnder(README, 'layer').map(({ cells }) => cells[0])).toEqual(Object.keys(LAYERS));
  });

  it.each(rowsUnder(README, 'layer'))(
    'says what a layer may import as the checks do: $cells.0',
    ({ cells: [layer = '', may] }) => {
      expect(may).toBe(layerInWords(LAYERS[layer as keyof typeof LAYERS] ?? {}));
    },
  );
});

describe.each(Object.keys(DOORS))('the guide of the door %s', (door) => {
  const guide = `src/${door}/README.md`;

  it('is there, and says what must hold and where to begin', () => {
    expect(existsSync(join(ROOT, guide))).toBe(true);
    expect(linesOf(guide)[0]?.text).toMatch(new RegExp(`^# ${door}\\b`));
    expect(linesOf(guide).some(({ text }) => text.startsWith('**Begin with** '))).toBe(true);
  });

  it('names every part of the door', () => {
    const named = codeInProse(guide).map(({ code }) => code.replace(/\/$/, '').split('/')[0]);
    const parts = readdirSync(join(ROOT, 'src', door), { withFileTypes: true }).filter((entry) => entry.isDirectory());

    expect(parts.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('the vocabulary', () => {
  const defined = GUIDES.flatMap((guide) => rowsUnder(guide, 'term')).flatMap(({ cells: [terms = ''], line }) =>
    terms.split(', ').map((term) => ({ term, line })),
  );

  it('defines each term once', () => {
    const again = defined.filter(({ term }, at) => defined.findIndex((one) => one.term === term) !== at);

    expect(defined.length).toBeGreaterThan(100);
    expect(again.map(({ term, line }) => told(line, term))).toEqual([]);
  });

  it('stands in the guides of the doors', () => {
    expect(
      defined.filter(({ line }) => !/^src\/\w+\/README\.md$/.test(line.file)).map(({ line }) => told(line)),
    ).toEqual([]);
  });
});
