import { DAY } from '#kernel/model/instant.ts';
import { type Rng, UINT32_RANGE } from '#kernel/model/rng.ts';
import { ACTOR_TYPES, type ActorType } from '#market/ads/model/actor-types.ts';
import type { Family } from '#market/ads/model/families.ts';
import type { Site } from '#market/ads/model/schemas.ts';
import { type DrawnMarket, FAMILY_NUMBERS, MARKET_DAYS, TONES } from '#market/generator/model/drawn-market.ts';
import type { PlannedActor, PresetName } from '#market/generator/model/plan-actors.ts';
import { TEXT_KINDS, type TextKind } from '#market/text/model/kinds-of-text.ts';
import { copyToMirror } from './copy-to-mirror.ts';
import { drawFlags, drawPercent, townOf } from './draw-ad.ts';
import type { Units } from './draw-units.ts';
import type { MarketColumns } from './market-columns.ts';
import type { TraceGroup } from './share-traces.ts';
import { authorsOf } from './text-authors.ts';
import { alignTowns, groupOfEach, shareTexts, writeGroups } from './unit-groups.ts';

/** Renewals per ad: enough for a log to show the hours at which the advertiser renews. */
const MIN_RENEWALS = 3;
const MAX_RENEWALS = 12;

/** A market before its districts are drawn. */
export type Undrawn = Omit<DrawnMarket, 'districts' | 'write' | 'ad' | 'placesOf'>;

/** The random streams of one district, one for each use. */
export interface Draws {
  readonly actors: Rng;
  readonly facts: Rng;
  readonly shared: Rng;
  readonly neutral: Rng;
  readonly labels: Rng;
  readonly authors: Rng;
  readonly noise: Rng;
}

/** The rows of a district: where they stand in the market's list, `market.places` says. */
export interface AdRange {
  readonly from: number;
  readonly to: number;
  readonly family: Family;
  readonly firstActor: number;
  readonly preset: PresetName | undefined;
}

/**
 * Writes the rows of a district. Their places are those of a permutation of the whole market under a key: neither index
 * nor id reveals anything, not even which ads stand in one district.
 */
export function placeAds(
  market: Undrawn,
  extent: AdRange,
  actors: readonly PlannedActor[],
  { units, first }: Units,
  groups: readonly TraceGroup[],
  copies: number,
  draws: Draws,
): void {
  const { columns, order, sites } = market;
  const { profile, lexicon, planting } = order;
  const { from, to, family } = extent;
  const places = Uint32Array.from({ length: to - from }, (_, n) => market.atRow(from + n));
  alignTowns(groups, { units, first });
  const roomOf = groupOfEach('room', groups, units.length);
  const arrivalOf = groupOfEach('arrival', groups, units.length);
  const authors = authorsOf({ units, first }, from, draws.authors);
  const kinds = sites.map(({ type }) => TEXT_KINDS.indexOf(KIND_OF_SITE[type]));
  const firstRowOf = new Uint32Array(units.length + 1);
  const familyNumber = FAMILY_NUMBERS.indexOf(family);
  const isPay = family !== 'services';
  const names = lexicon.names.length;
  const isJobPart = family === 'jobs' && profile.family === 'services';
  const weights = siteWeights(sites, isJobPart);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const mirror = sites.findIndex((site) => site.mirrorOf !== undefined);
  const noise = draws.noise;
  const {
    actor: actorOf,
    persona: personaOf,
    type,
    tone: toneOf,
    kind: kindOf,
    author: authorOf,
    told,
    family: familyOf,
    said,
    shown,
    name: nameOf,
    origin: originOf,
  } = columns;
  const { gender: genderOf, language: languageOf, empty: emptyOf, site: siteOf, withheld, text } = columns;
  const { percent, posted, town, renewals, flags } = columns;
  const firstPersona = from;
  const event = family === profile.family ? profile.event : undefined;
  const eventTown = profile.towns.findIndex(({ name }) => name === event?.town);
  const rows: number[] = [];
  let row = 0;

  for (let actor = 0; actor < actors.length; actor++) {
    const firstRow = row;
    const { type: actorType, tone } = actors[actor] as PlannedActor;
    const typeNumber = TYPE_NUMBERS[actorType];
    const toneNumber = tone === undefined ? 0 : 1 + TONES.indexOf(tone);
    const begins = first[actor] as number;
    const ends = first[actor + 1] as number;
    for (let at = begins; at < ends; at++) {
      const unit = units[at] as Units['units'][number];
      const name = draws.labels.int(names);
      const origin = draws.labels.int(lexicon.origins.length);
      const gender = draws.labels.int(lexicon.genders.length);
      const language = draws.labels.int(profile.languages.length);
      const site = pick(weights, weight, noise);
      firstRowOf[at] = row;
      for (let n = 0; n < unit.ads; n++) {
        const place = places[row++] as number;
        rows.push(place);
        actorOf[place] = extent.firstActor + actor;
        personaOf[place] = firstPersona + at;
        type[place] = typeNumber;
        toneOf[place] = toneNumber;
        kindOf[place] = kinds[site] as number;
        authorOf[place] = authors[at] as number;
        told[place] = firstPersona + at;
        familyOf[place] = familyNumber;
        said[place] = unit.said;
        shown[place] = unit.shown;
        nameOf[place] = name;
        originOf[place] = origin;
        genderOf[place] = gender;
        languageOf[place] = language;
        emptyOf[place] = unit.empty;
        siteOf[place] = site;
        withheld[place] = unit.withheld;
        text[place] = market.indexAt(place);
        percent[place] = drawPercent((unit.shown & PRICE_BIT) !== 0, isPay, planting, noise);
        const moment = noise.int(MARKET_DAYS * DAY);
        posted[place] = moment;
        const travels = townOf(unit, moment, event, eventTown, noise);
        town[place] = roomOf[at] === 0 && arrivalOf[at] === 0 ? travels : unit.town;
        renewals[place] = MIN_RENEWALS + noise.int(MAX_RENEWALS - MIN_RENEWALS + 1);
        flags[place] = drawFlags(planting, extent.preset, noise);
      }
    }
    nameOthers(columns, rows, firstRow, row, draws.labels, names);
  }
  firstRowOf[units.length] = row;
  writeGroups(market, groups, rows, firstRowOf, from);
  shareTexts(columns, rows);
  copyToMirror(columns, rows, places.subarray(row), mirror, copies, planting, noise);
}

/** What kind of text the sites of a type hold. */
const KIND_OF_SITE: Readonly<Record<Site['type'], TextKind>> = {
  classifieds: 'classified',
  services: 'profile',
  massage: 'profile',
  aggregator: 'profile',
  'buyer-board': 'reply',
  'job-board': 'offer',
  social: 'post',
};

const TYPE_NUMBERS = Object.fromEntries(ACTOR_TYPES.map((type, n) => [type, n])) as Record<ActorType, number>;

/** The first bit that a plan shows is its price or pay. */
const PRICE_BIT = 1;

function siteWeights(sites: readonly Site[], isJobPart: boolean): readonly number[] {
  return sites.map((site) => {
    if (isJobPart) return site.type === 'job-board' ? 1 : 0;
    return site.mirrorOf === undefined ? site.share : 0;
  });
}

function pick(weights: readonly number[], total: number, rng: Rng): number {
  let draw = (rng.next() / UINT32_RANGE) * total;
  for (let n = 0; n < weights.length; n++) {
    draw -= weights[n] as number;
    if (draw < 0) return n;
  }
  return 0;
}

/** The second name of an ad is random: it links the ad to no other ad. */
function nameOthers(
  columns: MarketColumns,
  rows: readonly number[],
  from: number,
  to: number,
  labels: Rng,
  names: number,
) {
  for (let n = from; n < to; n++) {
    const place = rows[n] as number;
    const before = n > from ? (rows[n - 1] as number) : place;
    const isSame = before !== place && columns.persona[before] === columns.persona[place];
    const own = columns.name[place] as number;
    columns.other[place] = isSame ? (columns.other[before] as number) : (own + 1 + labels.int(names - 1)) % names;
  }
}
