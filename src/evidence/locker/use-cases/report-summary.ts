import type { Locker } from '#evidence/locker/model/locker.ts';
import type { Sentence } from '#kernel/model/sentence.ts';
import { readPlace } from '#market/ads/model/page-places.ts';
import { escapeHtml, headOf, moment } from './report-html.ts';
import { quoteAt } from './report-page-text.ts';
import { type ReportFacts, reportFacts, sayReport } from './report-sentences.ts';
import type { ReportedItem, Say } from './report-words.ts';

/**
 * The first page of the report, for a reader who reads no other: who kept which pages, when, under what authority and
 * by which clock; what is missing; what hashes prove and what they do not; and how a third party can check all of it.
 */
export function summaryOf(locker: Locker, items: readonly ReportedItem[], say: Say): string {
  const facts = reportFacts(locker, items);
  const { kept, care } = sayReport(facts);
  return `<h2>${escapeHtml(say('report.summary'))}</h2>
<p>${escapeHtml(inWords(kept, locker, say))}</p>
<p>${escapeHtml(inWords(care, locker, say))}</p>
<p>${escapeHtml(say('report.proves'))}</p>
<h3>${escapeHtml(say('report.check'))}</h3>
<p>${escapeHtml(say('report.check.how', { bag: locker.id }))}</p>
${headHashOf(locker, say)}
<h3>${escapeHtml(say('report.pages'))}</h3>
<table>${headOf(say('report.item'), say('report.page'), say('report.servedAt.short'), say('report.gaps'))}<tbody>${items
    .map(({ item: { facts, servedAt }, gaps }) => {
      const host = /^https:\/\/([^/]+)/.exec(facts.finalUrl)?.[1] ?? '';
      const page = `${facts.title || say(facts.httpStatus === 200 ? 'report.untitled' : 'report.no-page')}, ${host}, ${say('report.ad', { ad: facts.adId })}`;
      return `<tr><td class="n">${escapeHtml(facts.itemId)}</td><td>${escapeHtml(page)}</td><td>${moment(servedAt)}</td><td>${gaps.length === 0 ? escapeHtml(say('report.gaps.no')) : gaps.length}</td></tr>`;
    })
    .join('')}${wholeRow(facts, say)}</tbody></table>
`;
}

/** The last row of the table of pages: notes that are missing for all of them. */
function wholeRow({ lacks }: ReportFacts, say: Say): string {
  const words =
    lacks.length === 0 ? say('report.gaps.no') : lacks.map((what) => say(`report.whole.${what}`)).join(', ');
  return `<tr><td colspan="3">${escapeHtml(say('report.whole'))}</td><td>${escapeHtml(words)}</td></tr>`;
}

/**
 * The hash of the last custody entry, large and in groups, to be copied by hand. Kept apart from the locker, it proves
 * later whether a custody log is this one.
 */
function headHashOf({ custody }: Locker, say: Say): string {
  const head = custody.at(-1)?.hash;
  if (head === undefined) return '';
  const rows = [head.slice(0, 32), head.slice(32)].map((row) => row.replaceAll(/(.{8})(?=.)/g, '$1 '));
  return `<p class="head"><span class="by">${escapeHtml(say('report.head'))}</span>${rows.map((row) => `<code>${row}</code>`).join('')}</p>`;
}

function inWords(sentences: readonly Sentence[], locker: Locker, say: Say): string {
  return sentences
    .map(({ id, params }) => {
      const { told } = params;
      return say(id, typeof told === 'string' ? { ...params, told: placesIn(told, locker, say) } : params);
    })
    .join(' ');
}

const placesIn = (told: string, locker: Locker, say: Say) =>
  told
    .split('; ')
    .map((part) => {
      const quote = quoteAt(locker, part);
      const place = placeWords(part, say);
      return quote === undefined ? place : say('report.place.quote', { place, quote });
    })
    .join('; ');

/** Words for a place on a page as the log names it, `0340 s5`; any other text is left as it is. */
function placeWords(part: string, say: Say): string {
  const [ad = '', at = '', ...more] = part.split(' ');
  const place = more.length === 0 ? readPlace(at) : undefined;
  if (place === undefined) return part;
  if (place.what === 'field') return say('report.place.field', { ad, field: place.name });
  if (place.what === 'earlier') return say('report.place.earlier', { ad });
  return say(`report.place.${place.what}`, { ad, n: place.n });
}
