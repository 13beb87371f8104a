import type { Instant } from '#kernel/model/instant.ts';
import { utf8 } from '#kernel/model/utf8.ts';
import { findAd, siteOf } from './ad-at.ts';
import { type Ad, type AdVersion, FIELD_NAMES, type Market, marketLanguage, type PublicSite } from './market.ts';
import { movedTo, standingVersion, type WorldState } from './world-state.ts';

/** A redirect: a response without a page that sends the client to another address. */
export interface Redirect {
  /** The requested address. */
  readonly url: string;
  readonly status: 302;
  /** Its `location` is the next address to request. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Response of an invented site for one address at one moment of the case. */
export interface Served {
  /** The address that sent the bytes. */
  readonly url: string;
  /** Redirects that led to it, starting with the first requested address; only for an ad that moved to a mirror. */
  readonly redirects?: readonly Redirect[];
  readonly status: 200 | 404 | 451;
  readonly headers: Readonly<Record<string, string>>;
  /** HTML in UTF-8. Captures hash these bytes; what the trainee sees is parsed from them. */
  readonly body: Uint8Array;
}

/** The exact address of an ad with its query string, which says how the visitor got there. */
export function adUrl(market: Market, id: string, from: 'list' | 'search' = 'list'): string {
  return addressAt(siteOf(market, findAd(market, id)), id, from);
}

const addressAt = ({ host }: Pick<PublicSite, 'host'>, id: string, from = 'list') =>
  `https://${host}/services/ad?id=${id}&from=${from}`;

/**
 * The response of the site for an ad at that moment: the ad, "no longer available" once it is removed, or a closed
 * notice for a withheld ad. For an ad that moved: the mirror's own page at the mirror's address. Pure: the same
 * arguments always give the same bytes.
 */
export function serveAd(market: Market, id: string, instant: Instant, world: WorldState = []): Served {
  const ad = findAd(market, id);
  const mirror = movedTo(id, instant, world);
  const source = siteOf(market, ad);
  const site = { ...source, ...mirror };
  const answer = (status: Served['status'], title: string, content: string, modified?: Instant): Served => ({
    url: addressAt(site, id),
    ...(mirror && { redirects: [redirect(source, addressAt(source, id), addressAt(site, id))] }),
    status,
    headers: headersOf(site, modified),
    body: utf8(page(market, site, title, content)),
  });
  if (ad?.withheld) return answer(451, market.words.mark, '<p class="closed"></p>');
  const version = ad && standingVersion(market, ad, instant, world);
  if (!ad || !version || version === 'removed')
    return answer(404, market.words.gone, `<p>${escapeHtml(market.words.gone)}</p>`);
  return answer(200, ad.title, adHtml(market, ad, version), version.from);
}

/** As on real sites: the header gives the new address, and the body is empty. */
function redirect({ id: server }: PublicSite, url: string, location: string): Redirect {
  return { url, status: 302, headers: { location, 'content-length': '0', server, 'x-synthetic': 'true' } };
}

function headersOf(site: PublicSite, modified?: Instant): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    server: site.id,
    'x-synthetic': 'true',
    ...(modified && { 'last-modified': modified }),
  };
}

function page(market: Market, site: PublicSite, title: string, content: string): string {
  return [
    '<!doctype html>',
    `<html lang="${marketLanguage(market)}"><head><meta charset="utf-8"><meta name="synthetic" content="true"><meta name="market" content="${market.marketId}">`,
    `<title>${escapeHtml(title)} - ${escapeHtml(site.name)}</title></head>`,
    `<body><p class="mark">${escapeHtml(market.words.mark)}</p>`,
    `<header>${escapeHtml(site.name)}</header>`,
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
