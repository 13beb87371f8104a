import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { addMinutes, isInstant } from '#kernel/model/instant.ts';
import { createNativeSha256 } from '#kernel/node/native-sha256.ts';
import { makeFolder, writePart } from '#kernel/node/write-file.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import type { PrevalenceName } from '#market/ads/model/schemas.ts';
import { toDraft7 } from '#market/documents/model/json-schemas.ts';
import { SHARE_SCHEMA, SHARES_TELL } from '#market/documents/model/share-schemas.ts';
import {
  ADS_PER_FILE,
  type DocumentBeside,
  marketFiles,
  PUBLIC,
  SECRET,
} from '#market/documents/use-cases/market-files.ts';
import { SHARE_FILE } from '#market/documents/use-cases/share-manifest.ts';
import type { TableFormat } from '#market/documents/use-cases/table-files.ts';
import { DISTRICT_ADS, districtsOf, firstRowOf } from '#market/generator/model/draw-market.ts';
import { type DistrictRange, MARKET_DAYS, MAX_ADS, type MarketOrder } from '#market/generator/model/drawn-market.ts';
import { marketIdOf, sitesOf } from '#market/generator/model/market-identity.ts';
import {
  CAPSTONE_JOB_ADS,
  MarketTooSmallError,
  PRESETS,
  type PresetName,
} from '#market/generator/model/plan-actors.ts';
import { type ModerationDocumentsOrder, moderationDocuments } from '#market/platforms/model/moderation-documents.ts';
import { ModerationSchema, ModerationTruthSchema } from '#market/platforms/model/schemas.ts';
import type { RealismRow } from '#market/posts/model/genre-schemas.ts';
import { badArgument, command, orFail, readArguments } from './command/command-line.ts';
import { oneLine, printJson, printLines } from './command/print-text.ts';
import { refuseToReplaceOther } from './command/refuse-to-replace.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { clearDataFiles, toldOfCleared } from './market/clear-data-files.ts';
import { readFormats } from './market/read-formats.ts';
import { refuseForeignFolder } from './market/refuse-foreign-folder.ts';
import { drawSecret, readOrDrawSecret } from './market/secret-file.ts';

/** Maximum ads that one call writes, because the columns and shared traces of all its ads are in memory. */
const MAX_ADS_AT_ONCE = 1_000_000;
/** Minimum ads of a market that is written in shares: a smaller market has minimum counts that are computed from all of its ads. */
const MIN_ADS_IN_SHARES = ADS_PER_FILE;

const HELP = `Usage: npm run -s generate-market -- --profile <id> (--preset <preset> | --ads <number>) --seed <text> --out <folder>
  --profile      market profile: REG, BUY, PRO, TPC, JOB or SOC
  --preset       size: ${Object.entries(PRESETS)
    .map(([name, { ads }]) => `${name} ${ads}`)
    .join(', ')}
  --ads          any number of ads up to ${MAX_ADS}, for tests of tools; ${ADS_PER_FILE} in a file, a line an ad.
                 More than ${MAX_ADS_AT_ONCE} are written in shares
  --districts    writes a share: the districts a-b of the market of --ads, counted from 0, both included. A market has a
                 district for every ${DISTRICT_ADS} ads; in shares it has ${MIN_ADS_IN_SHARES} ads or more. Every machine writes the
                 same bytes for a share. join-shares makes one market of all shares. No actor, trace or link reaches from
                 one share to another, and a person who has separate shares can use this: hand out the joined market
  --prevalence   announced share of controlled ads: CALIBRATION, NEEDLE, FIELD or PRACTICE (default PRACTICE). At FIELD
                 the seed has a share of its own, from 2 to 20 in 100, which market.json names
  --seed         any text; the same seed gives the same market
  --assessment   in place of --seed: draws a secret seed, which is only in the truth
  --secret-file  with --assessment: file with the secret, for all shares of a hidden market. The first call draws the secret
                 and writes the file. A person who has this file can write the truth
  --intensity    how many times more the networks show than the table says (default 1)
  --false-bridges  chance that a network shares a trace with others by accident, per kind of link (default 0.02)
  --until        moment in UTC at which the market is looked at (default 2031-03-12T09:00:00Z)
  --moderation   also lets the sites moderate test cards for six weeks: moderation.json and moderation-truth.json
  --out          folder for public/ (market.json, ads, records and JSON Schemas, to hand out) and secret/ (ground-truth.json
                 and its lines, to keep)
  --formats      ndjson, csv and parquet, with commas between them: ads, records and labels as flat tables too; ndjson,
                 a line for each row, is always written, also of links and actors (default ndjson)
  --force        write into public/ and secret/ of a folder, though they hold files and no market. An earlier market is
                 replaced without it
  --json         print what was written as JSON`;

export const main = command(HELP, (args, io) => {
  const values = readValues(args);
  const library = shippedLibrary();
  const order = readOrder(values, library, io.cwd);
  const districts = readDistricts(values, order);
  const habits = values.moderation ? library.platforms.get(order.profile.id)?.habits : undefined;
  const out = resolve(io.cwd, needed(values, 'out'));
  refuseForeignFolder(out, needed(values, 'out'), values.force);
  if (districts)
    refuseToReplaceOther(
      { option: '--out', path: join(needed(values, 'out'), SHARE_FILE), from: io.cwd, isForced: values.force },
      (beginning) => beginning.includes(`"${SHARE_SCHEMA}"`),
    );
  try {
    const { files, removed } = writeMarket(
      order,
      out,
      {
        habits,
        formats: readFormats(values.formats),
        districts,
        realism: library.realism.settings[order.profile.id] ?? [],
      },
      io.terminal,
    );
    const written = {
      marketId: marketIdOf(order),
      ads: districts ? adsOfDistricts(adsIn(order), districts) : adsIn(order),
      ...(districts && { districts: { ...districts, of: districtsOf(adsIn(order)) } }),
      market: join(out, PUBLIC, 'market.json'),
      truth: join(out, SECRET, 'ground-truth.json'),
      files,
    };
    if (values.json) printJson(io, written, 0);
    else
      printLines(
        io,
        `${written.ads} ads, market ${written.marketId}`,
        ...files.map((file) => oneLine(join(out, file))),
        ...toldOfCleared(removed),
        districts ? SHARES_TELL : `Hand out only ${PUBLIC}/, and keep ${SECRET}/ until the scores are in.`,
      );
    return 0;
  } catch (error) {
    if (error instanceof MarketTooSmallError) badArgument(`--prevalence ${order.prevalence}: ${error.message}`);
    throw error;
  }
});

type Values = ReturnType<typeof readValues>;

function readValues(args: readonly string[]) {
  return readArguments(() =>
    parseArgs({
      args,
      options: {
        profile: { type: 'string' },
        preset: { type: 'string' },
        ads: { type: 'string' },
        districts: { type: 'string' },
        prevalence: { type: 'string', default: 'PRACTICE' },
        seed: { type: 'string' },
        assessment: { type: 'boolean', default: false },
        'secret-file': { type: 'string' },
        intensity: { type: 'string' },
        'false-bridges': { type: 'string' },
        until: { type: 'string', default: '2031-03-12T09:00:00Z' },
        moderation: { type: 'boolean', default: false },
        formats: { type: 'string', default: 'ndjson' },
        out: { type: 'string' },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  ).values;
}

function needed(values: Values, name: 'profile' | 'out'): string {
  return values[name] ?? badArgument(`--${name} is missing.`);
}

function readOrder(values: Values, { profiles, assessmentPosts, ...words }: Library, cwd: string): MarketOrder {
  const profileId = needed(values, 'profile').toUpperCase();
  const profile =
    [...profiles.values()].find(({ id }) => id === profileId) ??
    badArgument(
      `--profile ${values.profile}: there is no such market profile. Known: ${[...profiles.keys()].join(', ')}.`,
    );
  const prevalence = values.prevalence.toUpperCase();
  if (!Object.hasOwn(profile.prevalence, prevalence))
    badArgument(
      `--prevalence ${values.prevalence}: there is no such set. Known: ${Object.keys(profile.prevalence).join(', ')}.`,
    );
  if (!isInstant(values.until))
    badArgument(`--until ${values.until}: write a moment in UTC such as 2031-03-12T09:00:00Z.`);
  return {
    ...words,
    ...(values.assessment && { posts: assessmentPosts }),
    profile,
    size: readSize(values),
    prevalence: prevalence as PrevalenceName,
    until: values.until,
    ...readNumber(values, 'intensity', 'intensity', 0, 3),
    ...readNumber(values, 'false-bridges', 'falseBridges', 0, 1),
    ...readSeed(values, cwd),
  };
}

function readSize({ preset, ads }: Values): PresetName | number {
  if (preset !== undefined && ads !== undefined) badArgument('--preset and --ads: give one of the two.');
  if (preset !== undefined) {
    if (!Object.hasOwn(PRESETS, preset))
      badArgument(`--preset ${preset}: there is no such preset. Known: ${Object.keys(PRESETS).join(', ')}.`);
    return preset as PresetName;
  }
  if (ads === undefined) return badArgument('--preset or --ads is missing.');
  const count = Number(ads);
  if (!Number.isInteger(count) || count < 1 || count > MAX_ADS)
    badArgument(`--ads ${ads}: give a whole number from 1 to ${MAX_ADS}.`);
  return count;
}

/** The districts of a share; undefined where the whole market is written. */
function readDistricts(values: Values, { size }: MarketOrder): DistrictRange | undefined {
  const { districts: given } = values;
  if (given === undefined) {
    if (typeof size === 'number' && size > MAX_ADS_AT_ONCE)
      badArgument(`--ads ${size}: more than ${MAX_ADS_AT_ONCE} ads are written in shares. Give --districts.`);
    return undefined;
  }
  if (typeof size !== 'number' || size < MIN_ADS_IN_SHARES)
    return badArgument(
      `--districts ${given}: give --ads of ${MIN_ADS_IN_SHARES} or more. A smaller market is written whole.`,
    );
  if (readFormats(values.formats).length > 0)
    badArgument(
      '--districts and --formats: give --formats to join-shares, which makes the tables of the whole market.',
    );
  if (values.moderation) badArgument('--districts and --moderation: test cards are of a whole market.');
  const found = /^(\d{1,6})-(\d{1,6})$/.exec(given);
  const range = { first: Number(found?.[1] ?? Number.NaN), last: Number(found?.[2] ?? Number.NaN) };
  const last = districtsOf(size) - 1;
  if (!(range.first <= range.last && range.last <= last))
    badArgument(`--districts ${given}: give two numbers a-b. The market has the districts 0-${last}.`);
  if (adsOfDistricts(size, range) > MAX_ADS_AT_ONCE)
    badArgument(`--districts ${given}: a share has at most ${MAX_ADS_AT_ONCE} ads. Write several.`);
  return range;
}

function adsOfDistricts(ads: number, { first, last }: DistrictRange): number {
  const of = districtsOf(ads);
  return firstRowOf(ads, of, last + 1) - firstRowOf(ads, of, first);
}

function readNumber<Name extends 'intensity' | 'falseBridges'>(
  values: Values,
  option: 'intensity' | 'false-bridges',
  name: Name,
  least: number,
  most: number,
): Partial<Record<Name, number>> {
  const given = values[option];
  if (given === undefined) return {};
  const number = Number(given);
  if (given.trim() === '' || !(number >= least && number <= most))
    badArgument(`--${option} ${given}: give a number from ${least} to ${most}.`);
  return { [name]: number } as Record<Name, number>;
}

function readSeed(values: Values, cwd: string): Pick<MarketOrder, 'seed' | 'secret'> {
  const { seed, assessment, districts, 'secret-file': file } = values;
  if (!assessment) {
    if (file !== undefined) badArgument('--secret-file: give --assessment too, for a hidden market.');
    return { seed: seed ?? badArgument('--seed is missing.') };
  }
  if (seed !== undefined) badArgument('--assessment draws a secret seed: leave --seed out.');
  if (file !== undefined)
    return (
      readOrDrawSecret(file, cwd) ??
      badArgument(`--secret-file ${file}: this is no file that --secret-file has written. Give the name of a new file.`)
    );
  if (districts !== undefined)
    badArgument(
      '--districts and --assessment: each share would draw a secret of its own. Give --secret-file, the same file for all shares.',
    );
  return drawSecret();
}

/** Number of ads in the order. */
function adsIn(order: MarketOrder): number {
  if (typeof order.size === 'number') return order.size;
  const jobs = order.size === 'capstone' && order.profile.family === 'services' ? CAPSTONE_JOB_ADS : 0;
  return PRESETS[order.size].ads + jobs;
}

type Habits = ModerationDocumentsOrder['habits'];

/** What is written of a market, and beside its lines. */
interface Wanted {
  readonly habits: Habits | undefined;
  readonly formats: readonly TableFormat[];
  readonly districts: DistrictRange | undefined;
  readonly realism: readonly RealismRow[];
}

/**
 * Writes the market while it is generated. Data files of an earlier market go when the first part is there: an order that
 * cannot be drawn removes nothing. Returns the names of the files, and how many earlier ones were removed.
 */
function writeMarket(
  order: MarketOrder,
  out: string,
  { habits, formats, districts, realism }: Wanted,
  terminal: NodeJS.WriteStream | undefined,
): { readonly files: readonly string[]; readonly removed: number } {
  const format = '{bar} {value} of {total} ads';
  const bar = terminal && new SingleBar({ format, clearOnComplete: true, stream: terminal }, Presets.shades_classic);
  const written = new Set<string>();
  let removed = 0;
  bar?.start(districts ? adsOfDistricts(adsIn(order), districts) : adsIn(order), 0);
  try {
    const beside = habits ? moderationOf(order, habits) : [];
    const wanted = { formats, beside, part: districts ? { districts } : {}, newHash: createNativeSha256 };
    for (const { file, bytes, ads } of marketFiles(order, { ...wanted, realism })) {
      if (written.size === 0) {
        for (const folder of [join(PUBLIC, 'schemas'), SECRET]) orFail(makeFolder(join(out, folder)));
        removed = clearDataFiles(out);
      }
      orFail(writePart(join(out, file), bytes, written.has(file)));
      written.add(file);
      bar?.update(ads);
    }
  } finally {
    bar?.stop();
  }
  return { files: [...written], removed };
}

/** Both halves of a test of platforms, as files beside the market. */
function moderationOf(order: MarketOrder, habits: Habits): DocumentBeside[] {
  const documents = moderationDocuments({
    profile: order.profile,
    habits,
    sites: sitesOf(order.profile, typeof order.size === 'number' ? 'field' : order.size, false).length,
    marketId: marketIdOf(order),
    seed: order.seed,
    from: addMinutes(order.until, -MARKET_DAYS * 24 * 60),
  });
  const text = (document: object) => `${JSON.stringify(document, null, 2)}\n`;
  const { log } = documents.public;
  const { sites } = documents.truth;
  return [
    {
      folder: PUBLIC,
      path: 'moderation.json',
      kind: 'moderation',
      rows: log.length,
      text: text(documents.public),
      schema: toDraft7(ModerationSchema),
    },
    {
      folder: SECRET,
      path: 'moderation-truth.json',
      kind: 'moderation',
      rows: sites.length,
      text: text(documents.truth),
      schema: toDraft7(ModerationTruthSchema),
    },
  ];
}

if (import.meta.main) await runCommand(main, { smallHeap: true });
