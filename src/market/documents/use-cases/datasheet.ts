import type { MarketHeader } from '#market/documents/model/header-schemas.ts';
import { TABLES } from '#market/documents/model/tables.ts';
import type { RealismRow } from '#market/posts/model/genre-schemas.ts';
import { LICENCE_URL } from './about-files.ts';

/** The columns of the flat tables, where the market was written as CSV or Parquet too. */
function columnsPart(files: MarketHeader['files']): string {
  if (!files.some(({ path }) => !path.endsWith('.ndjson') && !path.endsWith('.json'))) return '';
  const tables = Object.entries(TABLES).map(([kind, columns]) => {
    const rows = columns.map(
      ({ name, type, isList, describes }) => `| ${name} | ${isList ? `list of ${type}` : type} | ${describes} |`,
    );
    return `### Columns of \`${kind}\`\n\n| column | type | what it holds |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `
CSV and Parquet hold the rows of ads, records and labels as flat tables, without the explanations of labels. In CSV a list
is one cell with \`;\` between its items, and an empty cell is an empty list or no value. Lists of one table that stand for
one thing, such as \`route_towns\` and \`route_from\`, have the same order. An instant is a text in UTC in CSV, and a timestamp
in milliseconds in Parquet. The table \`ground-truth\` is in the secret half.

${tables.join('\n')}`;
}

/** How ads of the setting look beside figures of real ones; nothing where it was not measured. */
function realismPart(rows: readonly RealismRow[]): string {
  if (rows.length === 0) return '';
  const lines = rows.map(({ measure, found, beside, source }) => `| ${measure} | ${found} | ${beside} | ${source} |`);
  return `## Realism

Measured on ten markets of 600 ads of this setting with 6 in 100 controlled, and not on this market. Codes are those of the
list of sources of Checkathon. The texts were not yet judged by practitioners.

| measure | here | beside it | source |
| --- | --- | --- | --- |
${lines.join('\n')}

`;
}

/**
 * The text of `DATASHEET.md`: what a user of the public half has to know, with the values of its header.
 * @see Gebru and others, "Datasheets for Datasets", 2021, https://arxiv.org/abs/1803.09010
 */
export function datasheetOf(header: MarketHeader, realism: readonly RealismRow[] = []): string {
  const {
    marketId,
    profile,
    prevalence,
    announced,
    generatorVersion,
    sites,
    from,
    until,
    counts,
    files,
    notice,
    open,
  } = header;
  const lines = files.map(({ path, rows, bytes }) => `- \`${path}\`: ${rows} rows, ${bytes} bytes`);
  return `# Datasheet: market ${marketId}

${notice}.
Not yet reviewed by survivors, support services or lawyers.

## Motivation

The market is a task with a known answer. A tool reads this folder. The truth is in another folder, and shows what the
tool finds, what it misses, and whom it accuses without cause. Checkathon made the market for training and for tests of tools.

## Composition

- Invented ads: ${counts.ads}, from ${from} to ${until} (UTC, simulated). Invented sites: ${sites.length}.
- Setting ${profile}. Announced share of controlled ads: ${announced === undefined ? 'not announced' : `${announced} in 100`} (${prevalence}).
- Withheld cards among them: ${counts.withheld}. Such a card says that an ad may concern a minor, and gives only neutral facts.
- Ads with records: ${counts.records}. Records are what a lawful request to a site, a bank or a helpline would bring.
- There is no picture, no real person, no real place, and no explicit text. Phone numbers begin with +999.

${lines.join('\n')}

\`schemas/\` says what each field of each line of NDJSON means.
${columnsPart(files)}
${realismPart(realism)}## Collection

Nothing was collected. A program (generator version ${generatorVersion}) drew actors and their ads from rates that were invented for
training, and then wrote the texts from a closed list of words. The program uses no language model and no real ad. The
same settings, seed and version give the same bytes.${open ? '' : ' The seed of this market is only in the truth.'}

## Uses

- To compare tools, or a tool with people, on one task.
- To see how a tool treats groups of persons: labels of persons were drawn without regard to who controls an ad.
- To teach how signs, innocent explanations and records fit together.

Do not use the data:

- To claim that a tool works on real ads. A good score shows that it works in this simulation.
- To learn how common anything is. All rates, prices and shares are training values.
- To look for real people, or to accuse one.
- To train a tool that is then used on real ads without a test on real material by people with the right to hold it.

## Distribution

Licence: CC BY 4.0, ${LICENCE_URL}. \`croissant.json\` describes the files for programs. The header \`market.json\`
gives the SHA-256 of each data file. The person who hands out the market keeps its truth and seed until all scores are in.

## Maintenance

A market is not changed. When a mistake in the generator is corrected, its version is raised, and the same settings and seed then give another market. The
page "About" of Checkathon says how to send a correction.

## Known leaks and limits

- Signs, cues and shared traces are evidence about an ad, and to read them is the task. The authors know of nothing else in
  this folder that shows who is behind an ad. Programs that learn from such folders are part of the tests of Checkathon.
- The texts come from a closed list of words and sentences. A tool may learn this list and nothing else.
- A person who has the program can make markets of the same kind with their truth, and train a tool on them.
- Ads of one actor are alike. Count actors, not ads, when you say how sure a figure is.
- Actors do not react: nobody changes an ad because a tool has found it.
- The law behind the setting is that of an invented State, written by the authors of Checkathon.
`;
}
