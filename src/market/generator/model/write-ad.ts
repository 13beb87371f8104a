import { addMinutes, fromEpoch } from '#kernel/model/instant.ts';
import { type Family, WITHHELD_SIGNS } from '#market/ads/model/families.ts';
import type { Ad, AdVersion, FieldName } from '#market/ads/model/market.ts';
import { houseAt, sectorAt } from './_internal/ad-writer.ts';
import { maskOf } from './drawn-bits.ts';
import { type DrawnMarket, familyAt, HOURS_OF_A_MONTH } from './drawn-market.ts';
import { EMPTY, FLAG } from './market-columns.ts';
import { phoneNumber } from './phone-number.ts';
import { recordsAt } from './records-at.ts';
import { oldPhoneNumber, ownNumber, type TraceSource, traceNumber } from './trace-number.ts';

/** Number of the first ad of a market; a list that began with 1 would look unreal. */
const FIRST_ID = 301;

/** The public id of the ad at a place of the columns. */
export const adId = ({ size, indexAt }: Pick<DrawnMarket, 'size' | 'indexAt'>, at: number): string =>
  adIdOf(size, indexAt(at));

/** The public id of the ad at an index: its number, with as many digits as a market of the size needs, at least four. */
export function adIdOf(size: number, index: number): string {
  const number = String(FIRST_ID + index);
  const missing = Math.max(MIN_DIGITS, digitsIn(FIRST_ID + size)) - number.length;
  return missing > 0 ? '0'.repeat(missing) + number : number;
}

const MIN_DIGITS = 4;

function digitsIn(number: number): number {
  let digits = 1;
  for (let power = 10; power <= number; power *= 10) digits += 1;
  return digits;
}

const MINUTE = 60;

/** An ad under construction: optional parts are added one by one. */
type Unfinished = { -readonly [Part in keyof Ad]: Ad[Part] };

/** The public ad at a place of a drawn market: what its page shows, and nothing that reveals the actor. */
export function writeAd(drawn: DrawnMarket, at: number): Ad {
  const { columns, order, sites } = drawn;
  if (at < 0 || at >= drawn.count) throw new RangeError(`There is no ad number ${at} in market ${drawn.marketId}.`);
  const id = adId(drawn, at);
  const index = drawn.indexAt(at);
  const site = (sites[columns.site[at] as number] as { id: string }).id;
  const epoch = drawn.fromEpoch + (columns.posted[at] as number);
  const postedAt = fromEpoch(epoch);
  const account = `a-${ownNumber(drawn, 'account', columns.persona[at] as number)}`;
  const withheld = columns.withheld[at] as number;
  if (withheld > 0) {
    const facts = order.lexicon.withheld[WITHHELD_SIGNS[withheld - 1] as string] ?? [];
    return { id, site, title: '', account, postedAt, renewals: 0, versions: [], withheld: { facts } };
  }
  const flags = columns.flags[at] as number;
  const fields = fieldsOf(drawn, at, account, columns.percent[at] as number);
  const { title, sentences } = drawn.write(at);
  const version: AdVersion = { from: postedAt, sentences, fields };
  const isEdited = (flags & FLAG.edited) !== 0 && fields.price !== undefined;
  const versions = isEdited ? editedVersions(drawn, at, index, version, epoch) : [version];
  const renewals = columns.renewals[at] as number;
  const ad: Unfinished = { id, site, title, account, postedAt, renewals, versions };
  if ((flags & FLAG.mirrored) !== 0) ad.copied = true;
  if ((flags & FLAG.deleted) !== 0)
    ad.removedAt = addMinutes(order.until, 60 + (numberOf(drawn, 'removal', index) % 97) * 60);
  return ad;
}

/** A number for a choice that no column holds. */
const numberOf = (drawn: DrawnMarket, use: string, thing: number) => drawn.version.spread(drawn, use, thing);

/** An edited ad had another price in its first hour; a copy keeps the version that was copied. */
function editedVersions(drawn: DrawnMarket, at: number, index: number, version: AdVersion, epoch: number): AdVersion[] {
  const price = priceOf(
    drawn,
    at,
    80 + (((drawn.columns.percent[at] as number) * 7 + numberOf(drawn, 'first price', index)) % 55),
  );
  const editedAt = fromEpoch(epoch + MINUTE * (5 + (numberOf(drawn, 'edit', index) % 50)));
  return [
    { ...version, fields: { ...version.fields, price } },
    { ...version, from: editedAt },
  ];
}

const HOURS = maskOf('services', 'always-available');
const HIDDEN = maskOf('services', 'obscured-phone');
const VAGUE: Readonly<Record<Family, number>> = {
  services: 0,
  jobs: maskOf('jobs', 'lj-vague-employer'),
  social: maskOf('social', 'lj-vague-employer'),
};

/** The fields that the page shows. */
function fieldsOf(
  drawn: DrawnMarket,
  at: number,
  account: string,
  percent: number,
): Partial<Record<FieldName, string>> {
  const { columns, order } = drawn;
  const { lexicon, profile } = order;
  const family = familyAt(columns, at);
  const isService = family === 'services';
  const empty = columns.empty[at] as number;
  const persona = columns.persona[at] as number;
  const shown = columns.shown[at] as number;
  const flags = columns.flags[at] as number;
  const town = columns.town[at] as number;
  const shownTown = (flags & FLAG.wrongTown) !== 0 ? (town + 1) % profile.towns.length : town;
  // Fields that every ad has come first: objects with the same initial shape are created faster.
  const fields: Partial<Record<FieldName, string>> = isService
    ? {
        town: (profile.towns[shownTown] as { name: string }).name,
        price: priceOf(drawn, at, percent),
        phone: (shown & HIDDEN) !== 0 ? lexicon.site.hiddenNumber : phoneOf(drawn, at),
        account,
        gender: lexicon.genders[columns.gender[at] as number] as string,
      }
    : {
        town: (profile.towns[shownTown] as { name: string }).name,
        sector: sectorAt(drawn, at),
        pay: payOf(drawn, at, percent),
        phone: phoneOf(drawn, at),
        account,
      };
  if ((empty & EMPTY.languages) === 0) fields.languages = profile.languages[columns.language[at] as number] as string;
  if ((empty & EMPTY.origin) === 0) fields.origin = lexicon.origins[columns.origin[at] as number] as string;
  if ((empty & EMPTY.picture) === 0) fields.picture = pictureOf(drawn, at);
  if ((empty & EMPTY.payment) === 0) fields.payment = `$sim-${traceNumber(drawn, 'handle', at)}`;
  if (!isService) {
    if (((columns.said[at] as number) & VAGUE[family]) === 0) fields.employer = houseAt(drawn, at);
    return fields;
  }
  if ((empty & EMPTY.hours) === 0) {
    const hours = (shown & HOURS) !== 0 ? lexicon.hours.always : lexicon.hours.limited;
    fields.hours = hours[numberOf(drawn, 'hours', persona) % hours.length] as string;
  }
  if ((empty & EMPTY.room) === 0) {
    const room = traceNumber(drawn, 'room', at);
    fields.room = `R-${room}: ${lexicon.rooms[Number(room) % lexicon.rooms.length]}`;
  }
  return fields;
}

/** The phone that an ad names; a copy keeps a number that the original no longer has. */
export function phoneOf(drawn: TraceSource, at: number): string {
  const flags = drawn.columns.flags[at] as number;
  const isStale = (flags & FLAG.stale) !== 0;
  const digits = isStale
    ? oldPhoneNumber(drawn, 0, drawn.columns.persona[at] as number)
    : traceNumber(drawn, 'phone', at);
  return phoneNumber(digits, (flags & FLAG.otherFormat) !== 0 ? '-' : ' ');
}

/** The picture of an ad, as its number, and the mark on it if it has one. */
export function pictureOf(drawn: TraceSource, at: number): string {
  const picture = `pid-${traceNumber(drawn, 'picture', at)}`;
  return (drawn.columns.groups.mark[at] as number) > 0
    ? `${picture}, mark M-${traceNumber(drawn, 'mark', at)}`
    : picture;
}

/** Rounded to five SIM. A market has a few dozen prices: each is formatted once. */
function priceOf({ order, columns, prices }: DrawnMarket, at: number, percent: number): string {
  const { median } = order.profile.towns[columns.town[at] as number] as { median: number };
  const fives = Math.round((median * percent) / 500);
  prices[fives] ??= `SIM ${fives * 5}, ${order.lexicon.site.perHour}`;
  return prices[fives];
}

/** Rounded to fifty SIM. The medians of a market of services are per hour; its job ads state a month's pay. */
function payOf({ order, columns }: DrawnMarket, at: number, percent: number): string {
  const { median } = order.profile.towns[columns.town[at] as number] as { median: number };
  const month = order.profile.family === 'services' ? median * HOURS_OF_A_MONTH : median;
  const pay = Math.round((month * percent) / 5000) * 50;
  return `SIM ${pay} ${order.lexicon.site.perMonth}`;
}

/** The ad with what a lawful request would bring; a withheld card has no records. */
export function adWithRecords(drawn: DrawnMarket, at: number): Ad {
  const ad = drawn.ad(at);
  return ad.withheld ? ad : { ...ad, records: recordsAt(drawn, at) };
}
