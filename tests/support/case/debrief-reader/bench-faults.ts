import { addMinutes, isInstant } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { serveContext } from '#kinds/preservation/model/serve-context.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import { type Readers, truth } from './attempt.ts';
import type { Capture, ReadBench } from './bench.ts';
import { isOutOfOrder } from './bench-order.ts';
import { custodyLines } from './custody-lines.ts';
import { lettersToKeep } from './letters.ts';

const MINUTES_OF_DAY = 24 * 60;
const recorded = ({ captures }: ReadBench) => captures.filter(({ record }) => record !== undefined);

/** True for a time of day without a time zone. */
const hasNoZone = (time: string) => /\d:\d\d/.test(time) && !/(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\s*$/i.test(time);

const hostOf = (url: string) => /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? '';

const isFromSearch = (written: string, bench: ReadBench, ad: string) =>
  written === adUrl(bench.attempt.market, ad, 'search') && written !== adUrl(bench.attempt.market, ad);

function isCut(written: string, bench: ReadBench, ad: string): boolean {
  const exact = adUrl(bench.attempt.market, ad);
  const [page = ''] = exact.split('?');
  if (written === '' || written === exact || isFromSearch(written, bench, ad)) return false;
  return exact.startsWith(written) || (written.startsWith(page) && !written.includes('id='));
}

function isOnOtherSite({ ad, record }: Capture, { attempt }: ReadBench): boolean {
  const host = hostOf(record?.url ?? '');
  return host !== '' && host !== hostOf(adUrl(attempt.market, ad));
}

const callsItFirst = ({ ad, record, page }: Capture, { attempt }: ReadBench) =>
  record?.standing === 'source' && (attempt.ad(ad)?.copied === true || page.redirects !== undefined);

function signedInAs(bench: ReadBench, seq: number): string | undefined {
  return bench.of('session.opened').findLast((act) => act.seq < seq)?.action.account;
}

const statesOtherOffset = (bench: ReadBench) => {
  const stated = bench.of('clock.checked').at(-1)?.action.offsetSeconds;
  return stated !== undefined && stated !== bench.offset;
};

/** Preservation requests, each with the end of its period. */
const periods = (bench: ReadBench) =>
  lettersToKeep(bench).map((letter) => ({ ...letter, end: addMinutes(letter.at, letter.days * MINUTES_OF_DAY) }));

/** What was missed of an edited page: its earlier versions, or the new text after an edit during the case. */
function missedOf(ad: string, bench: ReadBench): { readonly earlier: boolean; readonly later: boolean } {
  const copies = bench.copiesOf(ad);
  const last = bench.acts.at(-1);
  const [first] = copies;
  if (!first || !last) return { earlier: false, later: false };
  const { attempt } = bench;
  const textOf = (page: Capture['page']) => {
    const seen = readServedAd(page);
    return seen.kind === 'ad' ? JSON.stringify([seen.sentences, seen.fields]) : '';
  };
  const seen = readServedAd(first.page);
  const keptVersions = bench.of('context.captured').some(({ action, at }) => {
    if (action.ad !== ad || action.of !== 'versions') return false;
    const bytes = serveContext(attempt.market, ad, 'versions', at, attempt.world);
    return bytes !== undefined && sha256Hex(bytes) === action.sha256;
  });
  const now = textOf(attempt.sent(ad, last.at));
  const isNew = now !== '' && copies.every(({ page }) => textOf(page) !== now);
  return { earlier: seen.kind === 'ad' && seen.editedAt !== undefined && !keptVersions, later: isNew };
}

function isSilent(bench: ReadBench): boolean {
  const note = bench.of('disclosure.noted').at(-1)?.action;
  return bench.captures
    .filter(({ counts }) => counts)
    .some((copy) => note !== undefined && bench.pointsAwayOn(copy).some((place) => !note.pointsAway.includes(place)));
}

const deletesPointsAway = (bench: ReadBench) =>
  bench.captures.some((copy) => copy.isDeleted && bench.pointsAwayOn(copy).length > 0);

/** True if a text calls a person a victim, but not if it says "possible victim". */
const labelsAPerson = (text: string) => /\bvictims?\b/i.test(text.replaceAll(/possible victims?/gi, ''));

/** The captures, or the ads, that a list names, each once. */
const named = (found: readonly string[]) => [...new Set(found)];
const itemsOf = (copies: readonly Capture[]) => named(copies.map(({ item }) => item));

/** Errors that can occur in several ways; each way gives its captures or ads, or only whether it occurred. */
const WAYS: Readonly<Record<string, Readonly<Record<string, (bench: ReadBench) => readonly string[] | boolean>>>> = {
  E3: {
    search: (bench) => itemsOf(recorded(bench).filter(({ ad, record }) => isFromSearch(record?.url ?? '', bench, ad))),
    query: (bench) => itemsOf(recorded(bench).filter(({ ad, record }) => isCut(record?.url ?? '', bench, ad))),
  },
  E5: {
    person: (bench) => custodyLines(bench).some(({ actor }) => actor.trim() === ''),
    tool: (bench) =>
      [...bench.of('plan.noted'), ...bench.of('look.captured')].some(({ action }) => action.tool.trim() === ''),
  },
  E9: {
    original: (bench) =>
      named(bench.of('copy.opened').flatMap(({ action }) => (action.copy === 'original' ? [action.item] : []))),
    unsealed: (bench) =>
      named(
        [
          ...bench.of('copy.opened').filter(({ action }) => action.copy !== 'original'),
          ...bench.of('bystander.redacted'),
        ].flatMap(({ action, seq }) => (bench.isSealedBefore(action.item, seq) ? [] : [action.item])),
      ),
  },
  E14: {
    address: (bench) => itemsOf(recorded(bench).filter((copy) => isOnOtherSite(copy, bench))),
    source: (bench) => itemsOf(recorded(bench).filter((copy) => callsItFirst(copy, bench))),
  },
  E15: {
    unchecked: (bench) => itemsOf(bench.captures.filter(({ seq }) => !bench.clockCheckedBefore(seq))),
    offset: statesOtherOffset,
    copied: (bench) =>
      bench.offset === 0 ? [] : itemsOf(bench.captures.filter((copy) => bench.isTimed(copy, bench.offset))),
  },
  E16: {
    undated: (bench) => periods(bench).some(({ diary, end }) => !diary.some((on) => isInstant(on) && on <= end)),
    ended: (bench) =>
      periods(bench).some(
        ({ end, renewedAt }) => bench.attempt.end > end && !renewedAt.some((moment) => moment <= end),
      ),
  },
  E17: {
    earlier: (bench) => bench.wanted.filter((ad) => missedOf(ad, bench).earlier),
    later: (bench) => bench.wanted.filter((ad) => missedOf(ad, bench).later),
  },
  E18: { silent: isSilent, deleted: (bench) => deletesPointsAway(bench) },
};

const isShown = (shown: readonly string[] | boolean) => shown === true || (shown !== false && shown.length > 0);

/** True if at least one way of an error occurred. */
const inSomeWay = (code: string) => (bench: ReadBench) =>
  Object.values(WAYS[code] ?? {}).some((shows) => isShown(shows(bench)));

/** Whether each typical error occurred. The sentences of E6 depend on the order fault: see `ORDER_READERS`. */
const ERRORS: Readonly<Record<string, (bench: ReadBench) => boolean>> = {
  E1: (bench) => recorded(bench).some(({ record }) => hasNoZone(record?.time ?? '')),
  E2: (bench) => bench.picturesAlone().length > 0,
  E3: inSomeWay('E3'),
  E4: ({ captures }) => captures.some(({ fits }) => !fits),
  E5: inSomeWay('E5'),
  E6: isOutOfOrder,
  E7: (bench) => {
    const held = bench.wanted.filter((ad) => bench.copiesOf(ad).length > 0);
    const without = bench.wanted.filter((ad) => !bench.captures.some((copy) => copy.ad === ad && copy.counts));
    return held.length > 0 && without.length > 0;
  },
  E8: (bench) => bench.of('note.written').some(({ action }) => action.on === 'original'),
  E9: inSomeWay('E9'),
  E10: (bench) => bench.of('item.renamed').some(({ action }) => !action.logged),
  E11: (bench) => custodyLines(bench).some(({ reason }) => labelsAPerson(reason)),
  E12: (bench) => bench.readableOthers().length > 0,
  E13: (bench) => bench.captures.some(({ seq }) => signedInAs(bench, seq) === 'personal'),
  E14: inSomeWay('E14'),
  E15: inSomeWay('E15'),
  E16: inSomeWay('E16'),
  E17: inSomeWay('E17'),
  E18: inSomeWay('E18'),
};

/** Whether each forbidden act was done. */
const NEVERS: Readonly<Record<string, (bench: ReadBench) => boolean>> = {
  'closed-card': (bench) => bench.copiedAds().some((ad) => bench.attempt.isClosed(ad)),
  'private-contact': (bench) => bench.took('private-contact'),
  'lent-credentials': (bench) => bench.of('session.opened').some(({ action }) => action.account === 'of-the-person'),
  payment: (bench) => bench.took('payment'),
  'access-control': (bench) => bench.took('access-control'),
  'altered-original': (bench) => bench.alterations().length > 0,
  'screenshot-only': (bench) => bench.picturesAlone().length > 0,
  'public-archive': (bench) => bench.took('public-archive'),
  'own-device': (bench) => bench.took('own-device'),
  'spoken-of': (bench) => bench.took('spoken-of'),
  deleted: deletesPointsAway,
  'face-search': (bench) => bench.took('face-search'),
};

const found = (signs: typeof ERRORS, bench: ReadBench) => Object.values(signs).filter((shows) => shows(bench)).length;

/** Number of typical errors that occurred. */
export const errorsIn = (bench: ReadBench): number => found(ERRORS, bench);
export const neversIn = (bench: ReadBench): string[] => Object.keys(NEVERS).filter((id) => NEVERS[id]?.(bench));

/** Sentences about typical errors and forbidden acts. */
export const FAULT_READERS: Readers<ReadBench> = {
  // Not said of an unused bench: it would praise a trainee who did nothing.
  'gate.never.open': (bench) => truth(bench.acts.length > 0 && found(NEVERS, bench) === 0),
  'gate.never.shut': (bench) => {
    const nevers = neversIn(bench);
    return truth(nevers.length > 0, { params: { count: nevers.length, nevers: nevers.join(', ') } });
  },
  ...Object.fromEntries(
    Object.entries(NEVERS)
      .filter(([id]) => id !== 'altered-original')
      .map(([id, shows]) => [`never.${id}`, (bench: ReadBench) => truth(shows(bench))]),
  ),
  ...Object.fromEntries(
    ['marked', 'saved', 'unreadable'].map((wanted) => [
      `never.altered-original.${wanted}`,
      (bench: ReadBench) => {
        const events = bench.alterations().flatMap(({ how, seq }) => (how === wanted ? [seq] : []));
        return truth(events.length > 0, { events });
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(ERRORS)
      .filter(([code]) => code !== 'E6' && WAYS[code] === undefined)
      .map(([code, shows]) => [`error.${code}`, (bench: ReadBench) => truth(shows(bench))]),
  ),
  ...Object.fromEntries(
    Object.entries(WAYS).flatMap(([code, ways]) =>
      Object.entries(ways).map(
        ([way, shows]) =>
          [
            `error.${code}.${way}`,
            (bench: ReadBench) => {
              const shown = shows(bench);
              return truth(isShown(shown), typeof shown === 'boolean' ? {} : { params: { at: shown.join(', ') } });
            },
          ] as const,
      ),
    ),
  ),
  'errors.none': (bench) => truth(bench.acts.length > 0 && found(ERRORS, bench) === 0),
  'errors.some': (bench) => {
    const count = found(ERRORS, bench);
    return truth(count > 0, { params: { count } });
  },
};
