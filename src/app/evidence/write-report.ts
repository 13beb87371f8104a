import { firstBrokenLink } from '#core/evidence/custody-log.ts';
import type { Locker } from '#core/evidence/locker.ts';
import { recordGaps } from '#core/evidence/record-gaps.ts';
import type { FiledItem } from '#formats/case-uco/write-case-uco.ts';
import { textBytes } from '#formats/zip/text-bytes.ts';

/** Words of the reader's language, by key. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Printed as it stands: no script, no address that is fetched, one column, nothing that is cut at the end of a page. */
const STYLE = `
@page { size: A4; margin: 18mm 16mm; }
body { font: 11pt/1.45 Georgia, 'Times New Roman', serif; color: #111; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { font-family: Arial, sans-serif; line-height: 1.2; break-after: avoid; }
h2 { margin-top: 2rem; border-top: 1px solid #111; padding-top: .6rem; }
.mark { border: 2px solid #111; padding: .5rem .75rem; font: bold 10pt/1.3 Arial, sans-serif; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #bbb; }
thead { display: table-header-group; }
tr, figure { break-inside: avoid; }
code { font: 8.5pt/1.35 'DejaVu Sans Mono', Consolas, monospace; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
`;

/**
 * The case report, in parts: what this is, a summary, each item with its files, hashes and gaps, the custody log as a
 * timeline, and what nobody has looked at. A page to read and to print; it runs nothing and fetches nothing.
 */
export function* writeReport(locker: Locker, filed: readonly FiledItem[], say: Say): Generator<Uint8Array> {
  const gaps = new Map(filed.map(({ item }) => [item, recordGaps(item.facts, item.servedAt)]));
  const gapped = [...gaps.values()].filter((found) => found.length > 0).length;
  const broken = firstBrokenLink(locker.custody);
  yield textBytes(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="synthetic" content="true"><meta name="market" content="${escapeHtml(locker.marketId)}">
<meta name="viewport" content="width=device-width"><title>${escapeHtml(say('report.title', { title: locker.caseTitle }))}</title><style>${STYLE}</style></head><body>
<p class="mark">${escapeHtml(locker.notice)}</p>
<h1>${escapeHtml(say('report.title', { title: locker.caseTitle }))}</h1>
${locker.reviewed ? '' : `<p>${escapeHtml(say('report.notReviewed'))}</p>`}
<h2>${escapeHtml(say('report.summary'))}</h2>
<table>${[
    rowOf(say('report.case'), code(locker.caseId)),
    rowOf(say('report.bag'), code(locker.id)),
    rowOf(say('report.packedAt'), code(locker.packedAt)),
    rowOf(say('report.count'), String(filed.length)),
    rowOf(say('report.withGaps'), String(gapped)),
    rowOf(
      say('report.chain'),
      escapeHtml(say(broken === undefined ? 'report.chain.holds' : 'report.chain.broken', { entry: broken ?? 0 })),
    ),
    rowOf(say('report.head'), code(locker.custody.at(-1)?.hash ?? '-')),
  ].join('')}</table>
<p>${escapeHtml(say('report.proves'))}</p>
<h2>${escapeHtml(say('report.items'))}</h2>
`);
  for (const { item, files } of filed) {
    const { facts } = item;
    const lacking = gaps.get(item) ?? [];
    const named = Object.values(facts.identifiers).flat();
    yield textBytes(`<h3>${escapeHtml(`${facts.itemId}: ${facts.title || say('report.untitled')}`)}</h3>
<table>${[
      rowOf(say('report.address'), code(facts.finalUrl)),
      rowOf(say('report.answer'), `${facts.httpStatus}, ${code(facts.ip)}`),
      rowOf(say('report.servedAt'), code(item.servedAt)),
      rowOf(say('report.written'), `${code(facts.capturedAtUtc || '-')} ${code(facts.url || '-')}`),
      rowOf(
        say('report.clock'),
        escapeHtml(facts.clockCheck ? say('report.clock.offset', { seconds: facts.clockCheck.offsetMs / 1000 }) : '-'),
      ),
      rowOf(say('report.operator'), escapeHtml(`${facts.operator || '-'} / ${facts.tool.name}, ${facts.tool.version}`)),
      rowOf(say('report.identifiers'), named.length > 0 ? named.map(code).join(', ') : '-'),
      rowOf(say('report.logged'), code(item.loggedSha256)),
    ].join('')}</table>
<table><thead><tr><th>${escapeHtml(say('report.file'))}</th><th>${escapeHtml(say('report.bytes'))}</th><th>SHA-256</th></tr></thead><tbody>${files
      .map(({ path, bytes, sha256 }) => `<tr><td>${code(path)}</td><td>${bytes}</td><td>${code(sha256)}</td></tr>`)
      .join('')}</tbody></table>
<p>${escapeHtml(say('report.gaps'))} ${
      lacking.length === 0
        ? escapeHtml(say('report.gaps.none'))
        : escapeHtml(lacking.map((gap) => say(`report.gap.${gap}`)).join(' '))
    }</p>
`);
  }
  yield textBytes(`<h2>${escapeHtml(say('report.custody'))}</h2>
<table><thead><tr><th>${escapeHtml(say('report.entry'))}</th><th>UTC</th><th>${escapeHtml(say('report.who'))}</th><th>${escapeHtml(say('report.act'))}</th><th>${escapeHtml(say('report.why'))}</th></tr></thead><tbody>
`);
  for (const { seq, utc, actor, role, action, reason, hash } of locker.custody) {
    const who = escapeHtml(`${actor}, ${role}`);
    yield textBytes(
      `<tr><td>${seq}</td><td>${code(utc)}</td><td>${who}</td><td>${code(action)}</td><td>${escapeHtml(reason)}<br>${code(hash)}</td></tr>\n`,
    );
  }
  yield textBytes(`</tbody></table>
<p class="mark">${escapeHtml(locker.notice)}</p>
</body></html>
`);
}

const rowOf = (head: string, cell: string) => `<tr><th scope="row">${escapeHtml(head)}</th><td>${cell}</td></tr>`;
const code = (text: string) => `<code>${escapeHtml(text)}</code>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] as string);
