import type { Instant } from '#kernel/model/instant.ts';
import { fromUtf8 } from '#kernel/model/utf8.ts';
import { type Locator, PAGE_FIELD_NAMES, type PageFieldName } from './market.ts';
import type { Served } from './serve-ad.ts';

/** The content of a page of an invented site, parsed from the bytes it sent. */
export type SeenAd =
  | { readonly kind: 'gone' }
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'ad';
      readonly title: string;
      readonly postedAt: Instant;
      readonly editedAt?: Instant;
      readonly renewals: number;
      readonly sentences: readonly string[];
      /** Set if the sentences follow each other in one paragraph. */
      readonly run?: true;
      readonly fields: readonly SeenField[];
      /** Lines that the advertiser took out. */
      readonly earlier: readonly SeenEarlierLine[];
      readonly comments: readonly SeenComment[];
      /** The headings that the site writes over both; empty where it shows none. */
      readonly headings: { readonly earlier: string; readonly comments: string };
    };

export interface SeenField {
  readonly name: PageFieldName;
  /** The name of the field as the site writes it. */
  readonly word: string;
  readonly value: string;
  /** Set if the page says that the advertiser has not filled it in. */
  readonly isAbsent?: true;
}

export interface SeenEarlierLine {
  readonly at: Locator;
  readonly text: string;
  readonly until: Instant;
  /** What the site says of it. */
  readonly note: string;
}

export interface SeenComment {
  readonly place: Locator;
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
}

/**
 * Parses the pages that `serveAd` writes, and no other HTML: the trainee sees what the bytes say, not what the program
 * knows.
 */
export function readServedAd(served: Served): SeenAd {
  if (served.status === 404) return { kind: 'gone' };
  if (served.status === 451) return { kind: 'closed' };
  const html = fromUtf8(served.body);
  const one = (pattern: RegExp) => unescapeHtml(pattern.exec(html)?.[1] ?? '');
  const editedAt = one(/class="edited" datetime="([^"]+)"/);
  const all = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map((match) => match.slice(1).map((part = '') => unescapeHtml(part)));
  const sentences = all(/<(?:li|span) id="s\d+">([^<]*)<\//g).map(([text = '']) => text);
  const fields = all(/<dt>([^<]*)<\/dt><dd id="f-(\w+)"( class="absent")?>([^<]*)<\/dd>/g).flatMap(
    ([word = '', name = '', absent, value = '']): SeenField[] =>
      isFieldName(name) ? [{ name, word, value, ...(absent && { isAbsent: true as const }) }] : [],
  );
  const earlier = all(/<q id="(v\d+:s\d+)">([^<]*)<\/q> <time class="until" datetime="([^"]+)">([^<]*)<\/time>/g).map(
    ([at, text = '', until = '', note = '']): SeenEarlierLine => ({ at: at as Locator, text, until, note }),
  );
  const comments = all(
    /<b class="by">([^<]*)<\/b> <time class="at" datetime="([^"]+)">[^<]*<\/time> <p id="(c\d+)">([^<]*)<\/p>/g,
  ).map(([by = '', at = '', place, text = '']): SeenComment => ({ place: place as Locator, by, at, text }));
  return {
    kind: 'ad',
    title: one(/<h1>([^<]*)<\/h1>/),
    postedAt: one(/class="posted" datetime="([^"]+)"/),
    ...(editedAt && { editedAt }),
    renewals: Number(one(/class="renewed">[^<\d]*(\d+)/)),
    sentences,
    ...(html.includes('<p class="run">') && { run: true as const }),
    fields,
    earlier,
    comments,
    headings: {
      earlier: one(/<h2 class="earlier">([^<]*)<\/h2>/),
      comments: one(/<h2 class="comments">([^<]*)<\/h2>/),
    },
  };
}

/** The name of the site in the header of the page: a mirror shows its own name, whichever site the ad is from. */
export function siteNameOn({ body }: Pick<Served, 'body'>): string {
  return unescapeHtml(/<header>([^<]*)<\/header>/.exec(fromUtf8(body))?.[1] ?? '');
}

const isFieldName = (name: string): name is PageFieldName => (PAGE_FIELD_NAMES as readonly string[]).includes(name);

const UNESCAPES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot);/g, (sign) => UNESCAPES[sign] as string);
}
