import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl, serveAd } from '#market/ads/model/serve-ad.ts';
import { type Readers, truth } from './attempt.ts';
import type { Capture, ReadBench } from './bench.ts';

type Fate = 'kept' | 'changed' | 'mirror' | 'spoiled' | 'lost' | 'overtaken' | 'moved' | 'never';

/** What became of one page, and the copy that counts for it. */
export function fateOf(bench: ReadBench, ad: string): { readonly fate: Fate; readonly copy?: Capture } {
  const copies = bench.copiesOf(ad);
  const own = copies.filter(({ isOwn }) => isOwn);
  const unchanged = own.find(({ page }) => page.sha256 === bench.attempt.hashAtBeginning(ad));
  if (unchanged) return { fate: 'kept', copy: unchanged };
  if (own[0]) return { fate: 'changed', copy: own[0] };
  if (copies[0]) return { fate: 'mirror', copy: copies[0] };
  if (bench.captures.some((capture) => capture.ad === ad && capture.isPage)) return { fate: 'spoiled' };
  const last = bench.attempt.sent(ad, bench.attempt.end);
  if (last.status !== 200) return { fate: 'lost' };
  if (last.redirects !== undefined) return { fate: 'moved' };
  return { fate: standsAsItStood(bench, ad) ? 'never' : 'overtaken' };
}

/** True if the address of the ad sends at the end what it sent at the beginning of the case. */
export function standsAsItStood({ attempt }: ReadBench, ad: string): boolean {
  const last = attempt.sent(ad, attempt.end);
  return last.sha256 === attempt.hashAtBeginning(ad) && last.url === adUrl(attempt.market, ad);
}

const adsOf = (bench: ReadBench, wanted: Fate) => bench.wanted.filter((ad) => fateOf(bench, ad).fate === wanted);

const listed = (adsIn: (bench: ReadBench) => readonly string[]) => (bench: ReadBench) => {
  const ads = [...new Set(adsIn(bench))];
  return truth(ads.length > 0, { params: { ads: ads.join(', ') } });
};

/** The copies that count, one for each page that has one. */
const counted = (bench: ReadBench): Capture[] => bench.wanted.flatMap((ad) => fateOf(bench, ad).copy ?? []);

const lateCopies = (bench: ReadBench) =>
  counted(bench).filter(({ seq }) => bench.alarm !== undefined && seq > bench.alarm);

const OTHER_TRACES = ['account', 'payment', 'picture', 'room'];

/** Readable fields on the page of an ad at the beginning of the case. */
function fieldsAtBeginning({ attempt }: ReadBench, ad: string): ReadonlyMap<string, string> {
  const seen = readServedAd(serveAd(attempt.market, ad, attempt.scenario.start));
  const fields = seen.kind === 'ad' ? seen.fields : [];
  const readable = fields.filter(({ value }) => !value.startsWith('▒'));
  // Phone numbers are compared without spaces and hyphens.
  return new Map(readable.map(({ name, value }) => [name, name === 'phone' ? value.split(/[ +-]/).join('') : value]));
}

function isShared(bench: ReadBench, ad: string, name: string): boolean {
  const own = fieldsAtBeginning(bench, ad).get(name);
  const others = bench.wanted.filter((other) => other !== ad);
  return own !== undefined && others.some((other) => fieldsAtBeginning(bench, other).get(name) === own);
}

const withoutNumber = (bench: ReadBench) => bench.wanted.filter((ad) => !isShared(bench, ad, 'phone'));

const pages: Readers<ReadBench> = {
  'pages.all': (bench) => {
    const of = bench.wanted.length;
    return truth(of > 1 && adsOf(bench, 'kept').length === of, { params: { of } });
  },
  'pages.all.one': (bench) => truth(bench.wanted.length === 1 && adsOf(bench, 'kept').length === 1),
  'pages.some': (bench) => {
    const [kept, of] = [adsOf(bench, 'kept').length, bench.wanted.length];
    return truth(of > 1 && kept < of, { params: { kept, of } });
  },
  'pages.none.one': (bench) => truth(bench.wanted.length === 1 && adsOf(bench, 'kept').length === 0),
  'pages.changed': listed((bench) => adsOf(bench, 'changed')),
  'pages.mirror': listed((bench) => adsOf(bench, 'mirror')),
  'pages.spoiled': listed((bench) => adsOf(bench, 'spoiled')),
  'pages.lost': listed((bench) => adsOf(bench, 'lost')),
  'pages.overtaken': listed((bench) => adsOf(bench, 'overtaken')),
  'pages.moved': listed((bench) => adsOf(bench, 'moved')),
  'pages.never': listed((bench) => adsOf(bench, 'never')),
  'pages.others': listed((bench) => bench.readableOthers().map(({ ad }) => ad)),
  'pages.late': (bench) => {
    const { alarm = 0 } = bench;
    const ads = lateCopies(bench).map(({ ad }) => ad);
    return truth(ads.length > 0, { params: { ads: ads.join(', '), alarm }, events: [alarm] });
  },
  'pages.in-time': (bench) => {
    const { alarm } = bench;
    const copies = counted(bench);
    if (alarm === undefined || copies.length === 0 || lateCopies(bench).length > 0) return [];
    // Not said if pages are missing: the trainee would read it as reassurance.
    const isWhole = copies.length === bench.wanted.length;
    return [{ params: { alarm }, events: [alarm], ...(!isWhole && { optional: true }) }];
  },
  'pages.no-alarm': ({ alarm }) => truth(alarm === undefined),
  'pages.why.number': (bench) => {
    const groups = Map.groupBy(bench.wanted, (ad) => fieldsAtBeginning(bench, ad).get('phone'));
    return [...groups].flatMap(([phone, ads]) =>
      phone !== undefined && ads.length > 1 ? [{ params: { ads: ads.join(', ') } }] : [],
    );
  },
  'pages.why.trace': (bench) =>
    withoutNumber(bench).flatMap((ad) => {
      const traces = OTHER_TRACES.filter((name) => isShared(bench, ad, name));
      return truth(traces.length > 0, { params: { ads: ad, traces: traces.join(', ') } });
    }),
  'pages.why.none': listed((bench) =>
    bench.wanted.length > 1
      ? withoutNumber(bench).filter((ad) => OTHER_TRACES.every((name) => !isShared(bench, ad, name)))
      : [],
  ),
};

/** True if the predicate holds for the counted capture of every page that belongs in the locker. */
const forEach = (holds: (copy: Capture, bench: ReadBench) => boolean) => (bench: ReadBench) =>
  truth(
    bench.wanted.length > 0 &&
      bench.wanted.every((ad) => {
        const copy = bench.standIn(ad);
        return copy !== undefined && holds(copy, bench);
      }),
  );

/** True if something was done before the first copy of every page that belongs in the locker. */
const beforeEach = (isDone: (bench: ReadBench, ad: string, first: number) => boolean) => (bench: ReadBench) =>
  truth(
    bench.wanted.length > 0 &&
      bench.wanted.every((ad) => bench.isHeld(ad) && isDone(bench, ad, bench.firstTouch(ad) ?? 0)),
  );

const copiesClosedCard = (bench: ReadBench) => bench.copiedAds().some((ad) => bench.attempt.isClosed(ad));

/** True if a withheld card passed the check, or a page was captured after it had been reported as a withheld card. */
const mistakesClosedCard = (bench: ReadBench) =>
  bench.of('child-material.checked').some(({ action }) => bench.attempt.isClosed(action.ad)) ||
  bench
    .of('closed-card.reported')
    .some(({ action, seq }) => bench.captures.some((capture) => capture.ad === action.ad && capture.seq > seq));

/** True if a capture has the text from the beginning: its page has no later edit time than at the beginning. */
function isUnedited({ page }: Capture, { attempt }: ReadBench): boolean {
  const seen = readServedAd(page);
  return seen.kind === 'ad' && (seen.editedAt ?? '') <= attempt.scenario.start;
}

/** Fields that identify an account, a device, a payment account or a picture. A hidden value cannot be named. */
const IDENTIFYING = ['phone', 'room', 'picture', 'payment', 'account'];

function shownOn({ ad, page }: Capture): string[] {
  const seen = readServedAd(page);
  const fields = seen.kind === 'ad' ? seen.fields : [];
  return [
    `ad:${ad}`,
    ...fields.flatMap(({ name, value }) =>
      IDENTIFYING.includes(name) && !value.startsWith('▒') ? [`${name}:${value}`] : [],
    ),
  ];
}

/** Sentences about the identifiers of each record; none for a capture without a record. */
const listOf = (read: (capture: Capture) => readonly string[]) => (bench: ReadBench) =>
  bench.captures.flatMap((capture) => {
    const list = capture.record === undefined ? [] : [...new Set(read(capture))];
    const said = list.map((one) => one.replace(/^(\w+):/, '$1 ')).join('; ');
    return truth(list.length > 0, { params: { item: capture.item, list: said } });
  });

function namesAll(capture: Capture): boolean {
  const { record } = capture;
  const shown = shownOn(capture);
  const named = record?.identifiers ?? [];
  return shown.every((one) => named.includes(one)) && named.every((one) => shown.includes(one));
}

const record: Readers<ReadBench> = {
  'record.authority': beforeEach((bench, _, first) => bench.basisBefore(first) !== ''),
  'record.authority.some': (bench) => {
    const ads = bench.wanted.filter((ad) => bench.isHeld(ad) && bench.basisBefore(bench.firstTouch(ad) ?? 0) !== '');
    return truth(ads.length > 0 && ads.length < bench.wanted.length, { params: { ads: ads.join(', ') } });
  },
  'record.child-check': (bench) =>
    copiesClosedCard(bench) || mistakesClosedCard(bench)
      ? []
      : beforeEach((_, ad, first) =>
          bench.of('child-material.checked').some(({ action, seq }) => action.ad === ad && seq < first),
        )(bench),
  'record.address': forEach(
    ({ ad, record: written, page }, { attempt }) =>
      written?.url === adUrl(attempt.market, ad) && (written.finalUrl ?? written.url) === page.url,
  ),
  'record.time': forEach(
    (copy, bench) =>
      bench.isTimed(copy) &&
      bench.clockCheckedBefore(copy.seq) &&
      bench.of('clock.checked').at(-1)?.action.offsetSeconds === bench.offset,
  ),
  'record.identifiers': forEach((copy) => namesAll(copy)),
  'record.capture': forEach(({ isPage }) => isPage),
  'record.unchanged': (bench) =>
    truth(
      bench.wanted.length > 0 && bench.wanted.every((ad) => bench.copiesOf(ad).some((copy) => isUnedited(copy, bench))),
    ),
  'record.fixity': forEach(({ readBack, page }) => readBack === page.sha256),
  // Each entry of the custody log is chained when it is replayed: no log of acts can break the chain.
  'record.custody': forEach(({ sealedAt }) => sealedAt !== undefined),
  'identifiers.left': listOf((capture) => shownOn(capture).filter((one) => !capture.record?.identifiers.includes(one))),
  'identifiers.wrong': listOf((capture) =>
    (capture.record?.identifiers ?? []).filter((one) => !shownOn(capture).includes(one)),
  ),
  'record.minimisation': (bench) =>
    truth(
      bench.wanted.some((ad) => bench.isCopied(ad)) && bench.readableOthers().length === 0 && !copiesClosedCard(bench),
    ),
};

/** Sentences about the pages and their records. */
export const PAGE_READERS: Readers<ReadBench> = { ...pages, ...record };
