import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { loadLibrary } from '#app/library/load-library.ts';
import { isInstant } from '#core/kernel/instant.ts';
import { adAt } from '#core/market/ad-at.ts';
import { generateMarket } from '#core/market/generate-market.ts';
import { MarketTooSmallError, PRESETS, type PresetName } from '#core/market/plan-actors.ts';
import { renderAd } from '#core/market/render-ad.ts';
import type { PrevalenceName } from '#core/market/schemas.ts';
import { adUrl } from '#core/market/serve-ad.ts';
import { badArgument, orFail, readArguments } from './command-line.ts';

const HELP = `Usage: npm run -s generate-market -- --profile <id> --preset <preset> --seed <text> --out <folder>
  --profile      market profile: an id from content/markets (BUY)
  --preset       size: ${Object.keys(PRESETS).join(', ')}
  --prevalence   announced share of controlled ads: CALIBRATION, NEEDLE, FIELD or PRACTICE (default PRACTICE)
  --seed         any text; the same seed gives the same market
  --until        moment in UTC at which the market is looked at (default 2031-03-12T09:00:00Z)
  --out          folder for market.json (public) and ground-truth.json (secret)
  --json         print what was written as JSON`;

const options = readArguments(HELP, () =>
  parseArgs({
    options: {
      profile: { type: 'string' },
      preset: { type: 'string' },
      prevalence: { type: 'string', default: 'PRACTICE' },
      seed: { type: 'string' },
      until: { type: 'string', default: '2031-03-12T09:00:00Z' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }),
);

const { values } = options;
const needed = (name: 'profile' | 'preset' | 'seed' | 'out'): string =>
  values[name] ?? badArgument(HELP, `--${name} is missing.`);
const library = orFail(loadLibrary(createProjectFiles(resolve(import.meta.dirname, '..'))));

const profileId = needed('profile').toUpperCase();
const profile =
  [...library.profiles.values()].find(({ id }) => id === profileId) ??
  badArgument(
    HELP,
    `--profile ${values.profile}: there is no such market profile. Known: ${[...library.profiles.keys()].join(', ')}.`,
  );
const preset = needed('preset');
if (!Object.hasOwn(PRESETS, preset))
  badArgument(HELP, `--preset ${preset}: there is no such preset. Known: ${Object.keys(PRESETS).join(', ')}.`);
const prevalence = values.prevalence.toUpperCase();
if (!Object.hasOwn(profile.prevalence, prevalence))
  badArgument(
    HELP,
    `--prevalence ${values.prevalence}: there is no such set. Known: ${Object.keys(profile.prevalence).join(', ')}.`,
  );
if (!isInstant(values.until))
  badArgument(HELP, `--until ${values.until}: write a moment in UTC such as 2031-03-12T09:00:00Z.`);
const seed = needed('seed');
const out = resolve(needed('out'));

try {
  const { market, truth } = generateMarket({
    profile,
    lexicon: library.lexicon,
    catalogue: library.catalogue,
    preset: preset as PresetName,
    prevalence: prevalence as PrevalenceName,
    seed,
    until: values.until,
  });
  const ads = market.ads.map((_, n) => {
    const ad = adAt(market, n);
    return { ...ad, text: renderAd(market, n), url: adUrl(market, ad.id) };
  });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'market.json'), `${JSON.stringify({ ...market, ads }, null, 2)}\n`);
  writeFileSync(join(out, 'ground-truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
  const written = {
    marketId: market.marketId,
    ads: ads.length,
    market: join(out, 'market.json'),
    truth: join(out, 'ground-truth.json'),
  };
  process.stdout.write(
    values.json
      ? `${JSON.stringify(written)}\n`
      : `${written.ads} ads, market ${written.marketId}\n${written.market}\n${written.truth}\n`,
  );
} catch (error) {
  if (error instanceof MarketTooSmallError) badArgument(HELP, `--prevalence ${prevalence}: ${error.message}`);
  if (error instanceof Error && 'syscall' in error) badArgument(HELP, `--out ${values.out}: ${error.message}.`);
  throw error;
}
