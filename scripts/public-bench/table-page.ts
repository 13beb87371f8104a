import { escapeHtml } from '#app/evidence/report-html.ts';
import { type NamedResult, type SideRow, type SideTrack, teamOf } from '#core/bench/results-side-by-side.ts';
import type { BenchMean, BenchTable } from '#core/bench/schemas.ts';
import { TRACK } from '#core/bench/tracks.ts';
import type { FigureName } from '#core/prediction/schemas.ts';
import { byLetters, LANG } from '#i18n/locale.ts';
import { oneLine } from '../command/print-text.ts';
import { FIGURE_WORDS } from '../predictions/print-predictions.ts';
import { HONEST, KNOWS, TRACK_WORDS } from './print-bench.ts';

/** A page that loads nothing, and prints with all its columns. */
const STYLE = `
@page { size: A4 landscape; margin: 12mm }
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif }
body { margin: 1.5rem auto; max-width: 86rem; padding: 0 1rem }
h1, h2, h3 { line-height: 1.2; break-after: avoid }
.wide { overflow-x: auto }
table { border-collapse: collapse; font-size: .86rem; font-variant-numeric: tabular-nums; break-inside: avoid }
caption { text-align: left; font-weight: 600; padding: .6rem 0 .3rem }
th, td { border-bottom: 1px solid #8888; padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top }
thead th { font-weight: 600; min-width: 4.5rem }
td small { display: block; white-space: nowrap; opacity: .8 }
th[scope=row] { font-weight: 600; max-width: 16rem; overflow-wrap: anywhere }
tr.beside th[scope=row] { font-weight: 400; font-style: italic }
dd { margin: 0 0 .6rem; overflow-wrap: anywhere }
dt { font-weight: 600; overflow-wrap: anywhere }
@media print { :root { color-scheme: light; font-size: 11px } body { margin: 0; max-width: none; padding: 0 } .wide { overflow: visible } }`;

/** Results side by side as one HTML page without scripts. Names and notes of teams are text of others: nothing of them is markup. */
export function tablePage(results: readonly NamedResult[], tracks: readonly SideTrack[]): string {
  const [first] = results;
  if (!first) return '';
  const { bench, split, threshold, notice } = first.result;
  const title = `${bench.name} ${bench.version}: results by track`;
  return `<!doctype html>
<html lang="${LANG}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${STYLE}
</style>
<main>
<h1>${text(title)}</h1>
<p><strong>${text(notice)}</strong></p>
<p>${text(`Generator ${bench.generatorVersion}, split ${split}. A flag is a probability from ${threshold} on.`)}</p>
<p>${HONEST.map(text).join(' ')}</p>
<p>Teams stand in the order of the alphabet, and below them, in italics, the readers that are measured in the same markets. Each cell has the mean over markets, and under it the interval. The number behind a slash says in how many markets the figure exists, where these are not all.</p>
<h2>Teams and tools</h2>
<dl>
${teams(results)}
</dl>
${tracks.map(trackPart).join('\n')}
</main>
</html>
`;
}

/** Each team once, with the command or the folder of its tables, and what it says of its tool. */
function teams(results: readonly NamedResult[]): string {
  const lines = results.map(({ result }) => {
    const { name, tool, note, tracks } = result;
    const said = note === undefined ? 'The team says nothing of its tool.' : `The team says of its tool: “${note}”`;
    const about = `${tracks.map(({ track }) => track).join(', ')}${name === undefined ? '' : `: ${tool}`}`;
    return [teamOf(result), `<dt>${text(teamOf(result))}</dt><dd>${text(about)}<br>${text(said)}</dd>`] as const;
  });
  return lines
    .sort(([a], [b]) => byLetters(a, b))
    .map(([, line]) => line)
    .join('\n');
}

function trackPart({ track, teams, beside }: SideTrack): string {
  const rows = [...teams, ...beside];
  const profiles = new Set(rows.flatMap(({ tables }) => tables.map(({ profile }) => profile)));
  const failed = teams.flatMap(({ name, runs }) => {
    const without = runs.filter((run) => run.failed !== undefined).length;
    return without > 0
      ? [`${name}: ${without} of ${runs.length} markets have no score. Its figures are about the other markets alone.`]
      : [];
  });
  return `<section>
<h2>${text(`Track ${track}`)}</h2>
<p>${text(`${TRACK_WORDS[track].replace(/^track \w+: t/, 'T')}.`)}</p>
${failed.map((line) => `<p><strong>${text(line)}</strong></p>`).join('\n')}
${[...profiles].map((profile) => profileTable(track, profile, rows)).join('\n')}
<dl>
${beside.map(({ reader }) => `<dt>${text(reader)}</dt><dd>${text(KNOWS[reader])}</dd>`).join('\n')}
</dl>
</section>`;
}

type Row = SideRow & { readonly table: BenchTable };

function profileTable(track: SideTrack['track'], profile: BenchTable['profile'], all: readonly SideRow[]): string {
  const rows = all.flatMap((row): Row[] => {
    const table = row.tables.find((one) => one.profile === profile);
    return table ? [{ ...row, table }] : [];
  });
  const columns = track === 'fairness' ? gapColumns(rows) : figureColumns(track, rows);
  const heads = ['', 'markets', ...columns.map(({ head }) => head), 'seconds a market', 'memory at most'];
  const body = rows.map((row) => {
    const runs = row.runs.filter((run) => profile === 'all' || run.profile === profile);
    const cells = [String(row.table.markets), ...columns.map(({ cell }) => cell(row.table)), ...costOf(runs)];
    const kind = row.reader === 'tool' ? '' : ' class="beside"';
    return `<tr${kind}><th scope="row">${text(row.name)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const caption = profile === 'all' ? 'All profiles' : `Profile ${profile}`;
  return `<div class="wide" tabindex="0"><table>
<caption>${text(caption)}</caption>
<thead><tr>${heads.map((head) => `<th scope="col">${text(head)}</th>`).join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

interface Column {
  readonly head: string;
  /** HTML of the cell. */
  readonly cell: (table: BenchTable) => string;
}

/** Figures of the track that some row has. */
function figureColumns(track: SideTrack['track'], rows: readonly Row[]): Column[] {
  return TRACK[track].figures
    .filter((name: FigureName) => rows.some(({ table }) => table.figures[name]))
    .map((name) => ({ head: FIGURE_WORDS[name], cell: ({ figures, markets }) => meanCell(figures[name], markets) }));
}

/** For each attribute the gap between groups, and the gap that chance would make. */
function gapColumns(rows: readonly Row[]): Column[] {
  const attributes = new Set(rows.flatMap(({ table }) => (table.gaps ?? []).map(({ attribute }) => attribute)));
  return [...attributes].sort().flatMap((attribute): Column[] => {
    const gapOf = (table: BenchTable) => table.gaps?.find((gap) => gap.attribute === attribute);
    return [
      { head: `gap by ${attribute}`, cell: (table) => meanCell(gapOf(table)?.gap, table.markets) },
      {
        head: 'by chance at most, in 95 of 100 cases',
        cell: (table) => {
          const gap = gapOf(table);
          if (!gap) return NONE;
          const beyond = gap.gap.value > gap.byChance.high;
          return `${number(gap.byChance.high)}<small>${beyond ? 'the gap is larger' : 'the gap is within chance'}</small>`;
        },
      },
    ];
  });
}

const NONE = '–';

function meanCell(mean: BenchMean | undefined, markets: number): string {
  if (!mean) return NONE;
  const few = mean.markets < markets ? ` /${mean.markets}` : '';
  return `${number(mean.value)}<small>${number(mean.low)} to ${number(mean.high)}${few}</small>`;
}

/** Time and memory of a tool; a reader beside it has none, and a table that was handed in tells none. */
function costOf(runs: SideRow['runs']): [string, string] {
  if (runs.length === 0) return [NONE, NONE];
  const times = runs.flatMap(({ seconds }) => seconds ?? []);
  const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  const mean = times.reduce((sum, seconds) => sum + seconds, 0) / times.length;
  return [
    times.length > 0 ? `${mean.toFixed(1)}<small>slowest ${Math.max(...times).toFixed(1)}</small>` : 'not measured',
    peaks.length > 0 ? `${(Math.max(...peaks) / 1e6).toFixed(0)} MB` : 'not measured',
  ];
}

/** A text of others as HTML: in one line, without invisible signs that turn its direction. */
const text = (said: string) => escapeHtml(oneLine(said));

/** Three decimal places, without negative zero. */
const number = (value: number) => value.toFixed(3).replace(/^-(0\.000)$/, '$1');
