import type { Locker } from '#core/evidence/locker.ts';
import { escapeHtml, hash, headOf, moment, momentText } from './report-html.ts';
import { clockWords, type ReportedItem, type Say } from './report-words.ts';

/**
 * The first sheet, for somebody who reads no other: who kept which pages, when, under what authority and by which clock; what
 * is missing; what hashes show and what they do not; and how somebody else checks all of it.
 */
export function summaryOf(
  locker: Locker,
  items: readonly ReportedItem[],
  broken: number | undefined,
  say: Say,
): string {
  const sentences = [
    whatWasKept(items, say),
    ...basesOf(items, say),
    ...clocksOf(items, say),
    ...redirected(items, say),
  ];
  const chain =
    broken === undefined
      ? say('report.chain.holds', { count: locker.custody.length })
      : say('report.chain.broken', { entry: broken });
  return `<h2>${escapeHtml(say('report.summary'))}</h2>
<p>${escapeHtml(sentences.join(' '))}</p>
<p>${escapeHtml([chain, ...missing(locker, items, say)].join(' '))}</p>
<p>${escapeHtml(say('report.proves'))}</p>
<h3>${escapeHtml(say('report.check'))}</h3>
<p>${escapeHtml(say('report.check.how', { bag: locker.id }))}</p>
<p>${escapeHtml(say('report.head'))} ${hash(locker.custody.at(-1)?.hash ?? '-')}</p>
<h3>${escapeHtml(say('report.pages'))}</h3>
<table>${headOf(say('report.item'), say('report.page'), say('report.servedAt.short'), say('report.gaps'))}<tbody>${items
    .map(({ item: { facts, servedAt }, gaps }) => {
      const host = /^https:\/\/([^/]+)/.exec(facts.finalUrl)?.[1] ?? '';
      const page = `${facts.title || say('report.untitled')}, ${host}, ${say('report.ad', { ad: facts.adId })}`;
      return `<tr><td class="n">${escapeHtml(facts.itemId)}</td><td>${escapeHtml(page)}</td><td>${moment(servedAt)}</td><td>${gaps.length === 0 ? escapeHtml(say('report.gaps.no')) : gaps.length}</td></tr>`;
    })
    .join('')}</tbody></table>
`;
}

function whatWasKept(items: readonly ReportedItem[], say: Say): string {
  const times = items.map(({ item }) => item.servedAt).sort();
  const people = [...new Set(items.map(({ item }) => item.facts.operator))].filter(Boolean);
  const params = {
    who: people.join(', ') || say('report.short.nobody'),
    from: momentText(times[0] ?? ''),
    until: momentText(times.at(-1) ?? ''),
    count: items.length,
  };
  return say(items.length === 1 ? 'report.short.kept.one' : 'report.short.kept', params);
}

function basesOf(items: readonly ReportedItem[], say: Say): string[] {
  const bases = [...new Set(items.map(({ item }) => item.facts.legalBasis))].filter(Boolean);
  return bases.map((basis) => say('report.short.basis', { basis: withoutEnd(basis) }));
}

function clocksOf(items: readonly ReportedItem[], say: Say): string[] {
  const words = items.map(({ item }) => clockWords(item.facts.clockCheck, say));
  return [...new Set(words)].map((clock) => say('report.short.clock', { clock }));
}

function redirected(items: readonly ReportedItem[], say: Say): string[] {
  const names = items.filter(({ item }) => item.redirects.length > 0).map(({ item }) => item.facts.itemId);
  return names.length === 0 ? [] : [say('report.short.redirects', { items: names.join(', ') })];
}

/** Gaps of records, answers without a page, and what the note on disclosure says did not work. */
function missing({ custody }: Locker, items: readonly ReportedItem[], say: Say): string[] {
  const named = (found: readonly ReportedItem[]) => found.map(({ item }) => item.facts.itemId).join(', ');
  const gapped = items.filter(({ gaps }) => gaps.length > 0);
  const empty = items.filter(({ item }) => item.facts.httpStatus !== 200);
  const told = custody.findLast(({ action }) => action === 'disclosure.noted')?.reason;
  return [
    gapped.length === 0 ? say('report.short.gaps.none') : say('report.short.gaps', { items: named(gapped) }),
    ...(empty.length > 0 ? [say('report.short.gone', { items: named(empty) })] : []),
    told
      ? say('report.short.disclosure', {
          told: withoutEnd(
            told
              .split('; ')
              .map((part) => placeWords(part, say))
              .join('; '),
          ),
        })
      : say('report.short.disclosure.none'),
  ];
}

/** A place on a page as the log names it, `0340 s5`, in words; whatever else stands there as it is. */
function placeWords(part: string, say: Say): string {
  const [, ad = '', sentence, field] = /^(\w+) (?:s(\d+)|f:(\w+))$/.exec(part) ?? [];
  if (sentence !== undefined) return say('report.place.sentence', { ad, n: sentence });
  return field === undefined ? part : say('report.place.field', { ad, field });
}

const withoutEnd = (text: string) => text.replace(/[.\s]+$/, '');
