import type { Instant } from '#core/kernel/instant.ts';
import { utf8 } from '#core/kernel/utf8.ts';
import { findAd } from './ad-at.ts';
import { type Ad, type AdVersion, FIELD_NAMES, type Market } from './market.ts';
import { standingVersion, type WorldState } from './world-state.ts';

/** What an invented site sends for one address at one moment of the case. */
export interface Served {
  readonly url: string;
  readonly status: 200 | 404 | 451;
  readonly headers: Readonly<Record<string, string>>;
  /** HTML in UTF-8. Captures hash these bytes; what the trainee sees is read back from them. */
  readonly body: Uint8Array;
}

/** The exact address of an ad, query string included: the query names how one came there. */
export function adUrl(market: Market, id: string, from: 'list' | 'search' = 'list'): string {
  return `https://${market.site.host}/services/ad?id=${id}&from=${from}`;
}

/**
 * The bytes that the site sends for an ad at that moment: the ad, "no longer available" once it is removed, or a closed
 * notice for a withheld ad. Pure: the same arguments always give the same bytes.
 */
export function serveAd(market: Market, id: string, instant: Instant, world: WorldState = []): Served {
  const url = adUrl(market, id);
  const ad = findAd(market, id);
  const version = ad && standingVersion(ad, instant, world);
  if (ad?.withheld) return served(market, url, 451, page(market, market.words.mark, '<p class="closed"></p>'));
  if (!ad || !version || version === 'removed')
    return served(market, url, 404, page(market, market.words.gone, `<p>${escapeHtml(market.words.gone)}</p>`));
  return served(market, url, 200, page(market, ad.title, adHtml(market, ad, version)), version.from);
}

function served(market: Market, url: string, status: Served['status'], html: string, modified?: Instant): Served {
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    server: market.site.id,
    'x-synthetic': 'true',
  };
  if (modified) headers['last-modified'] = modified;
  return { url, status, headers, body: utf8(html) };
}

function page(market: Market, title: string, content: string): string {
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="synthetic" content="true"><meta name="market" content="${market.marketId}">`,
    `<title>${escapeHtml(title)} - ${escapeHtml(market.site.name)}</title></head>`,
    `<body><p class="mark">${escapeHtml(market.words.mark)}</p>`,
    `<header>${escapeHtml(market.site.name)}</header>`,
    `<main>${content}</main>`,
    '</body></html>',
    '',
  ].join('\n');
}

function adHtml(market: Market, ad: Ad, version: AdVersion): string {
  const { words } = market;
  const edited =
    version.from === ad.postedAt
      ? ''
      : ` <time class="edited" datetime="${version.from}">${words.edited} ${version.from}</time>`;
  const sentences = version.sentences.map((sentence, n) => `<li id="s${n + 1}">${escapeHtml(sentence)}</li>`);
  const fields = FIELD_NAMES.flatMap((name) => {
    const value = version.fields[name];
    return value === undefined ? [] : [`<dt>${words.fields[name]}</dt><dd id="f-${name}">${escapeHtml(value)}</dd>`];
  });
  return [
    `<h1>${escapeHtml(ad.title)}</h1>`,
    `<p class="meta"><time class="posted" datetime="${ad.postedAt}">${words.posted} ${ad.postedAt}</time>${edited} <span class="renewed">${words.renewed} ${ad.renewals} ${words.times}</span></p>`,
    `<ol>${sentences.join('')}</ol>`,
    `<dl>${fields.join('')}</dl>`,
  ].join('\n');
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string);
}
