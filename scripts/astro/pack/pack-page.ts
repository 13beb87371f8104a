import { createHash } from 'node:crypto';
import { dataBlocks } from '#kernel/formats/packed/data-block.ts';
import { escaped } from '#kernel/model/escaped.ts';
import type { IslandScripts } from './bundle-script.ts';
import { readIslandProps } from './island-props.ts';

const ISLAND = /<astro-island\b((?:"[^"]*"|[^">])*)>([\s\S]*?)<\/astro-island>/g;
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g;
/** Styles of the frame of islands, which are plain elements here. */
const STYLE = /<style\b[^>]*>[\s\S]*?<\/style>/g;
const SHEET = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;
const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/i;
const LICENCES = /(<pre\b[^>]*\bdata-licences\b[^>]*>)(<\/pre>)/;

/** What a packed case is made of, beside its page. */
export interface PackedParts {
  /** The one script of the page. */
  readonly script: string;
  /** The one style sheet of the page, with everything that it names. */
  readonly style: string;
  readonly icon: string;
  /** Licences of everything in the file, as text. */
  readonly licences: string;
  /** Data and workers by name, as text; the page reads them by `src/kernel/browser/packed-page.ts`. */
  readonly files: ReadonlyMap<string, string>;
}

/** Addresses of the scripts of the islands of a built page, in their order, as the page names them. */
export function islandsIn(html: string): IslandScripts[] {
  return [...html.matchAll(ISLAND)].map(([, attributes = '']) => ({
    component: attributeOf(attributes, 'component-url'),
    renderer: attributeOf(attributes, 'renderer-url'),
  }));
}

/** Addresses of the style sheets of a built page, as the page names them. */
export function sheetsIn(html: string): string[] {
  return [...html.matchAll(SHEET)].map(([link]) => attributeOf(link, 'href'));
}

/**
 * Makes one HTML file of a built page and its parts. Its policy allows the one script and the one style by their
 * hashes, and no address at all.
 */
export async function packPage(html: string, parts: PackedParts): Promise<string> {
  const blocks = await dataBlocks(parts.files);
  const script = asInline(parts.script, 'script');
  const style = asInline(parts.style, 'style');
  const policy = policyFor(script, style);
  const head = [
    `<meta http-equiv="content-security-policy" content="${escaped(policy)}">`,
    `<link rel="icon" href="${parts.icon}">`,
    `<style>${style}</style>`,
  ].join('');
  // Scripts of the page first: those of the islands are put in afterwards.
  const bare = html.replaceAll(SCRIPT, '').replaceAll(STYLE, '').replaceAll(SHEET, '').replace(POLICY, '');
  return replaceOnce(withIslands(bare), /<meta charset="utf-8">/, (charset) => charset + head)
    .replace(LICENCES, (_, open, close) => open + escaped(parts.licences) + close)
    .replace('</body>', () => `${blocks}<script>${script}</script></body>`);
}

function policyFor(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
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
  ].join('; ');
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The islands as plain elements, each with its props beside it. */
function withIslands(html: string): string {
  let n = -1;
  return html.replaceAll(ISLAND, (_, attributes: string, markup: string) => {
    n += 1;
    const props = JSON.stringify(readIslandProps(attributeOf(attributes, 'props'))).replaceAll('<', '\\u003c');
    const inner = markup.replace('<!--astro:end-->', '');
    return `<div data-island="${n}" ssr>${inner}</div><script type="application/json" data-props="${n}">${props}</script>`;
  });
}

/** A script or a style that no parser of HTML takes to be ended inside. */
function asInline(text: string, element: 'script' | 'style'): string {
  const plain = text.replaceAll('\r\n', '\n').trim();
  if (element === 'style') {
    if (/<\/style/i.test(plain)) throw new Error('A style sheet ends its own element.');
    return plain;
  }
  return plain.replaceAll(/<(?=\/script|!--|script)/gi, '\\x3C');
}

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  if (found === undefined) throw new Error(`A page to be packed has an element without ${name}.`);
  return unescaped(found);
}

function replaceOnce(text: string, what: RegExp, by: (found: string) => string): string {
  if (!what.test(text)) throw new Error(`A page to be packed has no ${what.source}.`);
  return text.replace(what, by);
}

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&#38;|&amp;/g, '&');
