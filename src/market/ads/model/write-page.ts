import { InvariantError } from '#kernel/model/invariant.ts';
import { utf8 } from '#kernel/model/utf8.ts';
import { isField, isOwnAddress, type Page, type PageElement, type PageNode } from './page-nodes.ts';

/**
 * The bytes of a page: HTML in UTF-8, with every text escaped. Pure: the same page always gives the same bytes.
 *
 * @throws InvariantError if a link leads to another site.
 */
export function writePage({ lang, market, title, body }: Page): Uint8Array {
  return utf8(
    [
      '<!doctype html>',
      `<html lang="${escapeHtml(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="synthetic" content="true">`,
      ...(market === undefined ? [] : [`<meta name="market" content="${escapeHtml(market)}">`]),
      `<title>${escapeHtml(title)}</title></head>`,
      '<body>',
      ...body.map(written),
      '</body></html>',
      '',
    ].join('\n'),
  );
}

const written = (node: PageNode): string => (typeof node === 'string' ? escapeHtml(node) : element(node));

function element({ tag, class: name, href, children }: PageElement): string {
  if (href !== undefined && !isOwnAddress(href))
    throw new InvariantError(`The address ${href} is none of the same site. Give a path that begins with one slash.`);
  if (isField(tag)) return '<input disabled>';
  const named = name === undefined ? '' : ` class="${name}"`;
  const linked = href === undefined ? '' : ` href="${escapeHtml(href)}"`;
  return `<${tag}${named}${linked}>${children.map(written).join('')}</${tag}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string);
