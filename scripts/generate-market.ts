import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { makeFolder, writeText } from '#adapters/node/write-file.ts';
import { loadLibrary } from '#app/library/load-library.ts';
import { marketFiles, PUBLIC, SECRET, SHARDED_FROM } from '#app/market/market-files.ts';
import { moderationDocuments } from '#core/checkathon/moderation-documents.ts';
import { addMinutes, isInstant } from '#core/kernel/instant.ts';

import { MARKET_DAYS, type MarketOrder } from '#core/market/drawn-market.ts';
import { marketIdOf, sitesOf } from '#core/market/market-identity.ts';
import { CAPSTONE_JOB_ADS, MarketTooSmallError, PRESETS, type PresetName } from '#core/market/plan-actors.ts';
import type { PrevalenceName } from '#core/market/schemas.ts';
import { badArgument, orFail, readArguments } from './command-line.ts';
import { oneLine, printJson, printLines } from './print-text.ts';

const MOST_ADS = 1_000_000;

const HELP = `Usage: npm run -s generate-market -- --profile <id> (--preset <preset> | --ads <number>) --seed <text> --out <folder>
  --profile      market profile: REG, BUY, PRO, TPC, JOB or SOC
  --preset       size: ${Object.entries(PRESETS)
    .map(([name, { ads }]) => `${name} ${ads}`)
    .join(', ')}
  --ads          any number of ads up to ${MOST_ADS}, for tests of tools; from ${SHARDED_FROM} on in shards, a line an ad
  --prevalence   announced share of controlled ads: CALIBRATION, NEEDLE, FIELD or PRACTICE (default PRACTICE)
  --seed         any text; the same seed gives the same market
  --assessment   in place of --seed: draws a secret seed, which stands in the truth alone
  --intensity    how many times more the networks show than the table says (default 1)
  --false-bridges  chance that a network shares a trace with others by accident, per kind of link (default 0.02)
  --until        moment in UTC at which the market is looked at (default 2031-03-12T09:00:00Z)
  --moderation   also lets the sites moderate test cards for six weeks: moderation.json and moderation-truth.json
  --out          folder for public/ (market.json and the JSON Schemas, to hand out) and secret/ (ground-truth.json, to keep)
  --json         print what was written as JSON`;

const options = readArguments(HELP, () =>
  parseArgs({
    options: {
      profile: { type: 'string' },
      preset: { type: 'string' },
      ads: { type: 'string' },
      prevalence: { type: 'string', default: 'PRACTICE' },
      seed: { type: 'string' },
      assessment: { type: 'boolean', default: false },
      intensity: { type: 'string' },
      'false-bridges': { type: 'string' },
      until: { type: 'string', default: '2031-03-12T09:00:00Z' },
      moderation: { type: 'boolean', default: false },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }),
);

const { values } = options;
const needed = (name: 'profile' | 'out'): string => values[name] ?? badArgument(HELP, `--${name} is missing.`);
const library = orFail(loadLibrary(createProjectFiles(resolve(import.meta.dirname, '..'))));

const order = readOrder();
const out = resolve(needed('out'));

function readOrder(): MarketOrder {
  const { profiles, ...words } = library;
  const profileId = needed('profile').toUpperCase();
  const profile =
    [...profiles.values()].find(({ id }) => id === profileId) ??
    badArgument(
      HELP,
      `--profile ${values.profile}: there is no such market profile. Known: ${[...profiles.keys()].join(', ')}.`,
    );
  const prevalence = values.prevalence.toUpperCase();
  if (!Object.hasOwn(profile.prevalence, prevalence))
    badArgument(
      HELP,
      `--prevalence ${values.prevalence}: there is no such set. Known: ${Object.keys(profile.prevalence).join(', ')}.`,
    );
  if (!isInstant(values.until))
    badArgument(HELP, `--until ${values.until}: write a moment in UTC such as 2031-03-12T09:00:00Z.`);
  return {
    ...words,
    profile,
    size: readSize(),
    prevalence: prevalence as PrevalenceName,
    until: values.until,
    ...readNumber('intensity', 'intensity', 0, 3),
    ...readNumber('false-bridges', 'falseBridges', 0, 1),
    ...readSeed(),
  };
}

function readSize(): PresetName | number {
  const { preset, ads } = values;
  if (preset !== undefined && ads !== undefined) badArgument(HELP, '--preset and --ads: give one of the two.');
  if (preset !== undefined) {
    if (!Object.hasOwn(PRESETS, preset))
      badArgument(HELP, `--preset ${preset}: there is no such preset. Known: ${Object.keys(PRESETS).join(', ')}.`);
    return preset as PresetName;
  }
  if (ads === undefined) return badArgument(HELP, '--preset or --ads is missing.');
  const count = Number(ads);
  if (!Number.isInteger(count) || count < 1 || count > MOST_ADS)
    badArgument(HELP, `--ads ${ads}: give a whole number from 1 to ${MOST_ADS}.`);
  return count;
}

function readNumber<Name extends 'intensity' | 'falseBridges'>(
  option: 'intensity' | 'false-bridges',
  name: Name,
  least: number,
  most: number,
): Partial<Record<Name, number>> {
  const given = values[option];
  if (given === undefined) return {};
  const number = Number(given);
  if (given.trim() === '' || !(number >= least && number <= most))
    badArgument(HELP, `--${option} ${given}: give a number from ${least} to ${most}.`);
  return { [name]: number } as Record<Name, number>;
}

function readSeed(): Pick<MarketOrder, 'seed' | 'secret'> {
  if (values.assessment) {
    if (values.seed !== undefined) badArgument(HELP, '--assessment draws a secret seed: leave --seed out.');
    return { seed: randomBytes(16).toString('hex'), secret: randomBytes(16).toString('hex') };
  }
  return { seed: values.seed ?? badArgument(HELP, '--seed is missing.') };
}

/** Ads that the order asks for, for the bar of progress. */
function total(): number {
  if (typeof order.size === 'number') return order.size;
  const jobs = order.size === 'capstone' && order.profile.family === 'services' ? CAPSTONE_JOB_ADS : 0;
  return PRESETS[order.size].ads + jobs;
}

function writeMarket(): string[] {
  for (const folder of [PUBLIC, SECRET]) orFail(makeFolder(join(out, folder)));
  const bar = new SingleBar({ format: '{bar} {value} of {total} ads', clearOnComplete: true }, Presets.shades_classic);
  const shown = process.stderr.isTTY;
  if (shown) bar.start(total(), 0);
  const written = new Set<string>();
  for (const { file, text, ads } of marketFiles(order)) {
    orFail(writeText(join(out, file), text, written.has(file)));
    written.add(file);
    if (shown) bar.update(ads);
  }
  if (values.moderation) for (const file of writeModeration()) written.add(file);
  if (shown) bar.stop();
  return [...written];
}

function writeModeration(): string[] {
  const documents = moderationDocuments({
    profile: order.profile,
    sites: sitesOf(order.profile, typeof order.size === 'number' ? 'field' : order.size, false).length,
    marketId: marketIdOf(order),
    seed: order.seed,
    from: addMinutes(order.until, -MARKET_DAYS * 24 * 60),
  });
  const files = {
    [`${PUBLIC}/moderation.json`]: documents.public,
    [`${SECRET}/moderation-truth.json`]: documents.truth,
  };
  for (const [file, document] of Object.entries(files))
    orFail(writeText(join(out, file), `${JSON.stringify(document, null, 2)}\n`));
  return Object.keys(files);
}

try {
  const files = writeMarket();
  const written = {
    marketId: marketIdOf(order),
    ads: total(),
    market: join(out, PUBLIC, 'market.json'),
    truth: join(out, SECRET, 'ground-truth.json'),
    files,
  };
  if (values.json) printJson(written, 0);
  else
    printLines(
      `${written.ads} ads, market ${written.marketId}`,
      ...files.map((file) => oneLine(join(out, file))),
      `Hand out ${PUBLIC}/ alone, and keep ${SECRET}/ until the scores are in.`,
    );
} catch (error) {
  if (error instanceof MarketTooSmallError) badArgument(HELP, `--prevalence ${order.prevalence}: ${error.message}`);
  throw error;
}
