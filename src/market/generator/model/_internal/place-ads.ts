import { DAY } from '#kernel/model/instant.ts';
import type { Rng } from '#kernel/model/rng.ts';
import { ACTOR_TYPES } from '#market/ads/model/actor-types.ts';
import { kindOfSite, pickSite, siteWeights } from '#market/generator/model/choose-site.ts';
import { copyToMirror } from '#market/generator/model/copy-to-mirror.ts';
import { drawFlags, drawPercent, PRICE_BIT, townOf } from '#market/generator/model/draw-ad.ts';
import type { Units } from '#market/generator/model/draw-units.ts';
import {
  FAMILY_NUMBERS,
  MARKET_DAYS,
  type PlacedDistrict,
  TONES,
  type Undrawn,
} from '#market/generator/model/drawn-market.ts';
import type { DistrictDraws } from '#market/generator/model/generator-version.ts';
import type { MarketColumns } from '#market/generator/model/market-columns.ts';
import type { PlannedActor } from '#market/generator/model/plan-actors.ts';
import { authorsOf } from '#market/generator/model/text-authors.ts';
import { alignTowns, groupOfEach, shareTexts, writeGroups } from '#market/generator/model/unit-groups.ts';

/** Renewals per ad: enough for a log to show the hours at which the advertiser renews. */
const MIN_RENEWALS = 3;
const MAX_RENEWALS = 12;

/**
 * Writes the rows of a district. Their places are those of a permutation of the whole market under a key: neither index
 * nor id reveals anything, not even which ads stand in one district.
 */
export function placeAds(
  market: Undrawn,
  { from, to, family, firstActor, preset, actors, units: { units, first }, groups, copies }: PlacedDistrict,
  draws: DistrictDraws,
): void {
  const { columns, order, sites } = market;
  const { profile, lexicon, planting } = order;
  const places = Uint32Array.from({ length: to - from }, (_, n) => market.atRow(from + n));
  alignTowns(groups, { units, first });
  const roomOf = groupOfEach('room', groups, units.length);
  const arrivalOf = groupOfEach('arrival', groups, units.length);
  const authors = authorsOf({ units, first }, from, draws('authors'));
  const kinds = sites.map(kindOfSite);
  const firstRowOf = new Uint32Array(units.length + 1);
  const familyNumber = FAMILY_NUMBERS.indexOf(family);
  const isPay = family !== 'services';
  const names = lexicon.names.length;
  const isJobPart = family === 'jobs' && profile.family === 'services';
  const weights = siteWeights(sites, isJobPart);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const mirror = sites.findIndex((site) => site.mirrorOf !== undefined);
  const noise = draws('noise');
  const labels = draws('labels');
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
    const typeNumber = ACTOR_TYPES.indexOf(actorType);
    const toneNumber = tone === undefined ? 0 : 1 + TONES.indexOf(tone);
    const begins = first[actor] as number;
    const ends = first[actor + 1] as number;
    for (let at = begins; at < ends; at++) {
      const unit = units[at] as Units['units'][number];
      const name = labels.int(names);
      const origin = labels.int(lexicon.origins.length);
      const gender = labels.int(lexicon.genders.length);
      const language = labels.int(profile.languages.length);
      const site = pickSite(weights, weight, noise);
      firstRowOf[at] = row;
      for (let n = 0; n < unit.ads; n++) {
        const place = places[row++] as number;
        rows.push(place);
        actorOf[place] = firstActor + actor;
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
        flags[place] = drawFlags(planting, preset, noise);
      }
    }
    nameOthers(columns, rows, firstRow, row, labels, names);
  }
  firstRowOf[units.length] = row;
  writeGroups(market, groups, rows, firstRowOf, from);
  shareTexts(columns, rows);
  copyToMirror(columns, rows, places.subarray(row), mirror, copies, planting, noise);
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
