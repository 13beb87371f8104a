import { toEpoch } from '#kernel/model/instant.ts';
import type { AdRecords } from '#market/ads/model/ad-records.ts';
import { SHARED_TRACES } from '#market/ads/model/families.ts';
import { type Ad, isHidden } from '#market/ads/model/market.ts';
import { handleIn } from '#market/ads/model/payment-handle.ts';
import { digitsOf } from '#market/search/model/searched-numbers.ts';

/** Trace of two ads with the same account of a site, as those of one person have. */
export const SAME_ACCOUNT = 'same-account';

/** The signs of a repeated text: in ads of services, and in job offers. A market of services has both. */
const SAME_TEXT = { services: SHARED_TRACES.template, offers: 'rs-mass-identical-offers' } as const;

/** Words per shingle when two texts are compared. */
const SHINGLE_WORDS = 5;

/** Minimum share of the longer text's shingles that the other text has too. Names and towns differ in a template. */
const SAME_TEXT_SHARE = 0.6;

/** Minimum consecutive towns of a circuit. Two towns are one journey, and many people make the same one. */
const MIN_CIRCUIT_TOWNS = 3;

/** Maximum minutes between accounts that were opened together. */
const TOGETHER_MINUTES = 60;

/** Where both ads of a pair show a trace: on their pages, or only in their records. */
export type TracePlace = 'page' | 'records';

/** Traces that one ad shows on its page and, if the exercise shows them, in its records. */
export interface ShownTraces {
  /** Values by kind of trace. Two ads share a trace if they have a value of that kind in common. */
  readonly page: ReadonlyMap<string, ReadonlySet<string>>;
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
  /** Shingles of five words of each version of the text; see `SHINGLE_WORDS`. */
  readonly texts: readonly ReadonlySet<string>[];
  /** True for a job offer or a recruitment post; its page states pay instead of a price. */
  readonly isOffer: boolean;
  /** Minute at which the account was opened; only if records are shown. */
  readonly opened?: number;
}

/**
 * The traces of one ad, from its public page alone and, with `withRecords`, from its records; the truth of the market
 * is not read. Every version that was on the page counts, because a trainee may have read any of them.
 */
export function readTraces(ad: Ad, withRecords: boolean): ShownTraces {
  const records = withRecords ? ad.records : undefined;
  return {
    page: pageTraces(ad),
    records: records ? recordTraces(records, phonesOn(ad)) : new Map(),
    texts: ad.versions.map(({ sentences }) => new Set(runsOf(sentences.join(' ')))),
    isOffer: ad.versions.some(({ fields }) => fields.pay !== undefined),
    ...(records && { opened: toEpoch(records.account.createdAt) / 60 }),
  };
}

/** The traces that both ads show, each with its place: the page if both pages show it, otherwise the records. */
export function sharedTraces(one: ShownTraces, other: ShownTraces): ReadonlyMap<string, TracePlace> {
  const shared = new Map<string, TracePlace>();
  for (const place of ['records', 'page'] as const)
    for (const [kind, values] of one[place]) if (meets(values, other[place].get(kind))) shared.set(kind, place);
  if (one.texts.some((text) => other.texts.some((another) => isSameText(text, another))))
    shared.set(one.isOffer && other.isOffer ? SAME_TEXT.offers : SAME_TEXT.services, 'page');
  if (Math.abs((one.opened ?? Number.NaN) - (other.opened ?? Number.NaN)) <= TOGETHER_MINUTES)
    shared.set(SHARED_TRACES.burst, 'records');
  return shared;
}

/**
 * Where both ads show a trace of that kind. The two signs of a repeated text mean the same on a page; either is
 * correct.
 */
export function placeOfTrace(shared: ReadonlyMap<string, TracePlace>, kind: string): TracePlace | undefined {
  const { services, offers } = SAME_TEXT;
  const isText = kind === services || kind === offers;
  return isText ? (shared.get(services) ?? shared.get(offers)) : shared.get(kind);
}

function pageTraces(ad: Ad): ShownTraces['page'] {
  const { versions, account } = ad;
  const fields = (name: 'room' | 'picture', pattern: RegExp) =>
    versions.flatMap(({ fields: shown }) => pattern.exec(shown[name] ?? '')?.[0] ?? []);
  return byKind({
    [SHARED_TRACES.phone]: phonesOn(ad),
    [SHARED_TRACES.room]: fields('room', /^R-\d+/),
    [SHARED_TRACES.picture]: fields('picture', /^pid-\d+/),
    [SHARED_TRACES.mark]: fields('picture', /\bM-\d+/),
    [SHARED_TRACES.handle]: versions.flatMap(({ fields: { payment } }) => handleIn(payment) ?? []),
    [SAME_ACCOUNT]: versions.length > 0 ? [account] : [],
  });
}

/** A number is the same in any spacing, and in any place: on the page, or in the records of the site. */
function recordTraces(records: AdRecords, shownPhones: readonly string[]): ShownTraces['records'] {
  const { phones, payer, fees, account, renewals, route, ledger, wallet } = records;
  return byKind({
    [SHARED_TRACES.phone]: [...shownPhones, ...phones.map(digitsOf)],
    // One name may pay for the ads of one person and for the rooms of another: it is the same payer.
    [SHARED_TRACES.payer]: [payer, fees],
    [SHARED_TRACES.fees]: [fees],
    [SHARED_TRACES.device]: [account.device],
    [SHARED_TRACES.sync]: renewals.at,
    [SHARED_TRACES.circuit]: route
      .map((_, n) => route.slice(n, n + MIN_CIRCUIT_TOWNS))
      .filter(({ length }) => length === MIN_CIRCUIT_TOWNS)
      .map((stops) => stops.map(({ town }) => town).join(', ')),
    [SHARED_TRACES.arrival]: route.map(({ town, from }) => `${town} ${from.slice(0, 10)}`),
    'collector-account': [wallet, ...ledger.map(({ to }) => to)],
  });
}

function byKind(values: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(values).map(([kind, own]) => [kind, new Set(own)]));
}

/** Numbers legible on the page. Two hidden numbers are not the same number. */
function phonesOn({ versions }: Pick<Ad, 'versions'>): string[] {
  return versions.flatMap(({ fields: { phone } }) => (phone === undefined || isHidden(phone) ? [] : [digitsOf(phone)]));
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  return words.flatMap((_, n) =>
    n + SHINGLE_WORDS <= words.length ? [words.slice(n, n + SHINGLE_WORDS).join(' ')] : [],
  );
}

function isSameText(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const longer = Math.max(one.size, other.size);
  if (longer === 0) return false;
  let both = 0;
  for (const run of one) if (other.has(run)) both += 1;
  return both / longer >= SAME_TEXT_SHARE;
}

function meets(one: ReadonlySet<string>, other: ReadonlySet<string> = new Set()): boolean {
  for (const value of one) if (other.has(value)) return true;
  return false;
}
