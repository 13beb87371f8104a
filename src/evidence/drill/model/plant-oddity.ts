import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import {
  entryAfter,
  type LooseEntry,
  namesAd,
  namesItem,
  withEntry,
  withItem,
  withLog,
} from '#evidence/locker/model/rechain.ts';
import { fromEpoch, toEpoch } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { withClockReading } from './clock-reading.ts';
import type { OddityId } from './oddities.ts';

/** Oddities that arise while a locker is filled (`CaptureRecipe`) and cannot be planted in a finished one. */
type Recorded = 'gone' | 'sent-on';
export type PlantedOddity = Exclude<OddityId, Recorded>;

/**
 * A copy of the locker with a harmless oddity in its n-th item and the log entry that explains it. Undefined if that
 * item cannot hold the oddity. Pure, like `plantFault`.
 */
export function plantOddity(locker: Locker, id: PlantedOddity, n: number): Locker | undefined {
  const item = locker.items[n];
  return item && PLANTS[id](locker, item, n);
}

type Plant = (locker: Locker, item: EvidenceItem, n: number) => Locker | undefined;

const MINUTE = 60;
const PAUSE_SECONDS = 5 * 3600 + 13 * MINUTE;
const OFFSET_SECONDS = 4271;
const LONG_TAIL = '&page=2&sort=newest&show=all&view=list&lang=en&seen=no';

const noteText = (text: string) => `log: ${text}`;

/** Adds a note about an item to the log and, if the item is in the locker, to its record. */
function withNote(locker: Locker, item: string, text: string): Locker | undefined {
  const [kept] = locker.items.filter(({ facts }) => facts.itemId === item);
  const logged = withEntry(locker, item, 'note.written', `${item}, ${noteText(text)}`);
  const notes = kept && [kept.facts.notes, text].filter(Boolean).join('\n');
  return logged && kept ? withItem(logged, { ...kept, facts: { ...kept.facts, notes: notes ?? '' } }) : logged;
}

const PLANTS: Readonly<Record<PlantedOddity, Plant>> = {
  renamed(locker, item) {
    const { itemId } = item.facts;
    const folder = `${itemId}-list-page`;
    return withEntry(withItem(locker, { ...item, folder }), itemId, 'item.renamed', `${itemId} is now ${folder}`);
  },
  twice: captureAgain,
  'hash-thrice'(locker, { facts: { itemId }, loggedSha256 }) {
    const log: readonly LooseEntry[] = locker.custody;
    const at = log.findIndex((entry) => entry.action === 'hash.verified' && namesItem(entry, itemId));
    if (at < 0) return undefined;
    const second = { ...entryAfter(log, at, 'hash.verified', itemId), sha256: loggedSha256 };
    const third = { ...entryAfter([second], 0, 'hash.verified', itemId), sha256: loggedSha256 };
    return withLog(locker, log.toSpliced(at + 1, 0, second, third));
  },
  'handed-over': handOver,
  pause: recordLate,
  'long-query': lengthenQuery,
  'skipped-number': skipNumber,
  capitals(locker, item) {
    const operator = item.facts.operator.toUpperCase();
    return withItem(locker, { ...item, facts: { ...item.facts, operator } });
  },
  'large-offset'(locker) {
    const items = locker.items.map((item): EvidenceItem => {
      const check = item.facts.clockCheck;
      return check
        ? { ...item, facts: { ...item.facts, clockCheck: { ...check, offsetMs: OFFSET_SECONDS * 1000 } } }
        : item;
    });
    return withClockReading({ ...locker, items }, OFFSET_SECONDS);
  },
};

/** Captures the page again at the end of the log: next item number, a later time, the same bytes. */
function captureAgain(locker: Locker, item: EvidenceItem): Locker | undefined {
  const { adId, itemId, httpStatus } = item.facts;
  const acts = locker.custody.filter((entry) => namesItem(entry, itemId) && AGAIN.includes(entry.action));
  const last = locker.custody.at(-1);
  const isAlone = locker.items.every(({ facts }) => facts.adId !== adId || facts.itemId === itemId);
  if (!last || acts.length !== AGAIN.length || httpStatus !== 200 || !isAlone) return undefined;
  const numbers = locker.items.map(({ facts }) => numberOf(facts.itemId));
  const next = itemName(Math.max(...numbers) + 1);
  const times = acts.map((_, n) => fromEpoch(toEpoch(last.utc) + (3 + 2 * n) * MINUTE));
  const entries = acts.map(({ action, sha256, reason }, n): LooseEntry => {
    const { actor, role } = last;
    return { utc: times[n] as string, actor, role, action, sha256, reason: reason.replace(itemId, next) };
  });
  const servedAt = times[0] as string;
  const facts = { ...item.facts, itemId: next, capturedAtUtc: servedAt, operator: last.actor, notes: '' };
  const again: EvidenceItem = { ...item, folder: next, facts, servedAt, surroundings: [] };
  return withLog({ ...locker, items: [...locker.items, again] }, [...locker.custody, ...entries]);
}

const AGAIN = ['page.captured', 'record.written', 'hash.verified', 'copy.sealed'];
const numberOf = (item: string) => Number(item.slice('EV-'.length));
const itemName = (number: number) => `EV-${String(number).padStart(3, '0')}`;

const isCaptureOf = (entry: LooseEntry, item: string) => entry.action === 'page.captured' && namesItem(entry, item);
const isCheckOf = (entry: LooseEntry, ad: string) => entry.action === 'child-material.checked' && namesAd(entry, ad);

/** Hands over to another person, with a log entry; the records of pages that are captured later name that person. */
function handOver(locker: Locker, { facts: { itemId } }: EvidenceItem): Locker | undefined {
  const log: readonly LooseEntry[] = locker.custody;
  const at = log.findLastIndex((entry) => namesItem(entry, itemId));
  const later = locker.items.filter(({ facts }) => log.slice(at + 1).some((entry) => isCaptureOf(entry, facts.itemId)));
  if (at < 0 || later.length === 0) return undefined;
  const { actor } = log[at] as LooseEntry;
  const to = actor.replace(/\d+/, (number) => String(Number(number) + 7));
  if (to === actor) return undefined;
  const handed = entryAfter(log, at, 'item.handed-over', `${itemId}, to ${to}: change of shift`);
  const after = log.slice(at + 1).map((entry) => ({ ...entry, actor: to }));
  const laterIds = later.map(({ facts }) => facts.itemId);
  const items = locker.items.map((item): EvidenceItem => {
    const { facts } = item;
    if (!laterIds.includes(facts.itemId)) return item;
    // The first person may have looked at the ad before, when it was captured for the first time.
    const isCheckedBefore = log.slice(0, at + 1).some((entry) => isCheckOf(entry, facts.adId));
    const childMaterialCheck = isCheckedBefore ? facts.childMaterialCheck : { ...facts.childMaterialCheck, by: to };
    return { ...item, facts: { ...facts, operator: to, childMaterialCheck } };
  });
  return withLog({ ...locker, items }, [...log.slice(0, at + 1), handed, ...after]);
}

/** Delays the record of the last page by hours, with a note that says why. */
function recordLate(locker: Locker, { facts: { itemId } }: EvidenceItem, n: number): Locker | undefined {
  const log: readonly LooseEntry[] = locker.custody;
  const at = log.findIndex((entry) => entry.action === 'record.written' && namesItem(entry, itemId));
  if (n < locker.items.length - 1 || at < 0) return undefined;
  const entries = log.map((entry, place) =>
    place < at ? entry : { ...entry, utc: fromEpoch(toEpoch(entry.utc) + PAUSE_SECONDS) },
  );
  const { actor } = log[at] as LooseEntry;
  const text = `${actor} was away after the capture, and the record was written later on this day`;
  return withNote(withLog(locker, entries), itemId, text);
}

/** Gives the page an address with a long query and writes it in full wherever it is given. */
function lengthenQuery(locker: Locker, item: EvidenceItem): Locker | undefined {
  const { url, finalUrl, redirects, adId } = item.facts;
  const isShared = locker.items.some(({ facts }) => facts.adId === adId && facts !== item.facts);
  if (url !== finalUrl || redirects.length > 0 || isShared || locker.letters.some(({ text }) => text.includes(url)))
    return undefined;
  const long = `${url}${LONG_TAIL}`;
  const hashes = new Map<string, string>();
  const surroundings = item.surroundings.map((kept) => {
    const text = kept.text.replaceAll(url, long);
    hashes.set(sha256Hex(kept.text), sha256Hex(text));
    return { ...kept, text };
  });
  const entries = locker.custody.map((entry) => ({ ...entry, sha256: hashes.get(entry.sha256) ?? entry.sha256 }));
  const facts = { ...item.facts, url: long, finalUrl: long };
  return withLog(withItem(locker, { ...item, facts, surroundings }), entries);
}

/** Raises the number of this item and of all later ones by one, with a note that says why one was skipped. */
function skipNumber(locker: Locker, { facts: { itemId } }: EvidenceItem, n: number): Locker | undefined {
  const before = locker.items[n - 1];
  if (!before) return undefined;
  const skipped = numberOf(itemId);
  const raised = (text: string) =>
    text.replaceAll(/\bEV-(\d{3})\b/g, (name, number) =>
      Number(number) < skipped ? name : itemName(Number(number) + 1),
    );
  const items = locker.items.map((item): EvidenceItem => {
    const { facts, folder } = item;
    return {
      ...item,
      folder: raised(folder),
      facts: { ...facts, itemId: raised(facts.itemId), notes: raised(facts.notes) },
    };
  });
  const log: readonly LooseEntry[] = locker.custody.map((entry) => ({ ...entry, reason: raised(entry.reason) }));
  const at = log.findLastIndex((entry) => namesItem(entry, before.facts.itemId));
  const reason = `${itemId}, ${noteText('the line broke before a page came, and this number was not used again')}`;
  return withLog({ ...locker, items }, log.toSpliced(at + 1, 0, entryAfter(log, at, 'note.written', reason)));
}
