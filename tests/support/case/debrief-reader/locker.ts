import { isInstant } from '#kernel/model/instant.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { type Readers, truth } from './attempt.ts';
import type { Capture, ReadWorkbench } from './bench.ts';
import { custodyLines } from './custody-lines.ts';

/** Items of a locker: every capture that was not deleted, except withheld cards, which are never packed. */
export const itemsIn = ({ captures }: ReadWorkbench) =>
  captures.filter(({ isDeleted, isClosed }) => !isDeleted && !isClosed);

const named = (holds: (item: Capture, workbench: ReadWorkbench) => boolean) => (workbench: ReadWorkbench) => {
  const items = itemsIn(workbench)
    .filter((item) => holds(item, workbench))
    .map(({ item }) => item);
  return truth(items.length > 0, { params: { items: items.join(', ') } });
};

/** One truth per distinct value, with the items that have it. */
const shared =
  (name: string, read: (item: Capture, workbench: ReadWorkbench) => string | number | undefined) =>
  (workbench: ReadWorkbench) => {
    const groups = Map.groupBy(itemsIn(workbench), (item) => read(item, workbench));
    return [...groups].flatMap(([value, items]) =>
      value === undefined ? [] : [{ params: { [name]: value, items: items.map(({ item }) => item).join(', ') } }],
    );
  };

const momentOf = (at: string) => at.replace('T', ' ').replace('Z', ' UTC');

const pagesIn = (workbench: ReadWorkbench) => itemsIn(workbench).filter(({ isPage }) => isPage);

/** Pages whose logged hash is that of what the site sent, and whose original was not altered. */
const fitting = (workbench: ReadWorkbench) => pagesIn(workbench).filter(({ fits, isAltered }) => fits && !isAltered);

function clockBefore(item: Capture, workbench: ReadWorkbench): number | undefined {
  return workbench.of('clock.checked').findLast(({ seq }) => seq < item.seq)?.action.offsetSeconds;
}

const basisOf = (item: Capture, workbench: ReadWorkbench) => workbench.basisBefore(item.seq).replace(/[.\s]+$/, '');

/** Fields that identify an account, device, payment account, picture or room. A hidden value cannot be recorded. */
const IDENTIFIERS = ['phone', 'account', 'payment', 'picture', 'room'];

/** The values of such fields on a page. */
function identifiersOf({ page }: Capture): string[] {
  const seen = readServedAd(page);
  return seen.kind === 'ad'
    ? seen.fields
        .filter(({ name, value }) => IDENTIFIERS.includes(name) && !value.startsWith('▒'))
        .map(({ name, value }) => `${name}:${value}`)
    : [];
}

/** True if every identifier in the record is on the page; an answer without a page shows none. */
function namesNoStranger(item: Capture): boolean {
  const fields = [...IDENTIFIERS, 'ad'];
  const written = (item.record?.identifiers ?? []).filter((one) => fields.includes(one.split(':')[0] ?? ''));
  return !item.isPage || written.every((one) => [`ad:${item.ad}`, ...identifiersOf(item)].includes(one));
}

/**
 * True if a record has a gap. Required are: address, time, clock check with the right offset, operator, tool,
 * identifiers with the ad id and none that is not on the page, authority, child check, how the page was found, no
 * login; and an item whose hash was read back and whose original was sealed and never altered.
 */
function lacksSomething(item: Capture, workbench: ReadWorkbench): boolean {
  const { record, page, seq, ad, actor } = item;
  const asked = (page.redirects ?? []).map(({ url }) => url);
  const url = record?.url ?? '';
  const account = workbench.of('session.opened').findLast((act) => act.seq < seq)?.action.account;
  const tool = workbench.of('plan.noted').findLast((act) => act.seq < seq)?.action.tool;
  const isComplete =
    (url === page.url || asked.includes(url)) &&
    (asked.length === 0 || record?.standing !== undefined) &&
    isInstant(record?.time) &&
    workbench.isTimed(item) &&
    clockBefore(item, workbench) === workbench.offset &&
    actor.trim() !== '' &&
    (tool === undefined || tool.trim() !== '') &&
    (record?.identifiers ?? []).length > 0 &&
    [`ad:${ad}`, ...identifiersOf(item)].every((one) => record?.identifiers.includes(one)) &&
    workbench.of('finding.noted').some(({ action }) => action.ad === ad) &&
    namesNoStranger(item) &&
    !item.isAltered &&
    item.readBack !== undefined &&
    item.sealedAt !== undefined &&
    workbench.basisBefore(seq) !== '' &&
    workbench.of('child-material.checked').some((act) => act.action.ad === ad && act.seq < seq) &&
    account === 'none';
  return !isComplete;
}

/** `hasBasis`, `hasPlan`: a legal basis or a plan (purpose, scope, tool) was noted that is not blank. */
const hasBasis = (workbench: ReadWorkbench) =>
  workbench.of('authority.noted').some(({ action }) => action.legalBasis.trim() !== '');
const hasPlan = (workbench: ReadWorkbench) =>
  workbench
    .of('plan.noted')
    .some(({ action: { purpose, scope, tool, workstation } }) => /[^;\s]/.test(purpose + scope + tool + workstation));
const isDisclosed = (workbench: ReadWorkbench) => workbench.of('disclosure.noted').length > 0;
const isAllNoted = (workbench: ReadWorkbench) => hasBasis(workbench) && hasPlan(workbench) && isDisclosed(workbench);
const areWhole = (workbench: ReadWorkbench) => itemsIn(workbench).every((item) => !lacksSomething(item, workbench));

/** Ads with a picture but without a capture in the locker, in the order of the pictures. */
function picturesOnly(workbench: ReadWorkbench): string[] {
  const kept = new Set(pagesIn(workbench).map(({ ad }) => ad));
  return [...new Set(workbench.of('look.captured').map(({ action }) => action.ad))].filter((ad) => !kept.has(ad));
}

/** Parts of the disclosure note; undefined if there is no note. */
function disclosed(workbench: ReadWorkbench): string[] | undefined {
  const note = workbench.of('disclosure.noted').at(-1)?.action;
  return (
    note &&
    [...note.pointsAway, ...note.failures.split('; ')].map((part) => part.replace(/[.\s]+$/, '')).filter(Boolean)
  );
}

/** Sentences of the first page of a locker's report. */
export const LOCKER_READERS: Readers<ReadWorkbench> = {
  'report.short.kept': (workbench) => {
    const times = fitting(workbench)
      .map(({ at }) => at)
      .sort();
    const [first = '', last = ''] = [times[0], times.at(-1)];
    const params = { count: times.length, from: momentOf(first), until: momentOf(last) };
    return truth(times.length > 1, { params });
  },
  'report.short.kept.one': (workbench) => {
    const [page, second] = fitting(workbench);
    return page && !second ? [{ params: { from: momentOf(page.at) } }] : [];
  },
  'report.short.kept.none': (workbench) => truth(pagesIn(workbench).length === 0),
  'report.short.unfit': named(({ fits, isPage }) => isPage && !fits),
  'report.short.altered': named(({ isAltered }) => isAltered),
  'report.short.redirects': named(({ page, isPage }) => isPage && page.redirects !== undefined),
  'report.short.gone': named(({ isPage }) => !isPage),
  'report.short.operator': shared('who', ({ actor }) => actor.trim() || undefined),
  'report.short.operator.none': named(({ actor }) => actor.trim() === ''),
  'report.short.basis': shared('basis', (item, workbench) => basisOf(item, workbench) || undefined),
  'report.short.basis.none': named((item, workbench) => basisOf(item, workbench) === ''),
  'report.short.clock.ahead': shared('seconds', (item, workbench) => {
    const seconds = clockBefore(item, workbench);
    return seconds !== undefined && seconds >= 0 ? seconds : undefined;
  }),
  'report.short.clock.behind': shared('seconds', (item, workbench) => {
    const seconds = clockBefore(item, workbench);
    return seconds !== undefined && seconds < 0 ? -seconds : undefined;
  }),
  'report.short.clock.none': named((item, workbench) => clockBefore(item, workbench) === undefined),
  'report.chain.holds': (workbench) => [{ params: { count: custodyLines(workbench).length } }],
  // The chain is computed when a log is replayed: no log of acts can break it.
  'report.chain.broken': () => [],
  'report.short.gaps.none': (workbench) => truth(areWhole(workbench) && isAllNoted(workbench)),
  'report.short.gaps.records': (workbench) => truth(areWhole(workbench) && !isAllNoted(workbench)),
  'report.short.plan.none': (workbench) => truth(!hasPlan(workbench)),
  'report.short.authority.none': (workbench) => truth(!hasBasis(workbench)),
  'report.short.pictures': (workbench) => {
    const ads = picturesOnly(workbench).map((ad) => `ad ${ad}`);
    return truth(ads.length > 0, { params: { ads: ads.join(', ') } });
  },
  'report.short.gaps': named(lacksSomething),
  'report.short.disclosure': (workbench) => {
    const told = disclosed(workbench) ?? [];
    return truth(told.length > 0, { params: { told: told.join('; ') } });
  },
  'report.short.disclosure.empty': (workbench) => truth(disclosed(workbench)?.length === 0),
  'report.short.disclosure.none': (workbench) => truth(disclosed(workbench) === undefined),
};
