import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl, serveAd } from '#market/ads/model/serve-ad.ts';
import { type Readers, truth } from './attempt.ts';
import type { Capture, ReadWorkbench } from './bench.ts';

type Fate = 'kept' | 'changed' | 'mirror' | 'spoiled' | 'lost' | 'overtaken' | 'moved' | 'never';

/** What became of one page, and the copy that counts for it. */
export function fateOf(workbench: ReadWorkbench, ad: string): { readonly fate: Fate; readonly copy?: Capture } {
  const copies = workbench.copiesOf(ad);
  const own = copies.filter(({ isOwn }) => isOwn);
  const unchanged = own.find(({ page }) => page.sha256 === workbench.attempt.hashAtBeginning(ad));
  if (unchanged) return { fate: 'kept', copy: unchanged };
  if (own[0]) return { fate: 'changed', copy: own[0] };
  if (copies[0]) return { fate: 'mirror', copy: copies[0] };
  if (workbench.captures.some((capture) => capture.ad === ad && capture.isPage)) return { fate: 'spoiled' };
  const last = workbench.attempt.sent(ad, workbench.attempt.end);
  if (last.status !== 200) return { fate: 'lost' };
  if (last.redirects !== undefined) return { fate: 'moved' };
  return { fate: standsAsItStood(workbench, ad) ? 'never' : 'overtaken' };
}

/** True if the address of the ad sends at the end what it sent at the beginning of the case. */
export function standsAsItStood({ attempt }: ReadWorkbench, ad: string): boolean {
  const last = attempt.sent(ad, attempt.end);
  return last.sha256 === attempt.hashAtBeginning(ad) && last.url === adUrl(attempt.market, ad);
}

const adsOf = (workbench: ReadWorkbench, wanted: Fate) =>
  workbench.wanted.filter((ad) => fateOf(workbench, ad).fate === wanted);

const listed = (adsIn: (workbench: ReadWorkbench) => readonly string[]) => (workbench: ReadWorkbench) => {
  const ads = [...new Set(adsIn(workbench))];
  return truth(ads.length > 0, { params: { ads: ads.join(', ') } });
};

/** The copies that count, one for each page that has one. */
const counted = (workbench: ReadWorkbench): Capture[] =>
  workbench.wanted.flatMap((ad) => fateOf(workbench, ad).copy ?? []);

const lateCopies = (workbench: ReadWorkbench) =>
  counted(workbench).filter(({ seq }) => workbench.alarm !== undefined && seq > workbench.alarm);

const OTHER_TRACES = ['account', 'payment', 'picture', 'room'];

/** Readable fields on the page of an ad at the beginning of the case. */
function fieldsAtBeginning({ attempt }: ReadWorkbench, ad: string): ReadonlyMap<string, string> {
  const seen = readServedAd(serveAd(attempt.market, ad, attempt.scenario.start));
  const fields = seen.kind === 'ad' ? seen.fields : [];
  const readable = fields.filter(({ value }) => !value.startsWith('▒'));
  // Phone numbers are compared without spaces and hyphens.
  return new Map(readable.map(({ name, value }) => [name, name === 'phone' ? value.split(/[ +-]/).join('') : value]));
}

function isShared(workbench: ReadWorkbench, ad: string, name: string): boolean {
  const own = fieldsAtBeginning(workbench, ad).get(name);
  const others = workbench.wanted.filter((other) => other !== ad);
  return own !== undefined && others.some((other) => fieldsAtBeginning(workbench, other).get(name) === own);
}

const withoutNumber = (workbench: ReadWorkbench) => workbench.wanted.filter((ad) => !isShared(workbench, ad, 'phone'));

/** Of several pages those that share no trace with another. */
const withoutTrace = (workbench: ReadWorkbench) =>
  workbench.wanted.length > 1
    ? withoutNumber(workbench).filter((ad) => OTHER_TRACES.every((name) => !isShared(workbench, ad, name)))
    : [];

const pages: Readers<ReadWorkbench> = {
  'pages.all': (workbench) => {
    const of = workbench.wanted.length;
    return truth(of > 1 && adsOf(workbench, 'kept').length === of, { params: { of } });
  },
  'pages.all.one': (workbench) => truth(workbench.wanted.length === 1 && adsOf(workbench, 'kept').length === 1),
  'pages.some': (workbench) => {
    const [kept, of] = [adsOf(workbench, 'kept').length, workbench.wanted.length];
    return truth(of > 1 && kept < of, { params: { kept, of } });
  },
  'pages.none.one': (workbench) => truth(workbench.wanted.length === 1 && adsOf(workbench, 'kept').length === 0),
  'pages.changed': listed((workbench) => adsOf(workbench, 'changed')),
  'pages.mirror': listed((workbench) => adsOf(workbench, 'mirror')),
  'pages.spoiled': listed((workbench) => adsOf(workbench, 'spoiled')),
  'pages.lost': listed((workbench) => adsOf(workbench, 'lost')),
  'pages.overtaken': listed((workbench) => adsOf(workbench, 'overtaken')),
  'pages.moved': listed((workbench) => adsOf(workbench, 'moved')),
  'pages.never': listed((workbench) => adsOf(workbench, 'never')),
  'pages.others': listed((workbench) => workbench.readableOthers().map(({ ad }) => ad)),
  'pages.late': (workbench) => {
    const { alarm = 0 } = workbench;
    const ads = lateCopies(workbench).map(({ ad }) => ad);
    return truth(ads.length > 0, { params: { ads: ads.join(', '), alarm }, events: [alarm] });
  },
  'pages.in-time': (workbench) => {
    const { alarm } = workbench;
    const copies = counted(workbench);
    if (alarm === undefined || copies.length === 0 || lateCopies(workbench).length > 0) return [];
    // Not said if pages are missing: the trainee would read it as reassurance.
    const isWhole = copies.length === workbench.wanted.length;
    return [{ params: { alarm }, events: [alarm], ...(!isWhole && { optional: true }) }];
  },
  'pages.no-alarm': ({ alarm }) => truth(alarm === undefined),
  'pages.why.number': (workbench) => {
    const groups = Map.groupBy(workbench.wanted, (ad) => fieldsAtBeginning(workbench, ad).get('phone'));
    return [...groups].flatMap(([phone, ads]) =>
      phone !== undefined && ads.length > 1 ? [{ params: { ads: ads.join(', ') } }] : [],
    );
  },
  'pages.why.trace': (workbench) =>
    withoutNumber(workbench).flatMap((ad) => {
      const traces = OTHER_TRACES.filter((name) => isShared(workbench, ad, name));
      return truth(traces.length > 0, { params: { ads: ad, traces: traces.join(', ') } });
    }),
  'pages.why.signs': (workbench) =>
    withoutTrace(workbench).flatMap((ad) => {
      const signs = workbench.attempt.shownOn(ad, 'sign');
      return truth(signs.length > 0, { params: { ads: ad, signs: signs.join(', ') } });
    }),
  'pages.why.cues': (workbench) =>
    withoutTrace(workbench).flatMap((ad) => {
      const cues = workbench.attempt.shownOn(ad, 'cue');
      const isOnlyCue = cues.length > 0 && workbench.attempt.shownOn(ad, 'sign').length === 0;
      return truth(isOnlyCue, { params: { ads: ad, signs: cues.join(', ') } });
    }),
};

/** True if the predicate holds for the counted capture of every page that belongs in the locker. */
const forEach = (holds: (copy: Capture, workbench: ReadWorkbench) => boolean) => (workbench: ReadWorkbench) =>
  truth(
    workbench.wanted.length > 0 &&
      workbench.wanted.every((ad) => {
        const copy = workbench.standIn(ad);
        return copy !== undefined && holds(copy, workbench);
      }),
  );

/** True if something was done before the first copy of every page that belongs in the locker. */
const beforeEach =
  (isDone: (workbench: ReadWorkbench, ad: string, first: number) => boolean) => (workbench: ReadWorkbench) =>
    truth(
      workbench.wanted.length > 0 &&
        workbench.wanted.every((ad) => workbench.isHeld(ad) && isDone(workbench, ad, workbench.firstTouch(ad) ?? 0)),
    );

const copiesClosedCard = (workbench: ReadWorkbench) =>
  workbench.copiedAds().some((ad) => workbench.attempt.isClosed(ad));

/** True if a withheld card passed the check, or a page was captured after it had been reported as a withheld card. */
const mistakesClosedCard = (workbench: ReadWorkbench) =>
  workbench.of('child-material.checked').some(({ action }) => workbench.attempt.isClosed(action.ad)) ||
  workbench
    .of('closed-card.reported')
    .some(({ action, seq }) => workbench.captures.some((capture) => capture.ad === action.ad && capture.seq > seq));

/** True if a capture has the text from the beginning: its page has no later edit time than at the beginning. */
function isUnedited({ page }: Capture, { attempt }: ReadWorkbench): boolean {
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
const listOf = (read: (capture: Capture) => readonly string[]) => (workbench: ReadWorkbench) =>
  workbench.captures.flatMap((capture) => {
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

const record: Readers<ReadWorkbench> = {
  'record.authority': beforeEach((workbench, _, first) => workbench.basisBefore(first) !== ''),
  'record.authority.some': (workbench) => {
    const ads = workbench.wanted.filter(
      (ad) => workbench.isHeld(ad) && workbench.basisBefore(workbench.firstTouch(ad) ?? 0) !== '',
    );
    return truth(ads.length > 0 && ads.length < workbench.wanted.length, { params: { ads: ads.join(', ') } });
  },
  'record.child-check': (workbench) =>
    copiesClosedCard(workbench) || mistakesClosedCard(workbench)
      ? []
      : beforeEach((_, ad, first) =>
          workbench.of('child-material.checked').some(({ action, seq }) => action.ad === ad && seq < first),
        )(workbench),
  'record.address': forEach(
    ({ ad, record: written, page }, { attempt }) =>
      written?.url === adUrl(attempt.market, ad) && (written.finalUrl ?? written.url) === page.url,
  ),
  'record.time': forEach(
    (copy, workbench) =>
      workbench.isTimed(copy) &&
      workbench.clockCheckedBefore(copy.seq) &&
      workbench.of('clock.checked').at(-1)?.action.offsetSeconds === workbench.offset,
  ),
  'record.identifiers': forEach((copy) => namesAll(copy)),
  'record.capture': forEach(({ isPage }) => isPage),
  'record.unchanged': (workbench) =>
    truth(
      workbench.wanted.length > 0 &&
        workbench.wanted.every((ad) => workbench.copiesOf(ad).some((copy) => isUnedited(copy, workbench))),
    ),
  'record.fixity': forEach(({ readBack, page }) => readBack === page.sha256),
  // Each entry of the custody log is chained when it is replayed: no log of acts can break the chain.
  'record.custody': forEach(({ sealedAt }) => sealedAt !== undefined),
  'identifiers.left': listOf((capture) => shownOn(capture).filter((one) => !capture.record?.identifiers.includes(one))),
  'identifiers.wrong': listOf((capture) =>
    (capture.record?.identifiers ?? []).filter((one) => !shownOn(capture).includes(one)),
  ),
  'record.minimisation': (workbench) =>
    truth(
      workbench.wanted.some((ad) => workbench.isCopied(ad)) &&
        workbench.readableOthers().length === 0 &&
        !copiesClosedCard(workbench),
    ),
};

/** Sentences about the pages and their records. */
export const PAGE_READERS: Readers<ReadWorkbench> = { ...pages, ...record };
