import { fromUtf8 } from '#kernel/model/utf8.ts';
import { readPage } from '#market/ads/model/read-page.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';

/** Facts of a record that the bytes of its page show. A fact is left out if the page does not show it. */
export interface ShownFacts {
  /** True for a page of a tested platform. */
  readonly isTested: boolean;
  readonly status?: number;
  readonly title: string;
  readonly language: string;
  readonly marketId?: string;
  readonly account?: string;
}

/** Reads the facts from the bytes of a page; undefined if they are no text. */
export function shownFacts(body: Uint8Array): ShownFacts | undefined {
  const html = textOf(body);
  if (html === undefined) return undefined;
  const tested = readPage(body);
  if (tested) {
    const { title, lang: language, market: marketId } = tested;
    return { isTested: true, title, language, ...(marketId !== undefined && { marketId }) };
  }
  const status = statusOf(html);
  const seen = readServedAd({ url: '', status, headers: {}, body });
  const [, language = ''] = /<html lang="([^"]*)"/.exec(html) ?? [];
  const [, marketId] = /<meta name="market" content="([^"]*)">/.exec(html) ?? [];
  const account = seen.kind === 'ad' ? seen.fields.find(({ name }) => name === 'account')?.value : '';
  return {
    isTested: false,
    status,
    title: seen.kind === 'ad' ? seen.title : '',
    language,
    ...(marketId !== undefined && { marketId }),
    ...(account !== undefined && { account }),
  };
}

/** The status with which an invented site sends such a page. */
function statusOf(html: string): 200 | 404 | 451 {
  if (html.includes('<p class="closed"></p>')) return 451;
  return html.includes('<main><h1>') ? 200 : 404;
}

function textOf(body: Uint8Array): string | undefined {
  try {
    return fromUtf8(body);
  } catch {
    return undefined;
  }
}
