import type { Instant } from '#kernel/model/instant.ts';
import type { Label } from '#market/ads/model/ground-truth.ts';
import type { Ad } from '#market/ads/model/market.ts';
import type { AdAround, FoundThere } from './shown.ts';

/** Renewals in the same minute are shown up to this number. */
const MOST_TIMES = 4;

/** What an ad shares with ads of other persons, and with how many; undefined where this cannot be seen clearly. */
export function sharedFact(
  { indicator, at, peers: ids }: Pick<Label, 'indicator' | 'at' | 'peers'>,
  { ad, adOf }: AdAround,
): FoundThere | undefined {
  const peers = ids.flatMap((id) => adOf(id) ?? []).filter(({ withheld }) => withheld === undefined);
  const field = /^f:(.+)$/.exec(at)?.[1];
  if (field !== undefined) return sharedField(indicator, field, ad, peers);
  switch (at) {
    case 's1':
      return sharedLine(ad, peers);
    case 'r:payer':
      return sharedText('payer', ({ records }) => records?.payer, ad, peers);
    case 'r:fees':
      return sharedText('fees', ({ records }) => records?.fees, ad, peers);
    case 'r:device':
      return sharedText('device', ({ records }) => records?.account.device, ad, peers);
    case 'r:ledger':
      return sharedText('collector', collectorOf, ad, peers);
    case 'r:account':
      return openedTogether(ad, peers);
    case 'r:renewals':
      return renewedTogether(ad, peers);
    case 'r:route':
      return indicator === 'group-arrival' ? arrivedTogether(ad, peers) : sameRoute(ad, peers);
    default:
      return undefined;
  }
}

/** The part of a field that ads share: a number without its format, a picture without its mark, a mark, a handle. */
function sharedPart(indicator: string, field: string, text: string): string | undefined {
  if (indicator === 'repeated-mark') return /mark M-\d+/.exec(text)?.[0];
  if (field === 'phone') return text.replaceAll(/\D/g, '') || undefined;
  if (field === 'picture') return /^pid-\d+/.exec(text)?.[0];
  if (field === 'payment') return /\$sim-\w+/.exec(text)?.[0];
  return text;
}

function sharedField(indicator: string, field: string, ad: Ad, peers: readonly Ad[]): FoundThere | undefined {
  const fieldOf = ({ versions }: Ad) =>
    (versions.at(-1)?.fields as Readonly<Record<string, string>> | undefined)?.[field];
  const partOf = (one: Ad) => sharedPart(indicator, field, fieldOf(one) ?? '');
  const text = fieldOf(ad);
  const others = countOthers(partOf, ad, peers);
  return text === undefined || others === 0 ? undefined : { shown: { what: 'field', field, text }, others };
}

function sharedText(
  what: 'payer' | 'fees' | 'device' | 'collector',
  textOf: (ad: Ad) => string | undefined,
  ad: Ad,
  peers: readonly Ad[],
): FoundThere | undefined {
  const text = textOf(ad);
  const others = countOthers(textOf, ad, peers);
  return text === undefined || others === 0 ? undefined : { shown: { what, text }, others };
}

/** The account that collects from the wallet. */
const collectorOf = ({ records }: Ad) => records?.ledger.find(({ from }) => from === records.wallet)?.to;

function countOthers(partOf: (ad: Ad) => string | undefined, ad: Ad, peers: readonly Ad[]): number {
  const own = partOf(ad);
  return own === undefined ? 0 : peers.filter((peer) => partOf(peer) === own).length;
}

/** The line that most of the other ads have word for word; between equals the longest. */
function sharedLine(ad: Ad, peers: readonly Ad[]): FoundThere | undefined {
  const linesOf = (one: Ad) => one.versions.at(-1)?.sentences ?? [];
  const best = linesOf(ad)
    .map((text) => ({ text, others: peers.filter((peer) => linesOf(peer).includes(text)).length }))
    .sort((a, b) => b.others - a.others || b.text.length - a.text.length)[0];
  if (!best || best.others === 0) return undefined;
  return { shown: { what: 'template', text: best.text }, others: best.others };
}

function openedTogether({ records }: Ad, peers: readonly Ad[]): FoundThere | undefined {
  const moments = [records, ...peers.map((peer) => peer.records)].flatMap((one) => one?.account.createdAt ?? []).sort();
  const [from, until] = [moments[0], moments.at(-1)];
  if (from === undefined || until === undefined || from === until) return undefined;
  return { shown: { what: 'burst', from, until }, others: moments.length - 1 };
}

function renewedTogether({ records }: Ad, peers: readonly Ad[]): FoundThere | undefined {
  const times = records?.renewals.at ?? [];
  const shares = (peer: Ad, time: Instant) => peer.records?.renewals.at.includes(time) === true;
  const together = times.filter((time) => peers.some((peer) => shares(peer, time))).slice(0, MOST_TIMES);
  const others = peers.filter((peer) => together.every((time) => shares(peer, time))).length;
  return together.length < 2 || others === 0 ? undefined : { shown: { what: 'sync', times: together }, others };
}

/** The first stop, if the others have it on the same day. */
function arrivedTogether({ records }: Ad, peers: readonly Ad[]): FoundThere | undefined {
  const [stop] = records?.route ?? [];
  if (!stop) return undefined;
  const others = peers.filter(
    ({ records: other }) =>
      other?.route[0]?.town === stop.town && other.route[0].from.slice(0, 10) === stop.from.slice(0, 10),
  ).length;
  return others === 0 ? undefined : { shown: { what: 'arrival', stops: [stop] }, others };
}

/** The stops of a tour, if the others have the same towns in the same order. */
function sameRoute({ records }: Ad, peers: readonly Ad[]): FoundThere | undefined {
  const stops = records?.route ?? [];
  const towns = (one: Ad['records']) => (one?.route ?? []).map(({ town }) => town).join(' ');
  const others = peers.filter((peer) => towns(peer.records) === towns(records)).length;
  return stops.length < 2 || others === 0 ? undefined : { shown: { what: 'route', stops }, others };
}
