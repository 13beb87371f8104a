import type { AdRecords } from '#market/ads/model/ad-records.ts';

/**
 * What two ads show in common, found by a reader of its own who knows nothing of how the kit does it: it gets the bytes
 * that the sites send, and the records as they came back, and compares them line by line.
 */
export function tracesBothShow(one: ReadAd, other: ReadAd): Set<string> {
  return new Set(Object.entries(ASKED).flatMap(([kind, asks]) => (asks(one, other) ? [kind] : [])));
}

/** An ad as a reader sees it: its page, and its records where requested. */
export interface ReadAd {
  readonly html: string;
  readonly records?: AdRecords | undefined;
}

type Question = (one: ReadAd, other: ReadAd) => boolean;

const valueOn = ({ html }: ReadAd, field: string) => html.split(`<dd id="f-${field}">`)[1]?.split('</dd>')[0] ?? '';

/** True where the values of a field hold the same code, such as `R-0417`. */
const sameCode =
  (field: string, code: RegExp): Question =>
  (one, other) => {
    const [found] = valueOn(one, field).match(code) ?? [];
    return found !== undefined && found === valueOn(other, field).match(code)?.[0];
  };

const some = <Value>(values: readonly Value[] | undefined, isIn: readonly Value[] | undefined) =>
  (values ?? []).some((value) => (isIn ?? []).includes(value));

const numberOf = (text: string) => [...text].filter((sign) => sign >= '0' && sign <= '9').join('');

function phonesOf(ad: ReadAd): string[] {
  const shown = valueOn(ad, 'phone');
  const all = [...(shown.startsWith('▒') ? [] : [shown]), ...(ad.records?.phones ?? [])];
  return all.map(numberOf).filter((digits) => digits !== '');
}

/** The words of the sentences on a page, one blank between them: each on a line of its own, or all in one paragraph. */
function wordsOf({ html }: ReadAd): string[] {
  const items = html.split(/<(?:li|span) id="s/).slice(1);
  const text = items.map((item) => item.slice(item.indexOf('>') + 1, item.indexOf('</'))).join(' ');
  const plain = text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return plain
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(Boolean);
}

const read = new Map<string, string[]>();

function fiveByFive(ad: ReadAd): string[] {
  const known = read.get(ad.html);
  if (known) return known;
  const words = wordsOf(ad);
  const runs: string[] = [];
  read.set(ad.html, runs);
  for (let end = 5; end <= words.length; end++) {
    const run = words.slice(end - 5, end).join(' ');
    if (!runs.includes(run)) runs.push(run);
  }
  return runs;
}

/** Six of ten runs of five words are the same, counted over the text that has more of them. */
const sameText: Question = (one, other) => {
  const [few = [], many = []] = [fiveByFive(one), fiveByFive(other)].sort((a, b) => a.length - b.length);
  const both = few.filter((run) => many.includes(run)).length;
  return many.length > 0 && both * 10 >= many.length * 6;
};

/** All runs of three towns, as a traveller would name them. */
const journeys = ({ records }: ReadAd) => {
  const towns = records?.route.map(({ town }) => town) ?? [];
  return towns.slice(2).map((last, n) => `${towns[n]}, then ${towns[n + 1]}, then ${last}`);
};

const paidBy = ({ records }: ReadAd) => records && [records.payer, records.fees];

const receivers = ({ records }: ReadAd) => records && [records.wallet, ...records.ledger.map(({ to }) => to)];

const ASKED: Readonly<Record<string, Question>> = {
  'shared-phone': (one, other) => some(phonesOf(one), phonesOf(other)),
  'same-room': sameCode('room', /R-\d+/),
  'shared-image-id': sameCode('picture', /pid-\d+/),
  'repeated-mark': sameCode('picture', /mark M-\d+/),
  'shared-payment-handle': sameCode('payment', /\$sim-[\w-]+/),
  'same-account': sameCode('account', /.+/),
  'template-text': sameText,
  'rs-mass-identical-offers': sameText,
  'shared-account-or-payer': (one, other) => some(paidBy(one), paidBy(other)),
  'bulk-ad-fees': ({ records: one }, { records: other }) => one !== undefined && one.fees === other?.fees,
  'shared-device-tag': ({ records: one }, { records: other }) =>
    one !== undefined && one.account.device === other?.account.device,
  'posting-sync': ({ records: one }, { records: other }) => some(one?.renewals.at, other?.renewals.at),
  'shared-circuit': (one, other) => some(journeys(one), journeys(other)),
  'group-arrival': ({ records: one }, { records: other }) =>
    (one?.route ?? []).some((stop) =>
      other?.route.some(({ town, from }) => town === stop.town && from.split('T')[0] === stop.from.split('T')[0]),
    ),
  'account-burst': ({ records: one }, { records: other }) => {
    if (!one || !other) return false;
    const [first, second] = [one, other].map(({ account }) => Date.parse(account.createdAt)).sort((a, b) => a - b);
    return (second as number) - (first as number) <= 60 * 60 * 1000;
  },
  'collector-account': (one, other) => some(receivers(one), receivers(other)),
};

/** All kinds of traces that the reader looks for. */
export const LOOKED_FOR: readonly string[] = Object.keys(ASKED);
