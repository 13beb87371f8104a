import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, run } from './a-command.ts';

/** A temporary folder with these files. */
function aFolderWith(files: Readonly<Record<string, string>>): string {
  const home = aFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
  return home;
}

describe('a user who checks texts against the rules', () => {
  it('hears that clean texts have no issue', async () => {
    const home = aFolderWith({ 'case.yaml': 'text: A quiet room.\n', 'lesson.mdx': 'A quiet room.\n' });

    expect(await run('lint-content.ts', ['case.yaml', 'lesson.mdx'], home)).toEqual({
      code: 0,
      out: '2 files read, nothing to mend\n',
      said: '',
    });
  });

  it('is led to the line and column of each finding', async () => {
    const home = aFolderWith({ 'case.yaml': 'text: |\n  A quiet room.\n  Call 0000 000 000, victim.\n' });

    const { code, out, said } = await run('lint-content.ts', ['.'], home);

    expect({ code, out }).toEqual({ code: 1, out: '1 file read, 2 findings\n' });
    expect(said.split('\n')).toEqual([
      expect.stringMatching(/^case\.yaml:3:8 safety\.C07 "0000 000 000" could be .+\. Write .+\.$/),
      expect.stringMatching(/^case\.yaml:3:22 safety\.C19 "victim" puts .+\. Write .+\.$/),
      '',
    ]);
  });

  it('gets all shipped content checked by default, including messages of the screens', async () => {
    const { code, out } = await run('lint-content.ts', [], aFolder());

    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^[3-6]\d\d files read, nothing to mend\n$/) });
  });

  it('is warned of a pasted text, which alone is no refusal', async () => {
    const home = aFolderWith({ 'note.txt': 'A quiet room.' });

    const { code, out, said } = await run('lint-content.ts', ['note.txt'], home);

    expect({ code, out }).toEqual({ code: 0, out: '1 file read, nothing to mend\n' });
    expect(said).toMatch(/^note\.txt:1:1 safety\.C26 .+ Do not paste real ads, .+\.\n$/);
  });

  it('can check a generated market, and finds text planted in it', async () => {
    const home = aFolder();
    const order = ['--profile', 'BUY', '--preset', 'mini', '--seed', '7', '--out', 'market'];
    await run('generate-market.ts', order, home);
    const clean = await run('lint-content.ts', ['market/public'], home);
    const ad = { id: 'ad-0001', title: 'Whatnot', versions: [], call: '0000 000 000' };
    writeFileSync(join(home, 'market', 'public', 'ads-000.ndjson'), `${JSON.stringify(ad)}\n`);

    const changed = await run('lint-content.ts', ['market/public/ads-000.ndjson'], home);

    expect(clean).toEqual({ code: 0, out: '3 files read, nothing to mend\n', said: '' });
    expect(changed.code).toBe(1);
    expect(changed.said).toMatch(
      /^market\/public\/ads-000\.ndjson:1:25 safety\.C02 "Whatnot" [^\n]+\nmarket\/public\/ads-000\.ndjson:1:56 safety\.C07 /,
    );
  });

  it('is told to generate a market of an earlier version again', async () => {
    const home = aFolderWith({
      'market.json': '{"schema":"market/1","profile":"BUY","ads":[]}',
      'ads-000.ndjson': '{}\n',
    });

    const { code, said } = await run('lint-content.ts', ['.'], home);

    expect(code).toBe(1);
    expect(said.match(/^market\.json:1:1 market\.earlier-version .*Generate the market again/gm)).toHaveLength(2);
  });

  it('is told that a part of a market needs its market.json', async () => {
    const home = aFolderWith({ 'ads-000.ndjson': '{"id":"1","title":""}\n' });

    const { code, said } = await run('lint-content.ts', ['ads-000.ndjson'], home);

    expect(code).toBe(1);
    expect(said).toMatch(/^market\.json:1:1 file\.missing /);
  });

  it('gets the same issues as data', async () => {
    const home = aFolderWith({ 'case.yaml': 'text: The victim.\n' });

    const { code, out, said } = await run('lint-content.ts', ['case.yaml', '--json'], home);

    expect({ code, said }).toEqual({ code: 1, said: '' });
    expect(JSON.parse(out)).toMatchObject({
      schema: 'issues/1',
      files: 1,
      issues: [
        {
          code: 'safety.C19',
          severity: 'error',
          path: ['text'],
          params: { text: 'victim' },
          position: { line: 1, column: 11 },
        },
      ],
    });
  });

  it.each([
    ['a file that is not there', ['gone.yaml'], 'gone.yaml: there is no such file'],
    ['a kind of file that is not read', ['room.png'], 'room.png: files of this kind'],
    ['an empty folder', ['empty'], 'empty: there is nothing'],
    ['an unknown option', ['--jso'], '--jso'],
  ])('is told what is wrong with %s', async (_, args, named) => {
    const home = aFolderWith({ 'room.png': '' });
    mkdirSync(join(home, 'empty'));

    const { code, out, said } = await run('lint-content.ts', args, home);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said.split('\n')[0]).toContain(named);
    expect(said).toContain('Usage: ');
  });

  const UTF_16: readonly (readonly [how: string, write: (text: string) => Buffer])[] = [
    ['UTF-16 as Windows writes it', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 in the other order', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ];

  it.each(UTF_16)('gets a text read that is saved as %s', async (_, write) => {
    const home = aFolder();
    writeFileSync(join(home, 'note.txt'), write('A quiet room.\r\nThe trafficker reads the name.\r\n'));
    writeFileSync(join(home, 'case.yaml'), write('text: >-\r\n  The illegal\r\n  immigrant waits.\r\n'));
    writeFileSync(join(home, 'lesson.mdx'), write('---\ntitle: A title\n---\nHe treats her like a slave.\n'));

    const { code, said } = await run('lint-content.ts', ['.'], home);

    expect(code).toBe(1);
    expect(said.split('\n').filter((line) => !line.includes('safety.C26'))).toEqual([
      expect.stringMatching(/^case\.yaml:\d:\d safety\.C19 "illegal immigrant" .+ Write "a person without papers"/),
      expect.stringMatching(/^lesson\.mdx:4:22 safety\.C19 "slave" .+ Write what happened/),
      expect.stringMatching(/^note\.txt:2:5 safety\.C19 "trafficker" .+ Write "the controller \(simulation\)"/),
      '',
    ]);
  });

  it.each<[string, Buffer, string, number]>([
    ['UTF-16 without a mark', Buffer.from('The victim waits.', 'utf16le'), 'utf-16-without-mark', 1],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), 'utf-32', 1],
    ['Windows-1252', Buffer.concat([Buffer.from('one\ntwo '), Buffer.from([0xe9])]), 'wrong-encoding', 2],
    ['half a character', Buffer.from([0xff, 0xfe, 65]), 'wrong-encoding', 1],
  ])('is told that a text is not read which is saved as %s', async (_, bytes, why, line) => {
    for (const name of ['note.txt', 'case.yaml', 'lesson.mdx', 'page.astro', 'market.json', 'ads-000.ndjson']) {
      const home = aFolder();
      writeFileSync(join(home, name), bytes);

      const { code, out, said } = await run('lint-content.ts', [name], home);

      expect({ code, out }).toEqual({ code: 1, out: '1 file read, 1 finding\n' });
      expect(said).toMatch(
        new RegExp(`^${name.replace('.', '\\.')}:${line}:1 file\\.${why} .+ Save it with the encoding UTF-8`),
      );
    }
  });
});
