import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { namesItem } from '#evidence/locker/model/rechain.ts';
import { textAt } from '#market/ads/model/page-places.ts';
import { linesOfPage, readPage } from '#market/ads/model/read-page.ts';
import { readServedAd, type SeenAd } from '#market/ads/model/read-served-ad.ts';
import { escapeHtml } from './report-html.ts';
import type { Say } from './report-words.ts';

/** What a kept item shows a reader, parsed from the bytes in the locker. */
export function seenIn({ facts, body }: Pick<EvidenceItem, 'facts' | 'body'>): SeenAd {
  return readServedAd({ url: facts.finalUrl, status: facts.httpStatus as 200, headers: facts.headers, body });
}

/** True if the log says that data of bystanders were redacted on the working copy of an item. */
const isRedacted = ({ custody }: Locker, item: string) =>
  custody.some((entry) => entry.action === 'bystander.redacted' && namesItem(entry, item));

/**
 * The text of a kept page for the report: title, numbered sentences, fields, earlier lines and comments; of a page of a tested platform all its
 * lines. For a redacted page, a withheld card or an
 * answer without a page the report prints no text and says why.
 */
export function pageTextOf(locker: Locker, { facts, body }: EvidenceItem, say: Say): string {
  const page = readPage(body);
  const seen = seenIn({ facts, body });
  const note = (key: string) => `<p>${escapeHtml(say(key))}</p>`;
  if (seen.kind !== 'ad') return note(`report.text.${seen.kind}`);
  if (isRedacted(locker, facts.itemId)) return note('report.text.redacted');
  if (page) {
    const lines = linesOfPage(page).map((line) => `<p>${escapeHtml(line)}</p>`);
    return `<p class="by">${escapeHtml(say('report.text'))}</p>\n<blockquote>${lines.join('')}</blockquote>`;
  }
  const sentences = seen.sentences.map((sentence, n) => `<li value="${n + 1}">${escapeHtml(sentence)}</li>`).join('');
  const fields = seen.fields.map(({ word, value }) => `<li>${escapeHtml(`${word}: ${value}`)}</li>`).join('');
  const others = [
    ...seen.earlier.map(({ text, note }) => `${text} (${note})`),
    ...seen.comments.map(({ by, at, text }) => `${by}, ${at}: ${text}`),
  ].map((line) => `<li>${escapeHtml(line)}</li>`);
  const besides = others.length > 0 ? `<ul>${others.join('')}</ul>` : '';
  return `<p class="by">${escapeHtml(say('report.text'))}</p>
<blockquote><p><b>${escapeHtml(seen.title)}</b></p><ol>${sentences}</ol>${fields && `<ul>${fields}</ul>`}${besides}</blockquote>`;
}

/** The text at a place of a page as the log names it (`0340 s5`, `0340 f:phone`, `0340 c1`), from the last capture that has it. */
export function quoteAt({ items }: Locker, place: string): string | undefined {
  const [ad = '', at = ''] = place.split(' ');
  for (const item of items.toReversed()) {
    if (item.facts.adId !== ad) continue;
    const quote = textAt(seenIn(item), at);
    if (quote !== undefined) return quote;
  }
  return undefined;
}
