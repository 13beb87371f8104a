import { fromUtf8 } from '#kernel/model/utf8.ts';
import {
  isField,
  isOwnAddress,
  PAGE_CLASSES,
  PAGE_TAGS,
  type Page,
  type PageClass,
  type PageElement,
  type PageNode,
  type PageTag,
} from './page-nodes.ts';

const HEAD =
  /^<!doctype html>\n<html lang="([^"<>]*)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="synthetic" content="true">\n(?:<meta name="market" content="([^"<>]*)">\n)?<title>([^<>]*)<\/title><\/head>\n<body>\n/;
const END = '\n</body></html>\n';
const PART = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+(?:="[^"<>]*")?)*)>|([^<>]+)/y;

/**
 * Reads a page from the bytes that `writePage` writes. What is shown of a page is drawn from what this gives, so that
 * nothing is seen that was not sent. Undefined for any other HTML: with an element, an attribute or an address that no
 * page here has, or with a tag that is not closed.
 */
export function readPage(bytes: Uint8Array): Page | undefined {
  const html = decoded(bytes);
  const head = html === undefined ? null : HEAD.exec(html);
  if (!html || !head || !html.endsWith(END)) return undefined;
  const [whole, lang = '', market, title = ''] = head;
  const body = readNodes(html.slice(whole.length, -END.length));
  if (!body) return undefined;
  const elements = body.filter((node) => typeof node !== 'string' || node.trim() !== '');
  if (!elements.every((node): node is PageElement => typeof node !== 'string')) return undefined;
  return {
    lang: unescapeHtml(lang),
    ...(market === undefined ? {} : { market: unescapeHtml(market) }),
    title: unescapeHtml(title),
    body: elements,
  };
}

interface Open {
  readonly tag: PageTag;
  readonly class?: PageClass;
  readonly href?: string;
  readonly children: PageNode[];
}

function readNodes(html: string): PageNode[] | undefined {
  const top: PageNode[] = [];
  const open: Open[] = [];
  let at = 0;
  while (at < html.length) {
    PART.lastIndex = at;
    const part = PART.exec(html);
    if (!part) return undefined;
    at += part[0].length;
    const [, slash, name = '', attributes = '', text] = part;
    const into = open.at(-1)?.children ?? top;
    if (text !== undefined) {
      into.push(unescapeHtml(text));
      continue;
    }
    const tag = PAGE_TAGS.find((one) => one === name);
    if (!tag) return undefined;
    if (slash) {
      if (attributes !== '' || open.pop()?.tag !== tag) return undefined;
      continue;
    }
    const own = attributesOf(tag, attributes);
    if (!own) return undefined;
    const element: Open = { tag, ...own, children: [] };
    into.push(element);
    if (!isField(tag)) open.push(element);
  }
  return open.length === 0 ? top : undefined;
}

function attributesOf(tag: PageTag, text: string): Pick<Open, 'class' | 'href'> | undefined {
  if (isField(tag)) return text === ' disabled' ? {} : undefined;
  const parsed = /^(?: class="([a-z]+)")?(?: href="([^"]*)")?$/.exec(text);
  if (!parsed) return undefined;
  const [, named, linked] = parsed;
  const known = PAGE_CLASSES.find((one) => one === named);
  const href = linked === undefined ? undefined : unescapeHtml(linked);
  if ((named !== undefined && !known) || (href !== undefined && (tag !== 'a' || !isOwnAddress(href)))) return undefined;
  return { ...(known && { class: known }), ...(href !== undefined && { href }) };
}

const UNESCAPES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const unescapeHtml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot);/g, (sign) => UNESCAPES[sign] as string);

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return fromUtf8(bytes);
  } catch {
    return undefined;
  }
}

const BLOCKS: ReadonlySet<PageTag> = new Set(['h1', 'h2', 'p', 'li', 'dt', 'dd', 'label']);

/** The text of a page as lines, one for each block, as a reader sees it. */
export const linesOfPage = ({ body }: Pick<Page, 'body'>): string[] => body.flatMap(linesIn);

function linesIn(element: PageElement): string[] {
  if (BLOCKS.has(element.tag)) return [textOf(element).trim()].filter((line) => line !== '');
  const texts = element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  const inner = element.children.flatMap((child) => (typeof child === 'string' ? [] : linesIn(child)));
  return texts === '' ? inner : [textOf(element).trim()];
}

const textOf = (node: PageNode): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));
