import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, run } from './a-command.ts';

const NO_BUILD = '--no-build';

describe('the command that packs a case', () => {
  it.each([
    ['no id', ['--out', 'x.html'], 'The id of the case is missing.'],
    ['two ids', ['quiet-number', 'five-signs', '--out', 'x.html'], 'five-signs: one id is enough.'],
    ['no file', ['quiet-number'], '--out is missing.'],
    ['an option that there is not', ['quiet-number', '--out', 'x.html', '--seal'], "Unknown option '--seal'"],
    ['a path in place of an id', ['../scenarios/quiet-number', '--out', 'x.html'], 'there is no such case.'],
  ])('refuses %s, and shows how it is used', async (_, args, sentence) => {
    const { code, said } = await run('pack-case.ts', [...args, NO_BUILD]);

    expect(code).toBe(2);
    expect(said).toContain(sentence);
    expect(said).toContain('Usage: npm run -s pack-case');
  });

  it('names the cases that there are, where the id is unknown', async () => {
    const { code, said } = await run('pack-case.ts', ['quiet', '--out', 'x.html', NO_BUILD]);

    expect(code).toBe(2);
    expect(said).toMatch(/^quiet: there is no such case\. Known: .*five-signs.*quiet-number/);
  });

  it('asks for --force where the file is there already, before anything is built', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'mine.html'), 'mine');

    const { code, said } = await run('pack-case.ts', ['quiet-number', '--out', 'mine.html', NO_BUILD], folder);

    expect(code).toBe(2);
    expect(said).toContain('--out mine.html is there already. Choose another name, or replace it with --force.');
  });

  it('takes no folder that is not there for a place to write', async () => {
    const out = join('no', 'such', 'folder', 'x.html');

    const { code, said } = await run('pack-case.ts', ['quiet-number', '--out', out, NO_BUILD]);

    expect(code).toBe(1);
    expect(said).toContain(`${out}:1:1 file.unwritable`);
  });
});
