import type { FiledItem } from '#evidence/locker/codec/write-case-uco.ts';
import type { CustodyEntry } from '#evidence/locker/model/custody-log.ts';
import type { KeptFile } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { personOf } from '#evidence/locker/model/person-words.ts';
import { besideRecord, recordGaps } from '#evidence/locker/model/record-gaps.ts';
import { type IdentifierKind, shownIdentifiers, unnamedKinds } from '#evidence/locker/model/unnamed-kinds.ts';
import { textBytes } from '#kernel/formats/zip/text-bytes.ts';
import { looseFiles } from './loose-files.ts';
import { code, escapeHtml, hash, headOf, moment, rowOf, securityOf } from './report-html.ts';
import { pageTextOf } from './report-page-text.ts';
import { reportStyle } from './report-style.ts';
import { summaryOf } from './report-summary.ts';
import { clockWords, type ReportedItem, type Say } from './report-words.ts';

/** Forms of a report. The first forbids nothing to the browser; lockers that were packed before have it. */
export const REPORT_FORMS = [1, 2] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/**
 * Writes the case report, in parts: a first page with what was kept and what is missing, then each item with its files
 * and hashes, the letters, the persons involved, and the custody log as a timeline. HTML to read and print, without
 * scripts and external resources, which it forbids to the browser too.
 */
export function* writeReport(
  locker: Locker,
  filed: readonly FiledItem[],
  say: Say,
  form: ReportForm = 2,
): Generator<Uint8Array> {
  const kept = new Map(locker.items.map((item) => [item.folder, item]));
  const items = filed.map((entry): ReportedItem => {
    const { facts, servedAt, folder } = entry.item;
    const item = kept.get(folder);
    return { ...entry, gaps: recordGaps(facts, servedAt, item && besideRecord(item, locker.custody)) };
  });
  const title = escapeHtml(say('report.title', { title: locker.caseTitle }));
  const mark = `<p class="mark">${escapeHtml(locker.notice)}</p>`;
  const style = reportStyle(locker.notice, say('report.sheet'));
  const security = form === 1 ? '' : securityOf(style);
  yield textBytes(`<!doctype html>
<html lang="${escapeHtml(say.lang)}"><head><meta charset="utf-8">${security}<meta name="synthetic" content="true"><meta name="market" content="${escapeHtml(locker.marketId)}">
<meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>
${mark}
<h1>${title}</h1>
${locker.reviewed ? '' : `<p>${escapeHtml(say('report.notReviewed'))}</p>`}
${summaryOf(locker, items, say)}
<h2>${escapeHtml(say('report.items'))}</h2>
`);
  for (const entry of items) {
    const item = kept.get(entry.item.folder);
    const unnamed = item ? unnamedKinds(item.facts.identifiers, shownIdentifiers(item)) : [];
    yield textBytes(itemOf(entry, unnamed, item ? pageTextOf(locker, item, say) : '', say));
  }
  const loose = looseFiles(locker);
  if (loose.length > 0)
    yield textBytes(`<h2>${escapeHtml(say('report.loose'))}</h2>
<p>${escapeHtml(say('report.loose.how'))}</p>
${fileTable(loose, say)}
`);
  if (locker.letters.length > 0) yield textBytes(lettersOf(locker, say));
  yield textBytes(peopleOf(locker.custody, say));
  yield textBytes(`<h2>${escapeHtml(say('report.custody'))}</h2>
<p>${escapeHtml(say('report.custody.how'))}</p>
<table>${headOf(say('report.entry'), say('report.when'), say('report.what'))}<tbody>
`);
  for (const entry of locker.custody) yield textBytes(entryOf(entry, say));
  yield textBytes(`</tbody></table>
${mark}
</body></html>
`);
}

/** Section of one item: its record, its files with their hashes, and `pageText`, which is HTML. */
function itemOf(
  { item, files, gaps }: ReportedItem,
  unnamed: readonly IdentifierKind[],
  pageText: string,
  say: Say,
): string {
  const { facts } = item;
  const redirects = item.redirects.map(({ status, url, headers }) =>
    rowOf(
      say('report.redirect'),
      escapeHtml(say('report.redirect.to', { status, url, to: headers['location'] ?? '' })),
    ),
  );
  const { ads = [], phones, handles, payment, imageIds, rooms = [] } = facts.identifiers;
  const named = Object.entries({ ads, phones, handles, payment, imageIds, rooms }).flatMap(([kind, values]) => {
    const word = say(`report.identifiers.${kind}`);
    return values.length > 0 ? [[escapeHtml(word), values.map(code).join(', ')].join(' ')] : [];
  });
  const checked = facts.childMaterialCheck;
  return `<section class="item"><h3>${escapeHtml(`${facts.itemId}: ${facts.title || say(facts.httpStatus === 200 ? 'report.untitled' : 'report.no-page')}`)}</h3>
<table>${[
    rowOf(say('report.address'), code(facts.url || '-')),
    ...redirects,
    rowOf(say('report.finalAddress'), code(facts.finalUrl)),
    ...(facts.standing ? [rowOf(say('report.standing'), escapeHtml(say(`report.standing.${facts.standing}`)))] : []),
    rowOf(say('report.answer'), `${facts.httpStatus}, ${code(facts.ip)}`),
    rowOf(say('report.servedAt'), moment(item.servedAt)),
    rowOf(say('report.written'), code(facts.capturedAtUtc || '-')),
    rowOf(say('report.clock'), escapeHtml(clockWords(facts.clockCheck, say))),
    rowOf(say('report.operator'), escapeHtml(facts.operator || '-')),
    rowOf(say('report.tool'), escapeHtml([facts.tool.name, facts.tool.version].filter(Boolean).join(', ') || '-')),
    rowOf(say('report.method'), escapeHtml(say(`report.method.${facts.method}`))),
    rowOf(say('report.login'), escapeHtml(facts.loginState || say('report.login.none'))),
    ...(facts.view ? [rowOf(say('report.view'), escapeHtml(say('report.view.said', { ...facts.view })))] : []),
    rowOf(
      say('report.child'),
      escapeHtml(checked.checked ? say('report.child.done', { by: checked.by }) : say('report.child.none')),
    ),
    rowOf(say('report.identifiers'), named.join('; ') || '-'),
    ...(unnamed.length > 0
      ? [
          rowOf(
            say('report.identifiers.left'),
            escapeHtml(unnamed.map((kind) => say(`report.identifiers.${kind}`)).join(', ')),
          ),
        ]
      : []),
    ...(facts.notes ? [rowOf(say('report.notes'), escapeHtml(facts.notes))] : []),
    rowOf(
      say('report.gaps'),
      escapeHtml(gaps.length === 0 ? say('report.gaps.none') : gaps.map((gap) => say(`report.gap.${gap}`)).join(' ')),
    ),
    rowOf(say('report.logged'), hash(item.loggedSha256)),
  ].join('')}</table>
${fileTable(files, say)}
</section>
${pageText}
`;
}

/** Table of files with their hashes. A note says that the drawing of a page was made at packing, not by a person. */
function fileTable(files: readonly KeptFile[], say: Say): string {
  const drawn = `<span class="by">${escapeHtml(say('report.drawn'))}</span>`;
  return `<table>${headOf(say('report.file'), say('report.bytes'))}<tbody>${files
    .map(({ path, bytes, sha256 }) => {
      const note = path.endsWith('/visual.svg') ? drawn : '';
      return `<tr><td>${code(path)}${note}${hash(sha256)}</td><td class="n">${bytes}</td></tr>`;
    })
    .join('')}</tbody></table>`;
}

function lettersOf({ letters }: Locker, say: Say): string {
  const texts = letters.map(
    ({ name, text }) => `<h3>${code(`data/letters/${name}`)}</h3>\n<pre>${escapeHtml(text)}</pre>`,
  );
  return `<h2>${escapeHtml(say('report.letters'))}</h2>
<p>${escapeHtml(say('report.letters.how'))}</p>
${texts.join('\n')}
`;
}

/** Every person named in the log, once, with their entries. */
function peopleOf(custody: Locker['custody'], say: Say): string {
  const people = new Map<string, { readonly actor: string; readonly role: string; readonly entries: number[] }>();
  for (const { actor, role, seq } of custody) {
    const person = people.get(`${actor}\n${role}`) ?? { actor, role, entries: [] };
    person.entries.push(seq);
    people.set(`${actor}\n${role}`, person);
  }
  const rows = [...people.values()].map(({ entries, ...entry }) => {
    const { works, readsAlong, role } = personOf(entry);
    const who = readsAlong === undefined ? works : say('report.along', { works, name: readsAlong });
    const as = readsAlong === undefined ? role : say('report.along.role', { name: readsAlong, role });
    return `<tr><td>${escapeHtml(who || '-')}</td><td>${escapeHtml(as || '-')}</td><td class="n">${entries.length}</td></tr>`;
  });
  return `<h2>${escapeHtml(say('report.people'))}</h2>
<table>${headOf(say('report.who'), say('report.role'), say('report.entries'))}<tbody>${rows.join('')}</tbody></table>
`;
}

function entryOf({ seq, utc, actor, action, reason, sha256, hash: own }: CustodyEntry, say: Say): string {
  const object = sha256 === '-' ? '' : `<span class="by">${escapeHtml(say('report.object'))}</span>${hash(sha256)}`;
  return `<tr><td class="n">${seq}</td><td>${moment(utc)}</td><td><b>${escapeHtml(say(`action.${action}`))}</b> ${escapeHtml(say('report.by', { who: actor || '-' }))}<br>${escapeHtml(reason)}${object}<span class="by">${escapeHtml(say('report.entryHash'))}</span>${hash(own)}</td></tr>\n`;
}
