import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { swap } from '../../support/builders/project-with.ts';
import { PROJECT } from '../../support/builders/the-library.ts';
import { aFolder, run } from './a-command.ts';

const SHIPPED = PROJECT.read('content/markets/reg.yaml') ?? '';

/** A folder with a custom profile. */
function aProfile(text: string): string {
  const home = aFolder();
  writeFileSync(join(home, 'mine.yaml'), text);
  return home;
}

describe('an author who checks the places of a market', () => {
  it('hears that the shipped ones are invented', async () => {
    expect(await run('check-places.ts')).toEqual({ code: 0, out: '6 profiles checked, no real place\n', said: '' });
  });

  it('is led to the line and column of a real town', async () => {
    const text = swap('name: Orvenna', 'name: vïenna')(SHIPPED);
    const line = text.split('\n').findIndex((words) => words.includes('vïenna')) + 1;

    const ended = await run('check-places.ts', ['mine.yaml'], aProfile(text));

    expect(ended).toEqual({
      code: 1,
      out: '',
      said: `mine.yaml:${line}:7 library.real-place The field "towns.2.name" holds "vïenna", and there is a real place of that name. Invent another name.\n`,
    });
  });

  it('is told of a fault in the file before the places are read', async () => {
    const ended = await run('check-places.ts', ['mine.yaml'], aProfile(swap('week: 3', 'week: 9')(SHIPPED)));

    expect(ended.code).toBe(1);
    expect(ended.said).toMatch(/^mine\.yaml:\d+:\d+ schema\.number .+\n$/);
  });

  it('explains itself, and names a file that is not there', async () => {
    const [help, missing] = await Promise.all([
      run('check-places.ts', ['--help']),
      run('check-places.ts', ['no-such-file.yaml']),
    ]);

    expect(help).toMatchObject({ code: 0, said: '' });
    expect(help.out).toMatch(/^Usage: .+\n[A-Z ]/);
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.said.split('\n')[0]).toContain('no-such-file.yaml');
  });
});
