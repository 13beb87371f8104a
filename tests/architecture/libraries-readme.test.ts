import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/builders/the-library.ts';
import { rowsUnder, told } from '../support/readmes.ts';

const README = 'scripts/config/README.md';
/** Not an npm package: Debian installs it, and the line says so. */
const FROM_DEBIAN = 'scikit-learn (Debian, not npm)';

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Readonly<Record<string, string>>
>;
/** Packages of types are told by the package that they describe. */
const INSTALLED = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'));
const ROWS = rowsUnder(README, 'library').filter(({ cells }) => cells[0] !== FROM_DEBIAN);

/** A family such as `@codemirror/*` has one line. */
const isAbout = (told: string, name: string) =>
  told.endsWith('*') ? name.startsWith(told.slice(0, -1)) : name === told;
const namesIn = (cell = '') => cell.split(', ');

describe(README, () => {
  it.each(INSTALLED)('says why %s is there', (name) => {
    const about = ROWS.filter(({ cells }) => namesIn(cells[0]).some((one) => isAbout(one, name)));

    expect(about.map(({ line }) => told(line))).toHaveLength(1);
    expect(about[0]?.cells[1]).toMatch(/\w{3}/);
  });

  it('names no library that is not installed', () => {
    const gone = ROWS.filter(
      ({ cells }) => !namesIn(cells[0]).every((one) => INSTALLED.some((name) => isAbout(one, name))),
    );

    expect(gone.map(({ line }) => told(line))).toEqual([]);
    expect(rowsUnder(README, 'library')).toHaveLength(ROWS.length + 1);
  });

  it('says of each file of settings what it sets', () => {
    const named = rowsUnder(README, 'file').map(({ cells }) => cells[0]?.replaceAll('`', ''));
    const files = readdirSync(join(ROOT, 'scripts/config')).filter((name) => !name.endsWith('.md'));

    expect(named.toSorted()).toEqual(files.toSorted());
  });
});
