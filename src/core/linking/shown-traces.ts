import { toEpoch } from '#core/kernel/instant.ts';
import type { AdRecords } from '#core/market/ad-records.ts';
import { SHARED_TRACES } from '#core/market/families.ts';
import { type Ad, isHidden } from '#core/market/market.ts';
import { digitsOf } from '#core/market-search/searched-numbers.ts';

/** Two ads that name the same account of a site, as those of one person do. */
export const SAME_ACCOUNT = 'same-account';

/** The signs of a repeated text: of ads of services, and of offers of work. A market of services holds both. */
const SAME_TEXT = { services: SHARED_TRACES.template, offers: 'rs-mass-identical-offers' } as const;

/** Words of a run by which two texts are compared. */
const RUN = 5;

/** Of the runs of five words of the longer text so many stand in the other one too. Names and towns differ in a template. */
const SAME_TEXT_SHARE = 0.6;

/** Towns in a row that make a circuit. Two towns are one journey, and many make it. */
const CIRCUIT = 3;

/** Accounts that were opened within so many minutes were opened together. */
const TOGETHER_MINUTES = 60;

/** Where both ads of a pair show a trace: on their pages, or only in what a lawful request brought about them. */
export type TracePlace = 'page' | 'records';

/** What the page of one ad, and its records where they lie on the table, show that other ads may show too. */
export interface ShownTraces {
  /** Values by the kind of trace. Two ads that have one value of a kind in common share that trace. */
  readonly page: ReadonlyMap<string, ReadonlySet<string>>;
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
  /** Each run of five words of the text; see `RUN`. */
  readonly text: ReadonlySet<string>;
  /** True for an offer of work or a post that looks for people; its page names a pay in place of a price. */
  readonly isOffer: boolean;
  /** When the account was opened, in minutes; only where records lie on the table. */
  readonly opened?: number;
}

/**
 * What one ad shows, from its public page alone and, with `withRecords`, from its records: the truth of the market is not
 * asked. Every version that stood on the page counts, because a trainee may have read any of them.
 */
export function readTraces(ad: Ad, withRecords: boolean): ShownTraces {
  const records = withRecords ? ad.records : undefined;
  return {
    page: pageTraces(ad),
    records: records ? recordTraces(records, phonesOn(ad)) : new Map(),
    text: new Set(ad.versions.flatMap(({ sentences }) => runsOf(sentences.join(' ')))),
    isOffer: ad.versions.some(({ fields }) => fields.pay !== undefined),
    ...(records && { opened: toEpoch(records.account.createdAt) / 60 }),
  };
}

/** The traces that both ads show, each with where: the page, where both pages show it, and otherwise the records. */
export function sharedTraces(one: ShownTraces, other: ShownTraces): ReadonlyMap<string, TracePlace> {
  const shared = new Map<string, TracePlace>();
  for (const place of ['records', 'page'] as const)
    for (const [kind, values] of one[place]) if (meets(values, other[place].get(kind))) shared.set(kind, place);
  if (isSameText(one.text, other.text))
    shared.set(one.isOffer && other.isOffer ? SAME_TEXT.offers : SAME_TEXT.services, 'page');
  if (Math.abs((one.opened ?? Number.NaN) - (other.opened ?? Number.NaN)) <= TOGETHER_MINUTES)
    shared.set(SHARED_TRACES.burst, 'records');
  return shared;
}

/** Where both ads show a trace of that kind. The two signs of a repeated text say the same of a page; either is right. */
export function placeOfTrace(shared: ReadonlyMap<string, TracePlace>, kind: string): TracePlace | undefined {
  const { services, offers } = SAME_TEXT;
  const isText = kind === services || kind === offers;
  return isText ? (shared.get(services) ?? shared.get(offers)) : shared.get(kind);
}

function pageTraces(ad: Ad): ShownTraces['page'] {
  const { versions, account } = ad;
  const fields = (name: 'room' | 'picture' | 'payment', pattern: RegExp) =>
    versions.flatMap(({ fields: shown }) => pattern.exec(shown[name] ?? '')?.[0] ?? []);
  return byKind({
    [SHARED_TRACES.phone]: phonesOn(ad),
    [SHARED_TRACES.room]: fields('room', /^R-\d+/),
    [SHARED_TRACES.picture]: fields('picture', /^pid-\d+/),
    [SHARED_TRACES.mark]: fields('picture', /\bM-\d+/),
    [SHARED_TRACES.handle]: fields('payment', /^.+$/),
    [SAME_ACCOUNT]: versions.length > 0 ? [account] : [],
  });
}

/** A number is the same however its digits are set apart, and wherever it stands: on the page, or in the records of the site. */
function recordTraces(records: AdRecords, shownPhones: readonly string[]): ShownTraces['records'] {
  const { phones, payer, fees, account, renewals, route, ledger, wallet, slip } = records;
  return byKind({
    [SHARED_TRACES.phone]: [...shownPhones, ...phones.map(digitsOf)],
    // One name may pay for the ads of one person and for the rooms of another: it is one payer.
    [SHARED_TRACES.payer]: [payer, fees],
    [SHARED_TRACES.fees]: [fees],
    [SHARED_TRACES.device]: [account.device],
    [SHARED_TRACES.sync]: renewals.at,
    [SHARED_TRACES.circuit]: route
      .map((_, n) => route.slice(n, n + CIRCUIT))
      .filter(({ length }) => length === CIRCUIT)
      .map((stops) => stops.map(({ town }) => town).join(', ')),
    [SHARED_TRACES.arrival]: route.map(({ town, from }) => `${town} ${from.slice(0, 10)}`),
    'collector-account': [wallet, ...ledger.map(({ to }) => to)],
    'spelling-slip': slip === undefined ? [] : [slip],
  });
}

function byKind(values: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(values).map(([kind, own]) => [kind, new Set(own)]));
}

/** Numbers that can be read on the page. Two hidden numbers are not the same number. */
function phonesOn({ versions }: Pick<Ad, 'versions'>): string[] {
  return versions.flatMap(({ fields: { phone } }) => (phone === undefined || isHidden(phone) ? [] : [digitsOf(phone)]));
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  return words.flatMap((_, n) => (n + RUN <= words.length ? [words.slice(n, n + RUN).join(' ')] : []));
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
