import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleIslands, bundleWorker } from '../../../scripts/astro/pack/bundle-script.ts';
import { readIslandProps } from '../../../scripts/astro/pack/island-props.ts';
import { islandsIn, type PackedParts, packPage, sheetsIn } from '../../../scripts/astro/pack/pack-page.ts';
import { lettersOf, styleWithFonts } from '../../../scripts/astro/pack/style-with-fonts.ts';
import { aFolder } from './a-command.ts';

const PROPS =
  '{&quot;title&quot;:[0,&quot;A &lt;b&gt; &amp;amp; &quot;],&quot;roles&quot;:[1,[[0,{&quot;kind&quot;:[0]}]]]}';
const PAGE = `<!doctype html><html lang="en" data-packed="x"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="script-src 'self'"><link rel="stylesheet" href="../../_astro/style.css"><style>astro-island{display:contents}</style></head><body><script>frame()</script><main><astro-island uid="1" component-url="../../_astro/Case.js" component-export="default" renderer-url="../../_astro/client.js" props="${PROPS}" ssr client="load"><h1>A case</h1><!--astro:end--></astro-island></main><pre data-licences></pre></body></html>`;

const parts = (some: Partial<PackedParts> = {}): PackedParts => ({
  script: 'start("</script><!--")',
  style: 'p{color:red}',
  icon: 'data:image/svg+xml;base64,AA==',
  licences: 'MIT <a@b.example>',
  files: new Map([['key/market.json', '{"schema":"key-market/1"}']]),
  ...some,
});

const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const policyOf = (html: string) => /content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
const scriptOf = (html: string) => /<script>([\s\S]*)<\/script><\/body>/.exec(html)?.[1] ?? '';

describe('a packed page', async () => {
  const html = await packPage(PAGE, parts());

  it('allows exactly its one script and its one style, by their hashes, and no address', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';

    expect(policyOf(html).split('; ')).toEqual([
      "default-src 'none'",
      `script-src '${sha256(scriptOf(html))}'`,
      `style-src '${sha256(style)}'`,
      'img-src data:',
      'font-src data:',
      "connect-src 'none'",
      'worker-src blob:',
      "base-uri 'none'",
      "form-action 'none'",
      "object-src 'none'",
      "frame-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types svelte-trusted-html default',
    ]);
    expect(html.match(/content-security-policy/g)).toHaveLength(1);
    expect(html.match(/<style\b/g)).toHaveLength(1);
    expect(html).not.toContain('frame()');
    expect(html).not.toMatch(/\b(?:src|href|component-url)="(?!data:|#)/);
  });

  it('has a script that no parser of HTML takes to be ended inside', () => {
    expect(scriptOf(html)).toBe('start("\\x3C/script>\\x3C!--")');
  });

  it('holds each file as it was', () => {
    const [, block = ''] =
      /<script type="text\/plain" data-file="key\/market\.json">([^<]+)<\/script>/.exec(html) ?? [];

    expect(gunzipSync(Buffer.from(block, 'base64')).toString()).toBe('{"schema":"key-market/1"}');
  });

  it('holds the props of an island beside its markup', () => {
    const [, props = ''] = /data-props="0">([^<]+)<\/script>/.exec(html) ?? [];

    expect(JSON.parse(props)).toEqual({ title: 'A <b> &amp; ', roles: [{}] });
    expect(html).toContain('<div data-island="0" ssr><h1>A case</h1></div>');
  });

  it('shows the licences as text', () => {
    expect(html).toContain('<pre data-licences>MIT &lt;a@b.example&gt;</pre>');
  });

  it('names its islands and style sheets before they are packed', () => {
    expect(islandsIn(PAGE)).toEqual([{ component: '../../_astro/Case.js', renderer: '../../_astro/client.js' }]);
    expect(sheetsIn(PAGE)).toEqual(['../../_astro/style.css']);
  });

  it('is not made of a page without a charset, or of props that it cannot hold', async () => {
    await expect(packPage(PAGE.replace('<meta charset="utf-8">', ''), parts())).rejects.toThrow('has no <meta charset');
    expect(() => readIslandProps('{"when":[3,"2031-01-01"]}')).toThrow('A prop of type 3');
  });
});

describe('the style of a packed page', () => {
  function aSheet(css: string): string {
    const folder = aFolder();
    mkdirSync(join(folder, 'fonts'));
    for (const name of ['latin', 'cyrillic', 'wild']) writeFileSync(join(folder, 'fonts', `${name}.woff2`), name);
    writeFileSync(join(folder, 'style.css'), css);
    return join(folder, 'style.css');
  }
  const face = (name: string, range?: string) =>
    `@font-face{font-family:${name};src:url(fonts/${name}.woff2) format("woff2")${range ? `;unicode-range:${range}` : ''}}`;
  const woff2 = (name: string) => `url("data:font/woff2;base64,${Buffer.from(name).toString('base64')}")`;

  it('holds the fonts whose letters occur, and leaves out all others', () => {
    const sheet = aSheet(face('latin', 'U+0-FF,U+131') + face('cyrillic', 'U+301,U+400-45F') + face('wild', 'U+4??'));

    expect(styleWithFonts(sheet, lettersOf(['only Latin']))).toBe(
      face('latin', 'U+0-FF,U+131').replace(/url\([^)]*\)/, woff2('latin')),
    );
    expect(styleWithFonts(sheet, lettersOf(['я']))).toContain(woff2('wild'));
    expect(styleWithFonts(sheet, lettersOf(['я']))).not.toContain(woff2('latin'));
  });

  it('keeps a font that names no range, and names of elements of the page', () => {
    expect(styleWithFonts(aSheet(`${face('latin')}.b{fill:url(#hatch)}`), new Set())).toBe(
      `${face('latin').replace(/url\([^)]*\)/, woff2('latin'))}.b{fill:url(#hatch)}`,
    );
  });

  it('is not made where a range or a type of file is not understood', () => {
    expect(() => styleWithFonts(aSheet(face('latin', 'U+zz')), new Set())).toThrow('cannot be read: U+zz');
    expect(() => styleWithFonts(aSheet('p{background:url(x.png)}'), new Set())).toThrow('nothing is known of its type');
  });
});

describe('the script of a packed page', () => {
  function aSite(files: Readonly<Record<string, string>>): string {
    const folder = aFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  }

  it('is one classic script with all that a page would load later', async () => {
    const site = aSite({
      'Case.js': `const __vite__mapDeps=(i)=>i.map(()=>["a-file-to-fetch.js"]);export default async (element)=>{const {later}=await preload(()=>import("./later.js"),__vite__mapDeps([0]),import.meta.url);element.textContent=later};function preload(load,files){if(files.length>0)throw new Error("fetched ahead");return load()}`,
      'later.js': 'export const later="here at once"',
      'client.js': 'export default (element)=>(component)=>component(element)',
    });

    const script = await bundleIslands(site, [{ component: 'Case.js', renderer: 'client.js' }], { all: [], own: [] });

    expect(script).toContain('here at once');
    expect(script).not.toMatch(/import\s*\(|import\.meta|^\s*import\b|a-file-to-fetch/);
    expect(() => new Function(script)).not.toThrow();
  });

  it('is another one for a worker', async () => {
    const script = await bundleWorker(
      aSite({ 'worker.js': 'addEventListener("message",()=>postMessage(1))' }),
      'worker.js',
    );

    expect(script).toContain('postMessage(1)');
  });
});
