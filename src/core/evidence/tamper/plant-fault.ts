import { fromEpoch, toEpoch } from '#core/kernel/instant.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { fromUtf8, utf8 } from '#core/kernel/utf8.ts';
import type { EvidenceItem, ItemFacts } from '../evidence-item.ts';
import type { Locker } from '../locker.ts';
import type { CourtQuestion } from './court-questions.ts';
import { type LooseEntry, namesAd, namesItem, rechained, withItem } from './rechain.ts';
import { type ErrorCode, TYPICAL_ERRORS } from './typical-errors.ts';

/** Where a careful reader finds a fault: in the record, in the page itself, in the custody log, or in the name of a folder. */
export type FaultPlace = 'record' | 'page' | 'custody' | 'folder';

/** A locker with one planted fault, where the fault can be seen, and the question that a court may ask first. */
export interface PlantedFault {
  readonly code: ErrorCode;
  readonly locker: Locker;
  readonly item: string;
  readonly place: FaultPlace;
  readonly question: CourtQuestion;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** The locker with the fault in that item; undefined where this locker cannot carry it. */
type Plant = (locker: Locker, item: EvidenceItem) => Locker | undefined;

/**
 * A copy of the locker with exactly one fault out of E1 to E18 in its n-th item, for the tamper drill. Undefined where the
 * locker holds too little for it: a network needs two ads, and an item that is left out needs another that stays. Pure.
 */
export function plantFault(locker: Locker, code: ErrorCode, n = 0): PlantedFault | undefined {
  const item = locker.items[n];
  const planted = item && FAULTS[code].plant(locker, item);
  return planted
    ? {
        code,
        locker: planted,
        item: item.facts.itemId,
        place: FAULTS[code].place,
        question: TYPICAL_ERRORS[code].question,
      }
    : undefined;
}

const inFacts =
  (change: (facts: ItemFacts, item: EvidenceItem) => Partial<ItemFacts>): Plant =>
  (locker, item) =>
    withItem(locker, { ...item, facts: { ...item.facts, ...change(item.facts, item) } });

/** The page changed, and the log made to fit: nothing but the page itself tells. */
function rewritten(locker: Locker, item: EvidenceItem, change: (html: string) => string): Locker {
  const body = utf8(change(fromUtf8(item.body)));
  const sha256 = sha256Hex(body);
  const custody = locker.custody.map((entry) =>
    namesItem(entry, item.facts.itemId) && entry.sha256 === item.loggedSha256 ? { ...entry, sha256 } : entry,
  );
  return { ...withItem(locker, { ...item, body, loggedSha256: sha256 }), custody: rechained(custody) };
}

/** An entry in the hand of whoever wrote the last one. */
function entryAfter(locker: Locker, action: string, reason: string): LooseEntry {
  const last = locker.custody.at(-1);
  return {
    utc: last?.utc ?? locker.packedAt,
    actor: last?.actor ?? '',
    role: last?.role ?? '',
    action,
    sha256: '-',
    reason,
  };
}

const withEntry = (locker: Locker, action: string, reason: string): Locker => ({
  ...locker,
  custody: rechained([...locker.custody, entryAfter(locker, action, reason)]),
});

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
  E3: { place: 'record', plant: inFacts(({ finalUrl }) => ({ url: finalUrl.split('?')[0] ?? '' })) },
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
      rewritten(locker, item, (html) => html.replace('</body>', '<!-- note: look at the second line --></body>')),
  },
  E9: {
    place: 'custody',
    plant: (locker, { facts }) => withEntry(locker, 'copy.opened', `${facts.itemId}, original copy: to mark passages`),
  },
  E10: { place: 'folder', plant: (locker, item) => withItem(locker, { ...item, folder: `${item.folder}-final` }) },
  E11: {
    place: 'custody',
    plant: (locker, { facts }) => withEntry(locker, 'note.written', `${facts.itemId}, log: the victim is shown here`),
  },
  E12: {
    place: 'record',
    plant: inFacts(() => ({ notes: 'A neighbour, who rings from +999 555 019 922, does not want to be named.' })),
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
  const notice = { utc, actor, role, action: 'notice.entered', sha256: '-', reason: 'to the site' };
  return { ...locker, custody: rechained(others.toSpliced(at, 0, notice)) };
}

/** The other ads were looked at before a capture, and then nobody captured them. */
function keepOneAd(locker: Locker, kept: EvidenceItem): Locker | undefined {
  const dropped = locker.items.filter(({ facts }) => facts.adId !== kept.facts.adId);
  if (dropped.length === 0) return undefined;
  const isAboutDropped = (entry: LooseEntry) =>
    dropped.some(({ facts }) => namesItem(entry, facts.itemId) || namesAd(entry, facts.adId));
  return {
    ...locker,
    items: locker.items.filter((item) => !dropped.includes(item)),
    custody: rechained(
      locker.custody.filter((entry) => entry.action === 'child-material.checked' || !isAboutDropped(entry)),
    ),
  };
}

function copiesWorkstationTime({ clockCheck }: ItemFacts, { servedAt }: EvidenceItem): Partial<ItemFacts> {
  const offset = clockCheck ? Math.round(clockCheck.offsetMs / 1000) : 0;
  return offset === 0 ? { clockCheck: null } : { capturedAtUtc: fromEpoch(toEpoch(servedAt) + offset) };
}

/** The data were asked to be kept, and no day for asking again stands anywhere. */
function askOnce(locker: Locker): Locker {
  const renewals = ['renewal.noted', 'request.renewed'];
  const others = locker.custody.filter(({ action }) => !renewals.includes(action));
  const asked = others.some(({ action }) => action === 'request.entered');
  const request = asked ? [] : [entryAfter(locker, 'request.entered', 'to the site')];
  return { ...locker, custody: rechained([...others, ...request]) };
}

/** The page says that it was edited, and nobody kept when, or what came after. */
function missEdit(locker: Locker, item: EvidenceItem): Locker {
  const { adId, itemId } = item.facts;
  const others = locker.items.filter(({ facts }) => facts.adId === adId && facts.itemId !== itemId);
  const entries = locker.custody.filter(
    (entry) =>
      !(entry.action === 'context.captured' && namesAd(entry, adId) && entry.reason.endsWith('versions')) &&
      !others.some(({ facts }) => namesItem(entry, facts.itemId)),
  );
  const alone = {
    ...locker,
    items: locker.items.filter((entry) => !others.includes(entry)),
    custody: rechained(entries),
  };
  const untold = { ...item, surroundings: item.surroundings.filter(({ name }) => !name.startsWith('versions')) };
  if (fromUtf8(item.body).includes('class="edited"')) return withItem(alone, untold);
  const edited = fromEpoch(toEpoch(item.servedAt) - DAY);
  const mark = `</time> <time class="edited" datetime="${edited}">edited ${edited}</time>`;
  return rewritten(alone, untold, (html) => html.replace('</time>', mark));
}

function leaveOut(locker: Locker, item: EvidenceItem): Locker | undefined {
  if (locker.items.length < 2) return undefined;
  const without = { ...locker, items: locker.items.filter((entry) => entry !== item) };
  return withEntry(without, 'item.deleted', `${item.facts.itemId}: does not help the case`);
}
