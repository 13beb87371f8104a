import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import { keyedStream } from '#kernel/model/keyed-stream.ts';
import type { IndexedRng } from '#kernel/model/rng.ts';
import type { AdRecords, LedgerEntry } from '#market/ads/model/ad-records.ts';
import type { GroupedTrace } from '#market/ads/model/families.ts';
import type { Ad } from '#market/ads/model/market.ts';
import { bitOf } from './drawn-bits.ts';
import { type DrawnMarket, MARKET_DAYS, type RecordStory } from './drawn-market.ts';
import { FLAG } from './market-columns.ts';
import { phoneNumber } from './phone-number.ts';
import { createPick } from './picks.ts';
import { oldPhoneNumber, ownNumber, traceNumber } from './trace-number.ts';

/** Key of the lexicon's notes that show nothing. */
const NOTHING = 'none';

const DAY_MINUTES = 24 * 60;

/** What the records of an ad are drawn for. */
type RecordUse =
  | 'account'
  | 'renewals'
  | 'tool'
  | 'payout'
  | 'notes'
  | 'contacts'
  | 'consent'
  | 'phones'
  | 'route'
  | 'money'
  | 'moderation';

/** Records that belong to one post; all others belong to its persona and are the same in each of its ads. */
const OF_ONE_POST: ReadonlySet<RecordUse> = new Set(['renewals', 'route', 'moderation']);

/** The ad with what a lawful request would bring; a withheld card has no records. */
export function adWithRecords(drawn: DrawnMarket, at: number): Ad {
  const ad = drawn.ad(at);
  return ad.withheld ? ad : { ...ad, records: recordsAt(drawn, at) };
}

/** The records of the ad at a place. Pure: drawn from the market and the place, on demand. */
export function recordsAt(drawn: DrawnMarket, at: number): AdRecords {
  const { columns, from, order } = drawn;
  const { lexicon, profile } = order;
  const persona = columns.persona[at] as number;
  const draws = (use: RecordUse): IndexedRng => {
    const own = streamOf(drawn, `record of ${use}`);
    own.startAt(OF_ONE_POST.has(use) ? drawn.indexAt(at) : persona);
    return own;
  };
  const name = lexicon.names[columns.name[at] as number] as string;
  const other = lexicon.names[columns.other[at] as number] as string;
  const shows = (id: string) => bitOf(drawn, at, id);
  const shared = (trace: GroupedTrace) => sharedDraws(drawn, columns.groups[trace][at] as number, persona, trace);

  const burst = shared('burst');
  const story = drawn.recordStory(at);
  const createdAt = addMinutes(from, shows('account-burst') ? newAccount() : accountAge(story, draws('account')));
  const renewals = renewalsOf(drawn, at, draws, shared('sync'), story.restDays);
  const wallet = `$sim-w${ownNumber(drawn, 'wallet', persona)}`;
  const payoutName =
    shows('pay-to-other-name') || (!shows('own-payout') && draws('payout').int(3) === 0) ? other : name;
  const noteIds = ['scripted-replies', 'other-person-answers', 'buyer-report-control'].filter((id) => shows(id));
  const pickNote = createPick(draws('notes'));
  const noted = [...noteIds, ...story.noted];
  const notes = (noted.length > 0 ? noted : [NOTHING]).map((id) => pickNote(notesOf(id) ?? notesOf(NOTHING) ?? ['']));
  const contactIds = ['rs-targets-hardship', 'rs-romance-to-work'].filter((id) => shows(id));

  return {
    account: {
      createdAt,
      device: `dev-${traceNumber(drawn, 'device', at)}`,
      address: `192.0.2.${1 + (Number(traceNumber(drawn, 'device', at)) % 254)}`,
    },
    phones: phonesOf(drawn, at, shows('phone-churn'), draws('phones')),
    payer: `payer-${traceNumber(drawn, 'payer', at)}`,
    fees: `payer-${traceNumber(drawn, 'fees', at)}`,
    renewals,
    route: routeOf(drawn, at, draws('route'), shared('circuit')),
    notes,
    wallet,
    payoutName,
    ledger: ledgerOf(drawn, at, wallet, draws('money')),
    ...(shows('consent-record-fresh') && {
      consent: { dated: addMinutes(from, draws('consent').int(20 * DAY_MINUTES)), inPerson: true },
    }),
    ...(contactIds.length > 0 && { contacts: contactsOf(draws('contacts')) }),
    moderation: moderationOf(drawn, at, draws('moderation')),
  };

  function contactsOf(own: IndexedRng): string[] {
    const pick = createPick(own);
    return contactIds.map((id) => pick(notesOf(id) ?? ['']));
  }

  function notesOf(id: string): readonly string[] | undefined {
    return story.notes.get(id);
  }

  /** Accounts of a group are opened within an hour, in the week before the market begins. */
  function newAccount(): number {
    const day = burst.int(7 * DAY_MINUTES) - 8 * DAY_MINUTES;
    return day + draws('account').int(50);
  }

  /** Ads that share an arrival start on one day in the town of the ad; ads that share a circuit have the same stops. */
  function routeOf(market: DrawnMarket, place: number, own: IndexedRng, together: IndexedRng) {
    const towns = profile.towns;
    const town = (number: number) => (towns[number % towns.length] as { name: string }).name;
    const here = market.columns.town[place] as number;
    const days = Math.floor((market.columns.posted[place] as number) / 86_400);
    const on = (day: number) => addMinutes(from, day * DAY_MINUTES);
    const inCircuit = shows('shared-circuit');
    const stopDraws = inCircuit ? together : own;
    const start = inCircuit ? stopDraws.int(towns.length) : here;
    const stops = inCircuit ? 3 : 1 + stopDraws.int(2);
    // The day of an arrival says nothing about when an ad was posted.
    const arrival = shows('group-arrival') ? [{ town: town(here), from: on(shared('arrival').int(MARKET_DAYS)) }] : [];
    const route = Array.from({ length: stops }, (_, n) => ({
      town: town(start + n * (1 + stopDraws.int(towns.length - 1))),
      from: on(days + (n + arrival.length) * 6 + own.int(2)),
    }));
    return [...arrival, ...route];
  }
}

/** Minutes before the market begins at which an account was opened: some weeks to a year, or years. */
function accountAge({ isOldAccount }: RecordStory, own: IndexedRng): number {
  const days = isOldAccount ? 500 + own.int(2000) : 9 + own.int(350);
  return -days * DAY_MINUTES + own.int(DAY_MINUTES);
}

const streams = new WeakMap<DrawnMarket, Map<string, IndexedRng>>();

/** The stream of the market for one use, cached. */
function streamOf(drawn: DrawnMarket, use: string): IndexedRng {
  const known = streams.get(drawn) ?? new Map<string, IndexedRng>();
  streams.set(drawn, known);
  const rng = known.get(use) ?? keyedStream(drawn.order.seed, use);
  known.set(use, rng);
  return rng;
}

/** Draws shared by all members of a group; those of the persona if nothing is shared. */
function sharedDraws(drawn: DrawnMarket, group: number, persona: number, trace: string): IndexedRng {
  const rng = streamOf(drawn, `records ${trace}`);
  rng.startAt(group > 0 ? drawn.size + group : persona);
  return rng;
}

/**
 * Renewal times between the posting and the end of the market, during the day; around the clock if that sign is shown.
 * Ads that are renewed in the same minute use times drawn for all of them, late enough for nearly every ad.
 */
function renewalsOf(
  drawn: DrawnMarket,
  at: number,
  draws: (use: RecordUse) => IndexedRng,
  together: IndexedRng,
  restDays: readonly number[],
) {
  const own = draws('renewals');
  const count = drawn.columns.renewals[at] as number;
  const allHours = bitOf(drawn, at, 'round-clock-posting');
  const isSync = bitOf(drawn, at, 'posting-sync');
  const posted = Math.floor((drawn.columns.posted[at] as number) / 60);
  const end = MARKET_DAYS * DAY_MINUTES + 50;
  // 1970-01-01 was a Thursday, the fourth day of a week.
  const weekday = (minute: number) => (Math.floor(drawn.fromEpoch / 86_400 + minute / DAY_MINUTES) + 3) % 7;
  const minutes = Array.from({ length: count }, (_, n) => {
    const shared = end - 1 - ((n * DAY_MINUTES + together.int(DAY_MINUTES)) >> 1);
    const alone = posted + 1 + own.int(Math.max(1, end - posted - 1));
    if (isSync && shared > posted) return shared;
    return allHours ? alone : onWorkingDay(byDay(alone, posted, end), posted, end, weekday, restDays);
  }).sort((a, b) => a - b);
  return {
    at: minutes.map((minute) => addMinutes(drawn.from, minute)),
    byTool: !allHours && draws('tool').int(5) === 0,
  };
}

/** Moves the time to the next day on which the persona works, or to the last one before, between posting and end. */
function onWorkingDay(
  minute: number,
  posted: number,
  end: number,
  weekday: (minute: number) => number,
  restDays: readonly number[],
): number {
  for (const step of [DAY_MINUTES, -DAY_MINUTES])
    for (let moved = minute; moved > posted && moved < end; moved += step)
      if (!restDays.includes(weekday(moved))) return moved;
  return minute;
}

/** Moves the time to between 8 and 20 h after midnight of the same day, if that lies between posting and end. */
function byDay(minute: number, posted: number, end: number): number {
  const ofDay = minute % DAY_MINUTES;
  const moved = minute - ofDay + (ofDay >> 1);
  return moved > posted && moved < end ? moved : minute;
}

function phonesOf(drawn: DrawnMarket, at: number, churns: boolean, rng: IndexedRng): string[] {
  const earlier = churns ? 2 + rng.int(2) : rng.int(8) === 0 ? 1 : 0;
  const persona = drawn.columns.persona[at] as number;
  const numbers = Array.from({ length: earlier }, (_, n) => oldPhoneNumber(drawn, n, persona));
  return [...numbers, traceNumber(drawn, 'phone', at)].map((digits) => phoneNumber(digits));
}

/**
 * Ledger of about ten days: incoming payments, and where the money goes. Most stays in the wallet unless a sweep is
 * shown.
 */
function ledgerOf(drawn: DrawnMarket, at: number, wallet: string, rng: IndexedRng): LedgerEntry[] {
  const { from } = drawn;
  const account = `$sim-b${traceNumber(drawn, 'collector', at)}`;
  const swept = bitOf(drawn, at, 'earnings-swept');
  const entries: LedgerEntry[] = [];
  let held = 0;
  for (let day = 0; day < 10; day += 1 + rng.int(2)) {
    const minute = (day + 20) * DAY_MINUTES + rng.int(900);
    const sim = 5 * (16 + rng.int(25));
    entries.push({ at: addMinutes(from, minute), from: `$sim-g${1000 + rng.int(9000)}`, to: wallet, sim });
    held += sim;
    const share = swept ? 82 + rng.int(14) : rng.int(3) === 0 ? 5 + rng.int(25) : 0;
    const out = Math.round((held * share) / 500) * 5;
    if (out > 0) {
      entries.push({
        at: addMinutes(from, minute + 60 + rng.int(swept ? 900 : 4000)),
        from: wallet,
        to: account,
        sim: out,
      });
      held = swept ? 0 : held - out;
    }
  }
  return entries;
}

function moderationOf(drawn: DrawnMarket, at: number, rng: IndexedRng) {
  const { columns, from } = drawn;
  const minute = Math.floor((columns.posted[at] as number) / 60);
  const flags = columns.flags[at] as number;
  const entries: { at: Instant; action: string }[] = [];
  const [, edited] = drawn.ad(at).versions;
  if (edited) entries.push({ at: edited.from, action: 'edited' });
  if (flags & FLAG.reposted) {
    entries.push({ at: addMinutes(from, minute + 600), action: 'removed' });
    entries.push({ at: addMinutes(from, minute + 700 + rng.int(600)), action: 'posted again' });
  }
  return entries;
}
