import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, run } from './a-command.ts';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A case</title>
<meta http-equiv="content-security-policy" content="script-src 'sha256-abc'">
<link rel="stylesheet" href="../_astro/style.AAAAAAAA.css"><style>.a{color:red}</style></head>
<body class="wide"><a href="#text">Skip</a><main id="text"><h1>Two ages</h1>
<p data-astro-cid-aaaaaaaa>Read the <em>first</em> ad.</p>
<label for="name">Your name</label><input id="name" type="text">
<button aria-label="Save the report">Save</button>
<nav aria-label="Parts"><ol><li><a href="../one/">One</a></li><li><a href="../two/">Two</a></li></ol></nav>
<astro-island uid="Z1" component-url="../_astro/Case.AAAAAAAA.js" props="{&quot;title&quot;:[0,&quot;Two&quot;],&quot;data-astro-cid-aaaaaaaa&quot;:[0,true]}" ssr></astro-island>
<script type="text/plain" data-file="case.json">{"schema":"case-public/1"}</script>
<script type="module">import '../_astro/Case.AAAAAAAA.js';</script></main></body></html>`;

const FILES = {
  'index.html': '<title>Home</title><h1>Home</h1>',
  'case/index.html': PAGE,
  'case/case.json': '{"script":"../_astro/Case.AAAAAAAA.js","minutes":4}',
  '_astro/Case.AAAAAAAA.js': 'let one = 1;',
  'sw.js': 'const VERSION = "a";',
} as const;

/** A built site with some files changed, added, or left out where they are undefined. */
function aBuild(changed: Readonly<Record<string, string | undefined>> = {}): string {
  const folder = aFolder();
  for (const [name, text] of Object.entries({ ...FILES, ...changed })) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    if (text === undefined) rmSync(join(folder, name), { force: true });
    else writeFileSync(join(folder, name), text);
  }
  return folder;
}

const compare = (changed?: Parameters<typeof aBuild>[0]) => run('compare-builds.ts', [aBuild(), aBuild(changed)]);

/** The page of the case with one text replaced. */
const page = (from: string, to: string) => {
  if (!PAGE.includes(from)) throw new Error(`"${from}" is not in the page. Mend the test.`);
  return { 'case/index.html': PAGE.replaceAll(from, to) };
};

describe('a maintainer who compares two builds', () => {
  it('hears that they say the same, whatever their files are called and however their code is laid out', async () => {
    const renamed = PAGE.replaceAll('AAAAAAAA', 'BBBBBBBB')
      .replaceAll('Case.', 'Room.')
      .replaceAll('data-astro-cid-aaaaaaaa', 'data-astro-cid-bbbbbbbb')
      .replace('class="wide"', 'class="narrow"')
      .replace('uid="Z1"', 'uid="Z2"')
      .replace('color:red', 'color:blue')
      .replace("'sha256-abc'", "'sha256-def'")
      .replace('Read the', 'Read\n  the');

    const { code, out, said } = await compare({
      'case/index.html': renamed,
      'case/case.json': FILES['case/case.json'].replace('Case.AAAAAAAA', 'Room.BBBBBBBB'),
      '_astro/Case.AAAAAAAA.js': undefined,
      '_astro/Room.BBBBBBBB.js': 'let one = 1;',
      'sw.js': 'const VERSION = "b";',
    });

    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toMatch(/^2 pages and 1 file of data compared, 0 differences\n/);
  });

  it.each([
    ['a word', page('first', 'second'), '- text first', '+ text second'],
    ['the level of a heading', page('h1>', 'h2>'), '- <h1> heading "Two ages"', '+ <h2> heading "Two ages"'],
    ['a name that is only read out', page('Save the report', 'Keep it'), 'Save the report', 'Keep it'],
    ['a label', page('Your name', 'Their name'), 'textbox "Your name"', 'textbox "Their name"'],
    ['a landmark', page('<main id="text">', '<div id="text">'), '<main> main', '<div> id="text"'],
    ['where a link leads', page('../two/', '../three/'), 'href="../two/"', 'href="../three/"'],
    ['a control that is out of use', page('<button ', '<button disabled '), '- <button>', 'disabled=""'],
    ['what a part is given', page('&quot;Two&quot;', '&quot;Ten&quot;'), 'Two', 'Ten'],
    ['data in a packed page', page('case-public/1', 'case-public/2'), '- <script>', '+ <script>'],
    ['the title', page('<title>A case', '<title>A test'), '- text A case', '+ text A test'],
  ])('is shown the page in which %s differs', async (_, changed, old, now) => {
    const { code, out, said } = await compare(changed);

    expect(code).toBe(1);
    expect(out).toMatch(/, 1 difference\n/);
    expect(said).toMatch(/^case\/index\.html\n/);
    expect(said).toContain(old);
    expect(said).toContain(now);
  });

  it('is shown texts in another order', async () => {
    const swapped = PAGE.replace('>One<', '>X<').replace('>Two</a>', '>One</a>').replace('>X<', '>Two<');

    expect(await compare({ 'case/index.html': swapped })).toMatchObject({ code: 1 });
  });

  it.each([
    ['a page that is gone', { 'case/index.html': undefined }, 'case/index.html: only in the old build\n'],
    ['a page that is new', { 'more/index.html': PAGE }, 'more/index.html: only in the new build\n'],
    ['a file of data that is gone', { 'case/case.json': undefined }, 'case/case.json: only in the old build\n'],
    ['other data', { 'case/case.json': '{}' }, 'case/case.json: other data\n'],
  ])('is told of %s', async (_, changed, wanted) => {
    expect(await compare(changed)).toMatchObject({ code: 1, said: wanted });
  });

  it('is told which of two folders is no build', async () => {
    const { code, said } = await run('compare-builds.ts', [aBuild(), aFolder()]);

    expect(code).toBe(2);
    expect(said).toContain('there is no build of the site');
    expect(await run('compare-builds.ts', [aBuild()])).toMatchObject({ code: 2 });
  });
});
