import { DAY } from '#kernel/model/instant.ts';
import { shuffle } from '#kernel/model/rng.ts';
import { ACTOR_TYPES } from '#market/ads/model/actor-types.ts';
import { assignMasters } from './assign-masters.ts';
import { pickSite, siteWeights } from './choose-site.ts';
import { copyToMirror } from './copy-to-mirror.ts';
import type { DistrictDraws } from './district-draws.ts';
import { drawFlags, drawPercent, PRICE_BIT, townOf } from './draw-ad.ts';
import type { Unit } from './draw-units.ts';
import { FAMILY_NUMBERS, MARKET_DAYS, type PlacedDistrict, TONES, type Undrawn } from './drawn-market.ts';
import { dropContradictions } from './drop-contradictions.ts';
import { EXCLUSIONS } from './exclusions.ts';
import type { MarketColumns } from './market-columns.ts';
import type { PlannedActor } from './plan-actors.ts';
import { renewalsOf } from './renewal-habit.ts';
import { authorsOf } from './text-authors.ts';
import { alignTowns, groupOfEach, shareTexts, writeGroups } from './unit-groups.ts';

/**
 * Writes the rows of a district. Actors come in an order that tells nothing (`plan-personas.ts`); personas and groups get
 * numbers in another such order; and places are those of a permutation of the whole market under a key. The ads of a
 * persona are posts of one master text, in the order of time. Each kind of value has a stream of draws of its own.
 */
export function placeAds(market: Undrawn, district: PlacedDistrict, draws: DistrictDraws): void {
  const { columns, order, sites, keys } = market;
  const { profile, lexicon, planting } = order;
  const { from, to, family, firstActor, preset, actors, units: drawnUnits, groups, copies } = district;
  const { units, first } = drawnUnits;
  const places = Uint32Array.from({ length: to - from }, (_, n) => market.atRow(from + n));
  alignTowns(groups, drawnUnits);
  const roomOf = groupOfEach('room', groups, units.length);
  const arrivalOf = groupOfEach('arrival', groups, units.length);
  const numbers = personaNumbers(units.length, from, draws);
  const authors = authorsOf(drawnUnits, 0, draws('authors')).map((unit) => numbers[unit] as number);
  const familyNumber = FAMILY_NUMBERS.indexOf(family);
  const isPay = family !== 'services';
  const weights = siteWeights(sites, family === 'jobs' && profile.family === 'services');
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const event = family === profile.family ? profile.event : undefined;
  const eventTown = profile.towns.findIndex(({ name }) => name === event?.town);
  const of = {
    site: draws('sites'),
    name: draws('labels: name'),
    other: draws('labels: other name'),
    origin: draws('labels: origin'),
    gender: draws('labels: gender'),
    language: draws('labels: language'),
    posted: draws('times'),
    percent: draws('prices'),
    town: draws('journeys'),
    flags: draws('events of an ad'),
  };
  const firstRowOf = new Uint32Array(units.length + 1);
  const rows: number[] = [];
  let row = 0;

  for (let actor = 0; actor < actors.length; actor++) {
    const { type, tone } = actors[actor] as PlannedActor;
    const typeNumber = ACTOR_TYPES.indexOf(type);
    const toneNumber = tone === undefined ? 0 : 1 + TONES.indexOf(tone);
    const ends = first[actor + 1] as number;
    for (let at = first[actor] as number; at < ends; at++) {
      firstRowOf[at] = row;
      placePersona(units[at] as Unit, at, actor, typeNumber, toneNumber);
    }
  }
  firstRowOf[units.length] = row;
  const listed = [...groups];
  shuffle(listed, draws('order of groups'));
  writeGroups(market, listed, rows, firstRowOf, from, numbers);
  shareTexts(columns, byTime(columns, rows));
  dropContradictions(columns, family, rows, EXCLUSIONS);
  assignMasters(market, family, rows);
  const habitOf = keys.of('habit of renewals');
  const renewalOf = keys.of('renewals of an ad');
  for (const place of rows) {
    const daysLeft = MARKET_DAYS - (columns.posted[place] as number) / DAY;
    const habit = habitOf(columns.author[place] as number, 0, 0) >>> 0;
    columns.renewals[place] = renewalsOf(habit, renewalOf(market.indexAt(place), 0, 0) >>> 0, daysLeft);
  }
  const mirror = sites.findIndex((site) => site.mirrorOf !== undefined);
  copyToMirror(columns, rows, places.subarray(row), mirror, copies, planting, draws('copies'));

  /** Places the posts of one persona: one master text, one price before edits, and times that rise. */
  function placePersona(unit: Unit, at: number, actor: number, typeNumber: number, toneNumber: number): void {
    const site = pickSite(weights, weight, of.site);
    const name = of.name.int(lexicon.names.length);
    const other = (name + 1 + of.other.int(lexicon.names.length - 1)) % lexicon.names.length;
    const origin = of.origin.int(lexicon.origins.length);
    const gender = of.gender.int(lexicon.genders.length);
    const language = of.language.int(profile.languages.length);
    const isLow = (unit.shown & PRICE_BIT) !== 0;
    const moments: number[] = [];
    while (moments.length < unit.ads) moments.push(of.posted.int(MARKET_DAYS * DAY));
    if (unit.ads > 1) moments.sort((a, b) => a - b);
    const master = market.indexAt(places[row] as number);
    const percent = drawPercent(isLow, isPay, planting, of.percent);
    for (let nth = 0; nth < unit.ads; nth++) {
      const place = places[row++] as number;
      rows.push(place);
      const moment = moments[nth] as number;
      const travels = townOf(unit, moment, event, eventTown, of.town);
      columns.actor[place] = firstActor + actor;
      columns.persona[place] = numbers[at] as number;
      columns.type[place] = typeNumber;
      columns.tone[place] = toneNumber;
      columns.purpose[place] = unit.purpose;
      columns.author[place] = authors[at] as number;
      columns.told[place] = numbers[at] as number;
      columns.family[place] = familyNumber;
      columns.said[place] = unit.said;
      columns.shown[place] = unit.shown;
      columns.name[place] = name;
      columns.other[place] = other;
      columns.origin[place] = origin;
      columns.gender[place] = gender;
      columns.language[place] = language;
      columns.empty[place] = unit.empty;
      columns.site[place] = site;
      columns.withheld[place] = unit.withheld;
      columns.master[place] = master;
      columns.nth[place] = nth;
      columns.percent[place] = percent;
      columns.posted[place] = moment;
      columns.town[place] = roomOf[at] === 0 && arrivalOf[at] === 0 ? travels : unit.town;
      columns.flags[place] = drawFlags(planting, preset, of.flags);
    }
  }
}

/** A number of the market for each persona of a district, in an order that tells nothing. */
function personaNumbers(count: number, from: number, draws: DistrictDraws): Uint32Array {
  const numbers = Uint32Array.from({ length: count }, (_, n) => from + n);
  shuffle(numbers, draws('order of personas'));
  return numbers;
}

/** Places of ads of templates from the earliest on: the one that was posted first is what the others repeat. */
const byTime = ({ posted, groups }: MarketColumns, rows: readonly number[]) =>
  rows
    .filter((place) => groups.template[place] !== 0)
    .sort((a, b) => (posted[a] as number) - (posted[b] as number) || a - b);
