import type { Instant } from '#kernel/model/instant.ts';
import { fromUtf8 } from '#kernel/model/utf8.ts';
import { FIELD_NAMES, type FieldName } from './market.ts';
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
      readonly fields: readonly { readonly name: FieldName; readonly word: string; readonly value: string }[];
    };

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
  const sentences = [...html.matchAll(/<li id="s\d+">([^<]*)<\/li>/g)].map((match) => unescapeHtml(match[1] ?? ''));
  const fields = [...html.matchAll(/<dt>([^<]*)<\/dt><dd id="f-(\w+)">([^<]*)<\/dd>/g)].flatMap(
    ([, word = '', name = '', value = '']) =>
      isFieldName(name) ? [{ name, word: unescapeHtml(word), value: unescapeHtml(value) }] : [],
  );
  return {
    kind: 'ad',
    title: one(/<h1>([^<]*)<\/h1>/),
    postedAt: one(/class="posted" datetime="([^"]+)"/),
    ...(editedAt && { editedAt }),
    renewals: Number(one(/class="renewed">[^<\d]*(\d+)/)),
    sentences,
    fields,
  };
}

/** The name of the site in the header of the page: a mirror shows its own name, whichever site the ad is from. */
export function siteNameOn({ body }: Pick<Served, 'body'>): string {
  return unescapeHtml(/<header>([^<]*)<\/header>/.exec(fromUtf8(body))?.[1] ?? '');
}

const isFieldName = (name: string): name is FieldName => (FIELD_NAMES as readonly string[]).includes(name);

const UNESCAPES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot);/g, (sign) => UNESCAPES[sign] as string);
}
