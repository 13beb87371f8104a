import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesDue } from '../../../scripts/gate/files-due.ts';
import { importLines } from '../../../scripts/gate/import-lines.ts';
import { readNamedBy, testsNear } from '../../../scripts/gate/tests-near.ts';

const linesOf = (text: string, file = 'src/kernel/model/a.ts') => importLines(Buffer.from(text), file).toString();

describe('what the import rules can depend on in a file', () => {
  const before = `import {\n  one,\n} from '#kernel/model/a.ts';\n\nexport const two = one + 1;\n`;

  it('is not what the code computes', () => {
    expect(linesOf(before.replace('  one,', '  one,\n  three,'))).toBe(linesOf(before));
    expect(linesOf(`${before}\nconst four = two * 2;\n`)).toBe(linesOf(before));
  });

  it.each([
    ['another module', before.replace('#kernel/model/a.ts', '#kernel/use-cases/a.ts')],
    ['a type for a value', before.replace('import {', 'import type {')],
    ['a module handed on', `${before}export * from './b.ts';\n`],
    ['a module that is loaded late', `${before}const b = await import('./b.ts');\n`],
    ['the same over two lines', `${before}const b = await import(\n  './b.ts'\n);\n`],
    ['a type by its module', `${before}let b: import('./b.ts').B;\n`],
    ['a module for its effect', `${before}import './b.ts';\n`],
  ])('is %s', (_, after) => {
    expect(linesOf(after)).not.toBe(linesOf(before));
  });

  it('is all of the rules themselves, and of a file that is no source', () => {
    for (const file of ['scripts/config/dependency-cruiser.mjs', 'package.json'])
      expect(linesOf('severity: 1', file)).toBe('severity: 1');
  });
});

describe('tests that depend on a change', () => {
  const namedBy = readNamedBy(fileURLToPath(new URL('../../..', import.meta.url)));
  const near = (file: string) => testsNear([file], namedBy, ['tests/unit/', 'tests/component/']);

  it('begin with those that import it, and go on with those that reach it over other files', () => {
    const found = near('src/kernel/model/rng.ts');
    expect(found.indexOf('tests/unit/kernel/model/rng.test.ts')).toBeLessThan(40);
    expect(found).toContain('tests/unit/market/generator/model/structural-promises.test.ts');
  });

  it('are found from a component, from words, and from a command', () => {
    for (const file of ['src/i18n/words/en/case/sentences.json', 'src/kinds/ledger/words/en/debrief.json'])
      expect(near(file)).toContain('tests/unit/case/debrief/model/every-sentence.test.ts');
    // It is named by a pattern alone, and found by it.
    expect(near('tests/support/kinds/ledger/reader.ts')).toContain(
      'tests/unit/case/debrief/model/every-sentence.test.ts',
    );
    expect(near('scripts/gate/tests-near.ts')).toEqual(['tests/unit/scripts/changed-inputs.test.ts']);
  });

  it('are itself, where a test changed', () => {
    expect(near('tests/unit/kernel/model/rng.test.ts')).toEqual(['tests/unit/kernel/model/rng.test.ts']);
  });
});

describe('files that a step has not seen as they are', () => {
  const seen = { 'a.ts': '1', 'b.ts': '1', 'biome.json': '1' };

  it('are those that changed or came since', () => {
    expect(filesDue({ ...seen, 'b.ts': '2', 'c.ts': '1' }, seen, ['biome.json'])).toEqual(['b.ts', 'c.ts']);
    expect(filesDue(seen, seen, ['biome.json'])).toEqual([]);
  });

  it('are all after other settings, at the first time, and where very many changed', () => {
    expect(filesDue({ ...seen, 'biome.json': '2' }, seen, ['biome.json'])).toBeUndefined();
    expect(filesDue(seen, {}, ['biome.json'])).toBeUndefined();
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${index}.ts`, '1']));
    expect(filesDue({ ...seen, ...many }, seen, ['biome.json'])).toBeUndefined();
  });
});
