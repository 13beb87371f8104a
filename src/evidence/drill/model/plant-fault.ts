import type { EvidenceItem, ItemFacts } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import {
  entryAfter,
  type LooseEntry,
  namesAd,
  namesItem,
  SHORTLY,
  withEntry,
  withItem,
  withLog,
} from '#evidence/locker/model/rechain.ts';
import { fromEpoch, toEpoch } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { fromUtf8, utf8 } from '#kernel/model/utf8.ts';
import type { ErrorCode } from './typical-errors.ts';

/** Where a careful reader finds a fault: in the record, in the page, in the custody log, or in a folder name. */
export type FaultPlace = 'record' | 'page' | 'custody' | 'folder';

/** A locker with one planted fault, and where the fault shows. */
export interface PlantedFault {
  readonly code: ErrorCode;
  readonly locker: Locker;
  /** The item that it was planted in. */
  readonly item: string;
  readonly place: FaultPlace;
}

const HOUR = 3600;
const DAY = 24 * HOUR;
const REMARK = '<!-- note: look at the second line -->';
const NEIGHBOUR = 'A neighbour, who rings from +999 555 019 922, does not want to be named.';

/** Returns the locker with the fault in the item; undefined if this locker cannot hold the fault. */
type Plant = (locker: Locker, item: EvidenceItem) => Locker | undefined;

/**
 * A copy of the locker with exactly one fault out of E1 to E18 in its n-th item, for the tamper drill. Undefined if the
 * locker is too small for the fault: E7 (ads of a network left out) needs two ads, and E18 (item left out) two items.
 * Pure.
 */
export function plantFault(locker: Locker, code: ErrorCode, n = 0): PlantedFault | undefined {
  const item = locker.items[n];
  const planted = item && FAULTS[code].plant(locker, item);
  return planted ? { code, locker: planted, item: item.facts.itemId, place: FAULTS[code].place } : undefined;
}

const inFacts =
  (change: (facts: ItemFacts, item: EvidenceItem) => Partial<ItemFacts>): Plant =>
  (locker, item) =>
    withItem(locker, { ...item, facts: { ...item.facts, ...change(item.facts, item) } });

/** Changes the page and adapts the hashes in the log, as if the site had sent this page at the capture. */
function rewritten(locker: Locker, item: EvidenceItem, change: (html: string) => string): Locker {
  const body = utf8(change(fromUtf8(item.body)));
  const sha256 = sha256Hex(body);
  const custody = locker.custody.map((entry) =>
    namesItem(entry, item.facts.itemId) && entry.sha256 === item.loggedSha256 ? { ...entry, sha256 } : entry,
  );
  return withLog(withItem(locker, { ...item, body, loggedSha256: sha256 }), custody);
}

const FAULTS: Readonly<Record<ErrorCode, { readonly place: FaultPlace; readonly plant: Plant }>> = {
  E1: {
    place: 'record',
    plant: inFacts((_, { servedAt }) => ({
      capturedAtUtc: fromEpoch(toEpoch(servedAt) + HOUR)
        .replace('T', ' ')
        .replace('Z', ''),
    })),
  },
  E2: { place: 'record', plant: inFacts(() => ({ method: 'screenshot' })) },
  E3: {
    place: 'record',
    plant: inFacts(({ finalUrl, redirects: [asked = finalUrl] }) => ({ url: asked.split('?')[0] ?? '' })),
  },
  E4: {
    place: 'page',
    plant: (locker, item) => withItem(locker, { ...item, body: utf8(fromUtf8(item.body).replaceAll('\n', '\r\n')) }),
  },
  E5: { place: 'record', plant: inFacts(() => ({ operator: '', tool: { name: '', version: '' } })) },
  E6: { place: 'custody', plant: notifyBefore },
  E7: { place: 'custody', plant: keepOneAd },
  E8: {
    place: 'page',
    plant: (locker, item) =>
      withItem(locker, { ...item, body: utf8(fromUtf8(item.body).replace('</body>', `${REMARK}</body>`)) }),
  },
  E9: {
    place: 'custody',
    plant: (locker, { facts }) =>
      withEntry(locker, facts.itemId, 'copy.opened', `${facts.itemId}, original copy: to mark passages`),
  },
  E10: { place: 'folder', plant: (locker, item) => withItem(locker, { ...item, folder: `${item.folder}-final` }) },
  E11: {
    place: 'custody',
    plant: (locker, { facts }) =>
      withEntry(locker, facts.itemId, 'note.written', `${facts.itemId}, log: the victim is shown here`),
  },
  E12: {
    place: 'record',
    plant: inFacts(({ notes }) => ({ notes: [notes, NEIGHBOUR].filter(Boolean).join('\n') })),
  },
  E13: { place: 'record', plant: inFacts(() => ({ loginState: 'signed in with a personal account' })) },
  E14: {
    place: 'record',
    plant: inFacts(({ finalUrl, redirects }) =>
      redirects.length > 0 ? { standing: 'source' } : { finalUrl: finalUrl.replace('https://', 'https://copy-of-') },
    ),
  },
  E15: { place: 'record', plant: inFacts(copiesWorkstationTime) },
  E16: { place: 'custody', plant: askOnce },
  E17: { place: 'page', plant: missEdit },
  E18: { place: 'custody', plant: leaveOut },
};

function notifyBefore(locker: Locker): Locker | undefined {
  const others: readonly LooseEntry[] = locker.custody.filter(({ action }) => action !== 'notice.entered');
  const at = others.findIndex(({ action }) => action === 'page.captured');
  const first = others[at];
  if (first === undefined) return undefined;
  const { utc, actor, role } = first;
  const before = fromEpoch(toEpoch(utc) - SHORTLY);
  const notice = { utc: before, actor, role, action: 'notice.entered', sha256: '-', reason: 'to the site' };
  return withLog(locker, others.toSpliced(at, 0, notice));
}

/** Removes the captures of all other ads but keeps their child-material checks: they were seen and never captured. */
function keepOneAd(locker: Locker, kept: EvidenceItem): Locker | undefined {
  const dropped = locker.items.filter(({ facts }) => facts.adId !== kept.facts.adId);
  if (dropped.length === 0) return undefined;
  const isAboutDropped = (entry: LooseEntry) =>
    dropped.some(({ facts }) => namesItem(entry, facts.itemId) || namesAd(entry, facts.adId));
  return withLog(
    { ...locker, items: locker.items.filter((item) => !dropped.includes(item)) },
    locker.custody.filter((entry) => entry.action === 'child-material.checked' || !isAboutDropped(entry)),
  );
}

function copiesWorkstationTime({ clockCheck }: ItemFacts, { servedAt }: EvidenceItem): Partial<ItemFacts> {
  const offset = clockCheck ? Math.round(clockCheck.offsetMs / 1000) : 0;
  return offset === 0 ? { clockCheck: null } : { capturedAtUtc: fromEpoch(toEpoch(servedAt) + offset) };
}

/** Keeps or adds a preservation request and removes every renewal and renewal date. */
function askOnce(locker: Locker): Locker | undefined {
  const renewals = ['renewal.noted', 'request.renewed'];
  const others: readonly LooseEntry[] = locker.custody.filter(({ action }) => !renewals.includes(action));
  if (others.length === 0) return undefined;
  const asked = others.some(({ action }) => action === 'request.entered');
  const request = asked ? [] : [entryAfter(others, -1, 'request.entered', 'to the site')];
  return withLog(locker, [...others, ...request]);
}

/** Makes the page say that it was edited, and removes its captured versions and all other captures of the ad. */
function missEdit(locker: Locker, item: EvidenceItem): Locker | undefined {
  const { adId, itemId, httpStatus } = item.facts;
  if (httpStatus !== 200) return undefined;
  const others = locker.items.filter(({ facts }) => facts.adId === adId && facts.itemId !== itemId);
  const entries = locker.custody.filter(
    (entry) =>
      !(entry.action === 'context.captured' && namesAd(entry, adId) && entry.reason.endsWith('versions')) &&
      !others.some(({ facts }) => namesItem(entry, facts.itemId)),
  );
  const alone = withLog({ ...locker, items: locker.items.filter((entry) => !others.includes(entry)) }, entries);
  const versionless = { ...item, surroundings: item.surroundings.filter(({ name }) => !name.startsWith('versions')) };
  if (fromUtf8(item.body).includes('class="edited"')) return withItem(alone, versionless);
  const edited = fromEpoch(toEpoch(item.servedAt) - DAY);
  const mark = `</time> <time class="edited" datetime="${edited}">edited ${edited}</time>`;
  const facts = { ...item.facts, headers: { ...item.facts.headers, 'last-modified': edited } };
  return rewritten(alone, { ...versionless, facts }, (html) => html.replace('</time>', mark));
}

function leaveOut(locker: Locker, item: EvidenceItem): Locker | undefined {
  if (locker.items.length < 2) return undefined;
  const without = { ...locker, items: locker.items.filter((entry) => entry !== item) };
  return withEntry(without, item.facts.itemId, 'item.deleted', `${item.facts.itemId}: does not help the case`);
}
