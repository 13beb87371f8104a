import { addMinutes, isInstant } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { serveContext } from '#kinds/preservation/model/serve-context.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import { type Readers, truth } from './attempt.ts';
import type { Capture, ReadWorkbench } from './bench.ts';
import { isOutOfOrder } from './bench-order.ts';
import { custodyLines } from './custody-lines.ts';
import { lettersToKeep } from './letters.ts';

const MINUTES_OF_DAY = 24 * 60;
const recorded = ({ captures }: ReadWorkbench) => captures.filter(({ record }) => record !== undefined);

/** True for a time of day without a time zone. */
const hasNoZone = (time: string) => /\d:\d\d/.test(time) && !/(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\s*$/i.test(time);

const hostOf = (url: string) => /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? '';

const isFromSearch = (written: string, workbench: ReadWorkbench, ad: string) =>
  written === adUrl(workbench.attempt.market, ad, 'search') && written !== adUrl(workbench.attempt.market, ad);

function isCut(written: string, workbench: ReadWorkbench, ad: string): boolean {
  const exact = adUrl(workbench.attempt.market, ad);
  const [page = ''] = exact.split('?');
  if (written === '' || written === exact || isFromSearch(written, workbench, ad)) return false;
  return exact.startsWith(written) || (written.startsWith(page) && !written.includes('id='));
}

function isOnOtherSite({ ad, record }: Capture, { attempt }: ReadWorkbench): boolean {
  const host = hostOf(record?.url ?? '');
  return host !== '' && host !== hostOf(adUrl(attempt.market, ad));
}

const callsItFirst = ({ ad, record, page }: Capture, { attempt }: ReadWorkbench) =>
  record?.standing === 'source' && (attempt.ad(ad)?.copied === true || page.redirects !== undefined);

function signedInAs(workbench: ReadWorkbench, seq: number): string | undefined {
  return workbench.of('session.opened').findLast((act) => act.seq < seq)?.action.account;
}

const statesOtherOffset = (workbench: ReadWorkbench) => {
  const stated = workbench.of('clock.checked').at(-1)?.action.offsetSeconds;
  return stated !== undefined && stated !== workbench.offset;
};

/** Preservation requests, each with the end of its period. */
const periods = (workbench: ReadWorkbench) =>
  lettersToKeep(workbench).map((letter) => ({ ...letter, end: addMinutes(letter.at, letter.days * MINUTES_OF_DAY) }));

/** What was missed of an edited page: its earlier versions, or the new text after an edit during the case. */
function missedOf(ad: string, workbench: ReadWorkbench): { readonly earlier: boolean; readonly later: boolean } {
  const copies = workbench.copiesOf(ad);
  const last = workbench.acts.at(-1);
  const [first] = copies;
  if (!first || !last) return { earlier: false, later: false };
  const { attempt } = workbench;
  const textOf = (page: Capture['page']) => {
    const seen = readServedAd(page);
    return seen.kind === 'ad' ? JSON.stringify([seen.sentences, seen.fields, seen.earlier, seen.comments]) : '';
  };
  const seen = readServedAd(first.page);
  const keptVersions = workbench.of('context.captured').some(({ action, at }) => {
    if (action.ad !== ad || action.of !== 'versions') return false;
    const bytes = serveContext(attempt.market, ad, 'versions', at, attempt.world);
    return bytes !== undefined && sha256Hex(bytes) === action.sha256;
  });
  const now = textOf(attempt.sent(ad, last.at));
  const isNew = now !== '' && copies.every(({ page }) => textOf(page) !== now);
  return { earlier: seen.kind === 'ad' && seen.editedAt !== undefined && !keptVersions, later: isNew };
}

function isSilent(workbench: ReadWorkbench): boolean {
  const note = workbench.of('disclosure.noted').at(-1)?.action;
  return workbench.captures
    .filter(({ counts }) => counts)
    .some(
      (copy) => note !== undefined && workbench.pointsAwayOn(copy).some((place) => !note.pointsAway.includes(place)),
    );
}

const deletesPointsAway = (workbench: ReadWorkbench) =>
  workbench.captures.some((copy) => copy.isDeleted && workbench.pointsAwayOn(copy).length > 0);

/** True if a text calls a person a victim, but not if it says "possible victim". */
const labelsAPerson = (text: string) => /\bvictims?\b/i.test(text.replaceAll(/possible victims?/gi, ''));

/** The captures, or the ads, that a list names, each once. */
const named = (found: readonly string[]) => [...new Set(found)];
const itemsOf = (copies: readonly Capture[]) => named(copies.map(({ item }) => item));

/** Errors that can occur in several ways; each way gives its captures or ads, or only whether it occurred. */
const WAYS: Readonly<
  Record<string, Readonly<Record<string, (workbench: ReadWorkbench) => readonly string[] | boolean>>>
> = {
  E3: {
    search: (workbench) =>
      itemsOf(recorded(workbench).filter(({ ad, record }) => isFromSearch(record?.url ?? '', workbench, ad))),
    query: (workbench) =>
      itemsOf(recorded(workbench).filter(({ ad, record }) => isCut(record?.url ?? '', workbench, ad))),
  },
  E5: {
    person: (workbench) => custodyLines(workbench).some(({ actor }) => actor.trim() === ''),
    tool: (workbench) =>
      [...workbench.of('plan.noted'), ...workbench.of('look.captured')].some(({ action }) => action.tool.trim() === ''),
  },
  E9: {
    original: (workbench) =>
      named(workbench.of('copy.opened').flatMap(({ action }) => (action.copy === 'original' ? [action.item] : []))),
    unsealed: (workbench) =>
      named(
        [
          ...workbench.of('copy.opened').filter(({ action }) => action.copy !== 'original'),
          ...workbench.of('bystander.redacted'),
        ].flatMap(({ action, seq }) => (workbench.isSealedBefore(action.item, seq) ? [] : [action.item])),
      ),
  },
  E14: {
    address: (workbench) => itemsOf(recorded(workbench).filter((copy) => isOnOtherSite(copy, workbench))),
    source: (workbench) => itemsOf(recorded(workbench).filter((copy) => callsItFirst(copy, workbench))),
  },
  E15: {
    unchecked: (workbench) => itemsOf(workbench.captures.filter(({ seq }) => !workbench.clockCheckedBefore(seq))),
    offset: statesOtherOffset,
    copied: (workbench) =>
      workbench.offset === 0
        ? []
        : itemsOf(workbench.captures.filter((copy) => workbench.isTimed(copy, workbench.offset))),
  },
  E16: {
    undated: (workbench) =>
      periods(workbench).some(({ diary, end }) => !diary.some((on) => isInstant(on) && on <= end)),
    ended: (workbench) =>
      periods(workbench).some(
        ({ end, renewedAt }) => workbench.attempt.end > end && !renewedAt.some((moment) => moment <= end),
      ),
  },
  E17: {
    earlier: (workbench) => workbench.wanted.filter((ad) => missedOf(ad, workbench).earlier),
    later: (workbench) => workbench.wanted.filter((ad) => missedOf(ad, workbench).later),
  },
  E18: { silent: isSilent, deleted: (workbench) => deletesPointsAway(workbench) },
};

const isShown = (shown: readonly string[] | boolean) => shown === true || (shown !== false && shown.length > 0);

/** True if at least one way of an error occurred. */
const inSomeWay = (code: string) => (workbench: ReadWorkbench) =>
  Object.values(WAYS[code] ?? {}).some((shows) => isShown(shows(workbench)));

/** Whether each typical error occurred. The sentences of E6 depend on the order fault: see `ORDER_READERS`. */
const ERRORS: Readonly<Record<string, (workbench: ReadWorkbench) => boolean>> = {
  E1: (workbench) => recorded(workbench).some(({ record }) => hasNoZone(record?.time ?? '')),
  E2: (workbench) => workbench.picturesAlone().length > 0,
  E3: inSomeWay('E3'),
  E4: ({ captures }) => captures.some(({ fits }) => !fits),
  E5: inSomeWay('E5'),
  E6: isOutOfOrder,
  E7: (workbench) => {
    const held = workbench.wanted.filter((ad) => workbench.copiesOf(ad).length > 0);
    const without = workbench.wanted.filter((ad) => !workbench.captures.some((copy) => copy.ad === ad && copy.counts));
    return held.length > 0 && without.length > 0;
  },
  E8: (workbench) => workbench.of('note.written').some(({ action }) => action.on === 'original'),
  E9: inSomeWay('E9'),
  E10: (workbench) => workbench.of('item.renamed').some(({ action }) => !action.logged),
  E11: (workbench) => custodyLines(workbench).some(({ reason }) => labelsAPerson(reason)),
  E12: (workbench) => workbench.readableOthers().length > 0,
  E13: (workbench) => workbench.captures.some(({ seq }) => signedInAs(workbench, seq) === 'personal'),
  E14: inSomeWay('E14'),
  E15: inSomeWay('E15'),
  E16: inSomeWay('E16'),
  E17: inSomeWay('E17'),
  E18: inSomeWay('E18'),
};

/** Whether each forbidden act was done. */
const NEVERS: Readonly<Record<string, (workbench: ReadWorkbench) => boolean>> = {
  'closed-card': (workbench) => workbench.copiedAds().some((ad) => workbench.attempt.isClosed(ad)),
  'private-contact': (workbench) => workbench.took('private-contact'),
  'lent-credentials': (workbench) =>
    workbench.of('session.opened').some(({ action }) => action.account === 'of-the-person'),
  payment: (workbench) => workbench.took('payment'),
  'access-control': (workbench) => workbench.took('access-control'),
  'altered-original': (workbench) => workbench.alterations().length > 0,
  'screenshot-only': (workbench) => workbench.picturesAlone().length > 0,
  'public-archive': (workbench) => workbench.took('public-archive'),
  'own-device': (workbench) => workbench.took('own-device'),
  'spoken-of': (workbench) => workbench.took('spoken-of'),
  deleted: deletesPointsAway,
  'face-search': (workbench) => workbench.took('face-search'),
};

const found = (signs: typeof ERRORS, workbench: ReadWorkbench) =>
  Object.values(signs).filter((shows) => shows(workbench)).length;

/** Number of typical errors that occurred. */
export const errorsIn = (workbench: ReadWorkbench): number => found(ERRORS, workbench);
export const neversIn = (workbench: ReadWorkbench): string[] =>
  Object.keys(NEVERS).filter((id) => NEVERS[id]?.(workbench));

/** Sentences about typical errors and forbidden acts. */
export const FAULT_READERS: Readers<ReadWorkbench> = {
  // Not said of an unused workbench: it would praise a trainee who did nothing.
  'gate.never.open': (workbench) => truth(workbench.acts.length > 0 && found(NEVERS, workbench) === 0),
  'gate.never.shut': (workbench) => {
    const nevers = neversIn(workbench);
    return truth(nevers.length > 0, { params: { count: nevers.length, nevers: nevers.join(', ') } });
  },
  ...Object.fromEntries(
    Object.entries(NEVERS)
      .filter(([id]) => id !== 'altered-original')
      .map(([id, shows]) => [`never.${id}`, (workbench: ReadWorkbench) => truth(shows(workbench))]),
  ),
  ...Object.fromEntries(
    ['marked', 'saved', 'unreadable'].map((wanted) => [
      `never.altered-original.${wanted}`,
      (workbench: ReadWorkbench) => {
        const events = workbench.alterations().flatMap(({ how, seq }) => (how === wanted ? [seq] : []));
        return truth(events.length > 0, { events });
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(ERRORS)
      .filter(([code]) => code !== 'E6' && WAYS[code] === undefined)
      .map(([code, shows]) => [`error.${code}`, (workbench: ReadWorkbench) => truth(shows(workbench))]),
  ),
  ...Object.fromEntries(
    Object.entries(WAYS).flatMap(([code, ways]) =>
      Object.entries(ways).map(
        ([way, shows]) =>
          [
            `error.${code}.${way}`,
            (workbench: ReadWorkbench) => {
              const shown = shows(workbench);
              return truth(isShown(shown), typeof shown === 'boolean' ? {} : { params: { at: shown.join(', ') } });
            },
          ] as const,
      ),
    ),
  ),
  'errors.none': (workbench) => truth(workbench.acts.length > 0 && found(ERRORS, workbench) === 0),
  'errors.some': (workbench) => {
    const count = found(ERRORS, workbench);
    return truth(count > 0, { params: { count } });
  },
};
