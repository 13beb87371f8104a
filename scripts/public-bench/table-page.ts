import {
  type NamedResult,
  type SideRow,
  type SideSetting,
  type SideTrack,
  teamOf,
} from '#bench/markets/model/results-side-by-side.ts';
import type { Rules } from '#bench/markets/model/rules.ts';
import type { BenchResult, TrackResult } from '#bench/markets/model/schemas.ts';
import type { ShownBeside, TrackName } from '#bench/markets/model/tracks.ts';
import { byLetters, LANG } from '#i18n/locale.ts';
import words from '#words/studio/case.json' with { type: 'json' };
import { counted } from '../command/counted.ts';
import { comparisonsLine, HONEST, KNOWS, OWN_WORD, RULES_WORDS, TRACK_WORDS } from './print-bench.ts';
import { type BenchColumn, columnsOf, htmlText } from './table-columns.ts';

/** A page that loads nothing. On paper the smallest text has 8 points, and each track begins a sheet. */
const STYLE = `
@page { size: A4 landscape; margin: 10mm }
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif }
body { margin: 1.5rem auto; max-width: 86rem; padding: 0 1rem; background: Canvas; color: CanvasText }
h1, h2, h3 { line-height: 1.2; break-after: avoid; overflow-wrap: anywhere }
.wide { overflow-x: auto }
table { border-collapse: collapse; font-size: .86rem; font-variant-numeric: tabular-nums; break-inside: avoid }
caption { text-align: left; padding: .6rem 0 .3rem }
caption span { display: block; position: sticky; left: 0; width: max-content; max-width: calc(100vw - 2rem) }
caption strong { display: block; font-size: 1rem }
tr { break-inside: avoid }
th, td { border-bottom: 1px solid #8888; padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top }
thead th { font-weight: 600; min-width: 4.2rem; vertical-align: bottom; text-wrap: balance }
small { display: block; font-size: .9em; font-weight: 400 }
th:first-child { position: sticky; left: 0; z-index: 1; background: Canvas; width: 9rem; min-width: 6rem; overflow-wrap: anywhere }
td[colspan] span { position: sticky; left: 9.6rem }
tr.beside th[scope=row] { font-weight: 400; font-style: italic }
dd { margin: 0 0 .6rem; overflow-wrap: anywhere }
dt { font-weight: 600; overflow-wrap: anywhere }
dl.columns { columns: 28rem 2; column-gap: 2rem; font-size: .9rem }
dl.columns div { break-inside: avoid; margin-bottom: .4rem }
dl.columns :is(dt, dd) { display: inline }
dl.columns dt::after { content: ":" }
@media print, (min-width: 40rem) { table:not(.many) .interval { white-space: nowrap } }
@media (max-width: 40rem) {
  th:first-child { width: 6rem }
  td[colspan] span { left: 6.6rem; display: inline-block; max-width: calc(100vw - 9rem) }
}
@media print {
  :root { color-scheme: light; font-size: 10pt }
  body { margin: 0; max-width: none; padding: 0 }
  .wide { overflow: visible }
  table { font-size: 9pt; line-height: 1.25; width: 100% }
  th, td { padding: .15rem .4rem .15rem 0 }
  small { font-size: 8pt }
  th:first-child { width: 7rem }
  th:first-child, caption span, td[colspan] span { position: static; max-width: none }
  dl.columns { font-size: 9pt }
  section { break-before: page }
}`;

const RULE =
  'A row has figures in a setting only if there is a score in every market of the setting. Otherwise it says in how many markets there is none. All figures of a table are therefore about the same markets.';
const CELLS =
  'Each cell has the mean over the markets, and under it the interval. A dash says that the figure does not exist, or exists in fewer than half of the markets.';
const ORDER = 'Teams are in alphabetical order. There is no rank and no total.';

/**
 * Results side by side as one HTML page without scripts, under the title of an event if there is one. Names and notes of
 * teams are text of others: nothing of them is markup.
 */
export function tablePage(results: readonly NamedResult[], tracks: readonly SideTrack[], event?: string): string {
  const [first] = results;
  if (!first) return '';
  const { bench, split, threshold, notice } = first.result;
  const about = `${bench.name} ${bench.version}: results by track`;
  const title = event ?? about;
  return `<!doctype html>
<html lang="${LANG}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(title)}</title>
<style>${STYLE}
</style>
<main>
<h1>${htmlText(title)}</h1>
${event === undefined ? '' : `<p>${htmlText(about)}</p>`}
<p><strong>${htmlText(notice)}</strong></p>
<p>${htmlText(`Generator ${bench.generatorVersion}, split ${split}.${drawOf(results)} A flag is a probability from ${threshold} on.`)}</p>
<p>${HONEST.map(htmlText).join(' ')}</p>
<p>${ORDER} Below the teams, in italics, stand the readers beside them.</p>
<p>${RULE} ${CELLS}</p>
<p>${rulesPart(tracks)}</p>
<h2>Teams and tools</h2>
<dl>
${teamsPart(results)}
</dl>
${tracks.map((track) => trackPart(track, notice)).join('\n')}
</main>
</html>
`;
}

/** What the rules of the page say. Tables of the two rules are apart. */
function rulesPart(tracks: readonly SideTrack[]): string {
  const rules = [...new Set(tracks.map((track) => track.rules))];
  const said = rules.map((one) => `${RULES_WORDS[one].replace(/^r/, 'R')}.`);
  const apart =
    rules.length > 1 ? ' Results of the two rules have tables of their own and are not to be compared.' : '';
  return htmlText(`${said.join(' ')} ${OWN_WORD}${apart}`);
}

/** Digits of a digest that tell two draws apart on paper. */
const SHORT = 16;

/** The files bench.json of the markets, by the beginning of their digests. */
function drawOf(results: readonly NamedResult[]): string {
  const digests = new Set(results.flatMap(({ result }) => result.benchJson ?? []));
  const short = [...digests].map((one) => one.slice(0, SHORT));
  return short.length > 0 ? ` The SHA-256 of bench.json begins with ${short.join(', ')}.` : '';
}

/** Each team once, with all its results: the tool, what it cost, and what the team says of it. */
function teamsPart(results: readonly NamedResult[]): string {
  const teams = [...Map.groupBy(results, ({ result }) => teamOf(result))];
  return teams
    .sort(([a], [b]) => byLetters(a, b))
    .map(([team, of]) => `<dt>${htmlText(team)}</dt>${of.map(({ result }) => toolPart(result)).join('')}`)
    .join('\n');
}

function toolPart({ name, tool, note, rules, tracks }: BenchResult): string {
  const costs = Map.groupBy(tracks, ({ runs }) => costOf(runs));
  const lines = [
    ...(name === undefined ? [] : [tool]),
    ...[...costs].map(([cost, of]) => `Rules ${rules}, track ${of.map(({ track }) => track).join(', ')}: ${cost}.`),
    note === undefined ? 'The team says nothing of its tool.' : `The team says of its tool: “${note}”`,
  ];
  return `<dd>${lines.map(htmlText).join('<br>')}</dd>`;
}

/** Time and memory of a tool; a table that was handed in tells none. */
function costOf(runs: TrackResult['runs']): string {
  const times = runs.flatMap(({ seconds }) => seconds ?? []);
  const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  if (times.length === 0) return 'time and memory are not measured';
  const mean = times.reduce((sum, seconds) => sum + seconds, 0) / times.length;
  const time = `${mean.toFixed(1)} s in a market, ${Math.max(...times).toFixed(1)} s in the slowest one`;
  const memory = peaks.length > 0 ? `${(Math.max(...peaks) / 1e6).toFixed(0)} MB at most` : 'memory is not measured';
  return `${time}, ${memory}`;
}

function trackPart({ rules, track, settings }: SideTrack, notice: string): string {
  const tables = settings.map((setting) => ({ setting, ...settingTable(rules, track, setting, notice) }));
  const columns = new Map(tables.flatMap((table) => table.columns.map((column) => [column.head, column] as const)));
  const readers = new Set(settings.flatMap(({ beside }) => beside.map(({ reader }) => reader as ShownBeside)));
  const [first, ...others] = tables.map(({ html }) => html);
  return `<section>
<h2>${htmlText(`Track ${track}, rules ${rules}`)}</h2>
<p>${htmlText(`${TRACK_WORDS[track].replace(/^track \w+: t/, 'T')}.`)}</p>
${first ?? ''}
${wordsPart([...columns.values()], [...readers])}
${others.join('\n')}
</section>`;
}

/** What the columns and the readers of a track are, one line each. */
function wordsPart(columns: readonly BenchColumn[], readers: readonly ShownBeside[]): string {
  const lines = [
    ...columns.map(({ head, says }) => [head, says] as const),
    ...readers.map((reader) => [reader, `A reader that ${KNOWS[reader]}.`] as const),
  ];
  const items = lines.map(([name, says]) => `<div><dt>${htmlText(name)}</dt> <dd>${htmlText(says)}</dd></div>`);
  return items.length > 0 ? `<dl class="columns">\n${items.join('\n')}\n</dl>` : '';
}

interface TablePart {
  readonly html: string;
  readonly columns: readonly BenchColumn[];
}

/** Columns that fit on a sheet with each interval in one line. */
const MANY = 9;

function settingTable(rules: Rules, track: TrackName, setting: SideSetting, notice: string): TablePart {
  const { profile, markets, teams, beside } = setting;
  const rows = [...teams, ...beside];
  const tables = rows.flatMap(({ table }) => table ?? []);
  const columns = columnsOf(track, tables);
  const heads = columns.map(
    ({ head, good }) =>
      `<th scope="col">${htmlText(head)}${good === undefined ? '' : `<small>${htmlText(good)}</small>`}</th>`,
  );
  const kind = words[`profile.${profile}`];
  const caption = `Track ${track}, rules ${rules}, setting ${profile}: ${kind}, ${counted(markets, 'market')}`;
  const notes = [
    ...(track === 'fairness' && tables.length > 0 ? [comparisonsLine(tables)] : []),
    ...(beside.length === 0
      ? ['No team has a score in every market of this setting. The readers beside them are then not shown.']
      : []),
  ];
  const html = `<div class="wide" tabindex="0"><table${columns.length > MANY ? ' class="many"' : ''}>
<caption><span><strong>${htmlText(caption)}</strong> ${htmlText(`${notice}. ${ORDER}`)}</span></caption>
<thead><tr><th scope="col">team or reader</th>${heads.join('')}</tr></thead>
<tbody>
${rows.map((row) => rowPart(row, columns, markets)).join('\n')}
</tbody>
</table></div>${notes.map((note) => `\n<p>${htmlText(note)}</p>`).join('')}`;
  return { html, columns };
}

function rowPart({ name, reader, table, missing }: SideRow, columns: readonly BenchColumn[], markets: number): string {
  const cells = table
    ? columns.map(({ cell }) => `<td>${cell(table)}</td>`).join('')
    : `<td colspan="${Math.max(1, columns.length)}"><span>no figures: ${missing} of ${markets} markets have no score</span></td>`;
  return `<tr${reader === 'tool' ? '' : ' class="beside"'}><th scope="row">${htmlText(name)}</th>${cells}</tr>`;
}
