import { type Instant, toEpoch } from '#kernel/model/instant.ts';
import { utf8 } from '#kernel/model/utf8.ts';
import { findAd, siteOf } from './ad-at.ts';
import { earlierLines } from './earlier-lines.ts';
import {
  type Ad,
  type AdVersion,
  lacksEmployer,
  type Market,
  marketLanguage,
  PAGE_FIELD_NAMES,
  type PublicSite,
} from './market.ts';
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
  return answer(200, ad.title, adHtml(market, ad, version, instant), version.from);
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

function adHtml(market: Market, ad: Ad, version: AdVersion, instant: Instant): string {
  const { words } = market;
  const edited =
    version.from === ad.postedAt
      ? ''
      : ` <time class="edited" datetime="${version.from}">${words.edited} ${version.from}</time>`;
  return [
    `<h1>${escapeHtml(ad.title)}</h1>`,
    `<p class="meta"><time class="posted" datetime="${ad.postedAt}">${words.posted} ${ad.postedAt}</time>${edited} <span class="renewed">${words.renewed} ${ad.renewals} ${words.times}</span></p>`,
    textHtml(version),
    `<dl>${fieldsHtml(market, version)}</dl>`,
    ...earlierHtml(market, ad, instant),
    ...commentsHtml(market, ad, instant),
  ].join('\n');
}

/** Each sentence on a line of its own, or all in one paragraph. */
function textHtml({ sentences, run }: AdVersion): string {
  const tag = run ? 'span' : 'li';
  const texts = sentences.map((sentence, n) => `<${tag} id="s${n + 1}">${escapeHtml(sentence)}</${tag}>`);
  return run ? `<p class="run">${texts.join(' ')}</p>` : `<ol>${texts.join('')}</ol>`;
}

function fieldsHtml({ words }: Market, version: AdVersion): string {
  return PAGE_FIELD_NAMES.map((name) => {
    const word = escapeHtml(words.fields[name] ?? name);
    const value = version.fields[name];
    if (value !== undefined) return `<dt>${word}</dt><dd id="f-${name}">${escapeHtml(value)}</dd>`;
    const isAbsent = name === 'employer' && words.notStated !== undefined && lacksEmployer(version);
    return isAbsent
      ? `<dt>${word}</dt><dd id="f-${name}" class="absent">${escapeHtml(words.notStated ?? '')}</dd>`
      : '';
  }).join('');
}

/** Lines that the advertiser took out, with when that was; nothing where there are none. */
function earlierHtml({ words }: Market, ad: Ad, instant: Instant): string[] {
  const lines = earlierLines(ad, instant).map(({ at, text, until }) => {
    const minutes = Math.round((toEpoch(until) - toEpoch(ad.postedAt)) / 60);
    const note = escapeHtml(`${words.removed ?? ''} ${minutes} ${words.afterPosting ?? ''}`);
    return `<li><q id="${at}">${escapeHtml(text)}</q> <time class="until" datetime="${until}">${note}</time></li>`;
  });
  if (lines.length === 0) return [];
  return [`<h2 class="earlier">${escapeHtml(words.earlier ?? '')}</h2>`, `<ul>${lines.join('')}</ul>`];
}

/** The comments that had been written by then; nothing where there are none. */
function commentsHtml({ words }: Market, { comments = [] }: Ad, instant: Instant): string[] {
  const written = comments.flatMap(({ by, at, text }, n) =>
    at > instant
      ? []
      : [
          `<li><b class="by">${escapeHtml(by)}</b> <time class="at" datetime="${at}">${at}</time> <p id="c${n + 1}">${escapeHtml(text)}</p></li>`,
        ],
  );
  if (written.length === 0) return [];
  return [`<h2 class="comments">${escapeHtml(words.comments ?? '')}</h2>`, `<ul>${written.join('')}</ul>`];
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string);
}
