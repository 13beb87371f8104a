import { toEpoch } from '#kernel/model/instant.ts';
import { type Ad, type AdVersion, FIELD_NAMES, type FieldName, STORY_FIELD_NAMES } from '#market/ads/model/market.ts';

/** What an attacker makes of the open ads of a market: a number per ad in each named column. */
export type Columns = ReadonlyMap<string, Float64Array>;

/** The value of a column for an ad to which it does not apply. */
const NOTHING = -9;

/** All words of an ad as its page shows them: title and text, the fields that people fill in, comments, and first versions. */
export function pageText(ad: Ad): string {
  const { sentences, fields } = standing(ad);
  const before = ad.versions.flatMap((version) => version.sentences).filter((line) => !sentences.includes(line));
  return [
    ad.title,
    ...sentences,
    ...STORY_FIELD_NAMES.flatMap((name) => (fields[name] === undefined ? [] : [`${name}: ${fields[name]}`])),
    ...before.map((line) => `before: ${line}`),
    ...(ad.comments ?? []).map(({ text }) => `comment: ${text}`),
  ].join('\n');
}

const NO_VERSION: AdVersion = { from: '', sentences: [], fields: {} };
const standing = (ad: Ad): AdVersion => ad.versions.at(-1) ?? NO_VERSION;

/** The last number in a text without blanks and dashes; undefined if there is none. */
function numberIn(text: string | undefined): number | undefined {
  const digits = text?.replaceAll(/[ -]/g, '').match(/\d+/g)?.at(-1);
  return digits === undefined ? undefined : Number(digits);
}

const codeIn = (ad: Ad) => pageText(ad).match(/(?<!\$)\bSIM-(\d+)/i)?.[1];

/** What ads can share: on their pages, and in their records where these are known. */
function thingsOf(ad: Ad): Readonly<Record<string, string | undefined>> {
  const { fields, sentences } = standing(ad);
  const [picture, mark] = fields.picture?.split(', mark ') ?? [];
  const { records } = ad;
  const towns = records?.route.map(({ town }) => town);
  return {
    account: ad.account,
    phone: numberIn(fields.phone)?.toString(),
    room: fields.room,
    picture,
    mark,
    payment: /\$sim-\d+/.exec(fields.payment ?? '')?.[0],
    firm: fields.employer && `${fields.employer}, ${fields.sector}`,
    code: codeIn(ad),
    text: sentences.join('\n'),
    wording: letters([ad.title, ...sentences].join('\n')),
    'first two lines': sentences.length > 2 ? letters(sentences.slice(0, 2).join('\n')) : undefined,
    opening: sentences[0],
    ending: sentences.at(-1),
    title: ad.title,
    hours: fields.hours,
    ...(records && {
      device: records.account.device,
      payer: records.payer,
      fees: records.fees,
      balance: records.ledger.find(({ from }) => from === records.wallet)?.to,
      hour: records.account.createdAt.slice(0, 13),
      renewed: records.renewals.at.at(-1),
      arrival: records.route[0] && `${records.route[0].town} ${records.route[0].from}`,
      circuit: towns && towns.length > 2 ? towns.slice(-3).join() : undefined,
    }),
  };
}

/** Things that lead from ad to ad. */
const LINKS = [
  'account',
  'phone',
  'room',
  'picture',
  'mark',
  'payment',
  'device',
  'payer',
  'fees',
  'balance',
  'renewed',
];
const LINKS_OF_FIRMS = [...LINKS, 'firm', 'code'];

/** Numbers whose order might tell who is behind. */
function numbersOf(ad: Ad): Readonly<Record<string, number | undefined>> {
  const { fields } = standing(ad);
  const { records } = ad;
  return {
    id: Number(ad.id),
    time: toEpoch(ad.postedAt),
    account: numberIn(ad.account),
    phone: numberIn(fields.phone),
    room: numberIn(fields.room?.split(':')[0]),
    picture: numberIn(fields.picture?.split(',')[0]),
    payment: numberIn(fields.payment),
    code: numberIn(codeIn(ad)),
    ...(records && {
      device: numberIn(records.account.device),
      payer: numberIn(records.payer),
      fees: numberIn(records.fees),
      wallet: numberIn(records.wallet),
      creation: toEpoch(records.account.createdAt),
    }),
  };
}

const amountOf = ({ price, pay }: AdVersion['fields']) => numberIn((price ?? pay)?.match(/\d+/)?.[0]) ?? NOTHING;

/** A text without figures and case: what stays of it when an ad is posted again with another price. */
const letters = (text: string) => text.toLowerCase().replaceAll(/\d+/g, '0');

/** A number for a word: the same in all markets, and in no order. */
function hashed(text: string | undefined): number {
  if (text === undefined) return NOTHING;
  let hash = 0;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193) + 7;
  return (hash >>> 7) % 64;
}

const shareOf = (pattern: RegExp, text: string) => (text.match(pattern)?.length ?? 0) / (text.length + 1);

/** What an ad shows by itself. */
function ownColumns(ad: Ad, at: number, medians: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const { fields, sentences, from } = standing(ad);
  const text = sentences.join(' ');
  const posted = toEpoch(ad.postedAt);
  const amount = amountOf(fields);
  const ranks = Object.keys(fields).map((name) => FIELD_NAMES.indexOf(name as FieldName));
  return {
    place: at,
    'last digit of id': Number(ad.id) % 10,
    day: Math.floor(posted / 86_400),
    weekday: Math.floor(posted / 86_400) % 7,
    minute: Math.floor(posted / 60) % 1440,
    second: posted % 60,
    renewals: ad.renewals,
    versions: ad.versions.length,
    'edited after': ad.versions.length > 1 ? toEpoch(from) - posted : NOTHING,
    comments: ad.comments?.length ?? 0,
    'own comments': ad.comments?.filter((_, n) => n % 2 === 1).length ?? 0,
    'first comment': ad.comments?.[0] ? toEpoch(ad.comments[0].at) - posted : NOTHING,
    'lines of the first version': ad.versions[0]?.sentences.length ?? 0,
    'filled fields': STORY_FIELD_NAMES.filter((name) => fields[name] !== undefined).length,
    removed: ad.removedAt === undefined ? NOTHING : toEpoch(ad.removedAt),
    copied: Number(ad.copied === true),
    site: hashed(ad.site),
    town: hashed(fields.town),
    sector: hashed(fields.sector),
    employer: hashed(fields.employer),
    hours: hashed(fields.hours),
    origin: hashed(fields.origin),
    gender: hashed(fields.gender),
    languages: hashed(fields.languages),
    title: hashed(ad.title.replaceAll(/\b[A-Z]\w+/g, '')),
    amount,
    'amount by town': amount / (medians.get(fields.town ?? '') ?? 1),
    'hidden phone': Number(fields.phone?.includes('▒') ?? false),
    'phone with dashes': Number(fields.phone?.includes('-') ?? false),
    'around the clock': Number(fields.hours?.includes('24') ?? false),
    'with mark': Number(fields.picture?.includes('mark') ?? false),
    'with code': Number(codeIn(ad) !== undefined),
    'first field': ranks[0] ?? NOTHING,
    'fields out of order': ranks.filter((rank, n) => n > 0 && rank < (ranks[n - 1] as number)).length,
    bullets: sentences.filter((sentence) => /^[-*•]/.test(sentence)).length / (sentences.length + 1),
    sentences: sentences.length,
    characters: text.length,
    capitals: shareOf(/[A-Z]/g, text),
    commas: shareOf(/,/g, text),
    stops: shareOf(/\./g, text),
    shouts: shareOf(/!/g, text),
    questions: shareOf(/\?/g, text),
    ...Object.fromEntries(
      [...FIELD_NAMES, ...STORY_FIELD_NAMES].map((name) => [`no ${name}`, Number(fields[name] === undefined)]),
    ),
    ...recordColumns(ad),
  };
}

function recordColumns({ records }: Ad): Readonly<Record<string, number>> {
  if (!records) return {};
  const { account, renewals, ledger, wallet, notes, contacts } = records;
  const sum = (isOut: boolean) =>
    ledger.reduce((total, { from, sim }) => total + ((from === wallet) === isOut ? sim : 0), 0);
  const late = renewals.at.filter((moment) => moment.slice(11, 13) < '07' || moment.slice(11, 13) > '20');
  return {
    address: numberIn(account.address.split('.').at(-1)) ?? NOTHING,
    phones: records.phones.length,
    'renewals at night': late.length / Math.max(1, renewals.at.length),
    'by tool': Number(renewals.byTool),
    stops: records.route.length,
    note: hashed(notes.join()),
    notes: notes.length,
    contact: hashed(contacts?.join()),
    contacts: contacts?.length ?? 0,
    consent: Number(records.consent !== undefined),
    moderation: records.moderation.length,
    payments: ledger.length,
    received: sum(false),
    'share sent on': sum(true) / Math.max(1, sum(false)),
    'largest sum sent on': Math.max(0, ...ledger.map(({ from, sim }) => (from === wallet ? sim : 0))),
  };
}

/** What can differ between the ads of one account. */
const HABITS: Readonly<Record<string, (ad: Ad) => string | number>> = {
  prices: (ad) => amountOf(standing(ad).fields),
  titles: (ad) => letters(ad.title),
  wordings: (ad) => letters(standing(ad).sentences.join('\n')),
  lines: (ad) => standing(ad).sentences.length,
};

/** The middle amount of each town, which anybody can compute. */
function mediansOf(ads: readonly Ad[]): Map<string, number> {
  const amounts = Map.groupBy(ads, (ad) => standing(ad).fields.town ?? '');
  return new Map(
    [...amounts].map(([town, all]) => {
      const sorted = all.map((ad) => amountOf(standing(ad).fields)).sort((a, b) => a - b);
      return [town, sorted[sorted.length >> 1] as number];
    }),
  );
}

/** Columns whose mean over the other members of a group is a column too. */
const TOLD = ['worth', 'amount by town', 'around the clock'];

/**
 * Every number that the public documents of a market hold about each open ad: its fields, numbers, order and time, and
 * for all that ads may share the size of the group and how its other members look. `worth` is what a first reading made
 * of the text of each open ad; it is among what the other members show.
 */
export function structureOf(ads: readonly Ad[], open: readonly number[], worth: readonly number[]): Columns {
  const seen = open.map((at) => ads[at] as Ad);
  const columns = new Map<string, Float64Array>();
  const column = (name: string) => {
    const known = columns.get(name) ?? new Float64Array(seen.length).fill(NOTHING);
    columns.set(name, known);
    return known;
  };
  const put = (name: string, n: number, value: number) => {
    column(name)[n] = value;
  };
  const medians = mediansOf(seen);
  seen.forEach((ad, n) => {
    put('worth', n, worth[n] as number);
    for (const [name, value] of Object.entries(ownColumns(ad, open[n] as number, medians))) put(name, n, value);
  });
  const accounts = seen.map(({ account }) => account);
  const towns = column('town');
  const told = TOLD.map(column);

  const things = seen.map(thingsOf);
  const kinds = Object.keys(things[0] ?? {});
  const groups = new Map(kinds.map((kind) => [kind, membersOf(things.map((one) => one[kind]))]));
  const linked = (links: readonly string[]) =>
    componentsOf(
      seen.length,
      links.flatMap((kind) => groups.get(kind) ?? []),
    );
  for (const [kind, found] of [...groups, ['links', linked(LINKS)], ['firms', linked(LINKS_OF_FIRMS)]] as const) {
    const [size, persons, together] = [`${kind}: ads`, `${kind}: accounts`, `${kind}: in one town`].map(column);
    const means = TOLD.map((name) => column(`${kind}: ${name} of the others`));
    for (const members of found) {
      const count = new Set(members.map((n) => accounts[n])).size;
      const sums = told.map((values) => members.reduce((sum, n) => sum + (values[n] as number), 0));
      for (const n of members) {
        (size as Float64Array)[n] = members.length;
        (persons as Float64Array)[n] = count;
        if (members.length === 1) continue;
        const same = members.filter((other) => towns[other] === towns[n]).length - 1;
        (together as Float64Array)[n] = same / (members.length - 1);
        means.forEach((mean, t) => {
          mean[n] = ((sums[t] as number) - (told[t]?.[n] as number)) / (members.length - 1);
        });
      }
    }
  }

  // How an account posts again: how many prices, titles and wordings its ads have.
  for (const members of groups.get('account') ?? [])
    for (const [name, of] of Object.entries(HABITS)) {
      const different = new Set(members.map((n) => of(seen[n] as Ad))).size;
      for (const n of members) put(`account: ${name}`, n, different / members.length);
    }

  const numbers = seen.map(numbersOf);
  for (const kind of Object.keys(numbers[0] ?? {})) {
    const known = numbers.flatMap((one, n) => (one[kind] === undefined ? [] : [{ n, number: one[kind] }]));
    // Ads with the very same number share it, which is among the groups.
    const ofNumber = [...Map.groupBy(known, ({ number }) => number)].sort(([a], [b]) => a - b);
    ofNumber.forEach(([number, members], rank) => {
      const near = [-2, -1, 1, 2].flatMap((step) => {
        const next = ofNumber[rank + step];
        return next ? [{ gap: Math.abs(next[0] - number), n: next[1][0]?.n as number }] : [];
      });
      const worthOfNear = near.reduce((sum, other) => sum + (worth[other.n] as number), 0) / Math.max(1, near.length);
      for (const { n } of members) {
        put(`number of ${kind}`, n, number);
        put(`next by ${kind}: gap`, n, Math.min(1e6, ...near.map(({ gap }) => gap)));
        put(`next by ${kind}: in one town`, n, near.filter((other) => towns[other.n] === towns[n]).length);
        put(`next by ${kind}: worth`, n, worthOfNear);
      }
    });
  }
  return columns;
}

/** The ads that have the same thing, by thing; an ad without one is in no group. */
function membersOf(things: readonly (string | undefined)[]): number[][] {
  const found = new Map<string, number[]>();
  things.forEach((thing, n) => {
    if (thing === undefined || thing === '') return;
    const members = found.get(thing);
    if (members) members.push(n);
    else found.set(thing, [n]);
  });
  return [...found.values()];
}

/** Sets of ads that are connected by groups; every ad is in one of them. */
function componentsOf(count: number, groups: readonly (readonly number[])[]): number[][] {
  const parent = Array.from({ length: count }, (_, n) => n);
  const root = (n: number): number => {
    let at = n;
    while (parent[at] !== at) at = parent[at] as number;
    parent[n] = at;
    return at;
  };
  for (const [first = 0, ...others] of groups) for (const n of others) parent[root(n)] = root(first);
  return membersOf(parent.map((_, n) => String(root(n))));
}
