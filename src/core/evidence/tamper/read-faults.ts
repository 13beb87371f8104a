import { isInstant, toEpoch } from '#core/kernel/instant.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { fromUtf8 } from '#core/kernel/utf8.ts';
import type { EvidenceItem } from '../evidence-item.ts';
import type { Locker } from '../locker.ts';
import { NOT_LOGGED_IN } from '../record-gaps.ts';
import { labelsAPerson } from './labels-a-person.ts';
import { namesAd, namesItem } from './rechain.ts';
import { ERROR_CODES, type ErrorCode } from './typical-errors.ts';

/** An error that a careful reader of a locker can see, with the items or the log entries in which it shows. */
export interface ReadFault {
  readonly code: ErrorCode;
  readonly items: readonly string[];
  readonly entries: readonly number[];
}

/** Two seconds of tolerance on a written time. */
const TOLERANCE_SECONDS = 2;

/**
 * Every typical error that can be read off a locker, its log and its pages, without any key: what the trainee of a tamper
 * drill has to find. An empty list says that nothing can be seen, not that everything was done.
 */
export function readFaults(locker: Locker): ReadFault[] {
  return ERROR_CODES.flatMap((code) => {
    const { item, entry } = SIGNS[code];
    const items = item ? locker.items.filter((kept) => item(kept, locker)).map(({ facts }) => facts.itemId) : [];
    const entries = entry ? locker.custody.filter((line) => entry(line, locker)).map(({ seq }) => seq) : [];
    return items.length + entries.length > 0 ? [{ code, items, entries }] : [];
  });
}

type Entry = Locker['custody'][number];
interface Sign {
  readonly item?: (item: EvidenceItem, locker: Locker) => boolean;
  readonly entry?: (entry: Entry, locker: Locker) => boolean;
}

const hostOf = (url: string) => /^https:\/\/([^/]+)/.exec(url)?.[1] ?? '';
const digitsOf = (text: string) => text.replaceAll(/\D/g, '');
const NUMBERS = /\+\d[\d ]{6,}\d/g;
const ITEM_IDS = /EV-\d+/;

const SIGNS: Readonly<Record<ErrorCode, Sign>> = {
  E1: { item: ({ facts: { capturedAtUtc: time } }) => time !== '' && !isInstant(time) },
  E2: { item: ({ facts }) => facts.method !== 'native' },
  E3: { item: hasOtherWayIn },
  E4: { item: ({ body, loggedSha256 }) => sha256Hex(body) !== loggedSha256 },
  E5: { item: ({ facts: { operator, tool } }) => [operator, tool.name, tool.version].includes('') },
  E6: { entry: isNoticeBeforeCapture },
  E7: { entry: isNeverCaptured },
  E8: {
    item: ({ body }) => fromUtf8(body).includes('<!--'),
    entry: ({ action, reason }) => action === 'note.written' && /^EV-\d+, original:/.test(reason),
  },
  E9: { entry: ({ action, reason }) => action === 'copy.opened' && /^EV-\d+, original copy:/.test(reason) },
  E10: { item: ({ folder, facts }, { custody }) => folder !== facts.itemId && !isRenamed(folder, custody) },
  E11: { entry: ({ reason }) => labelsAPerson(reason) },
  E12: { item: namesAStranger },
  // A state that nobody noted is a gap of the record and no account.
  E13: { item: ({ facts }) => !['', NOT_LOGGED_IN].includes(facts.loginState) },
  E14: { item: takesCopyForSource },
  E15: { item: ignoresClock },
  E16: { entry: ({ action }, { custody }) => action === 'request.entered' && !has(custody, 'renewal.noted') },
  E17: { item: missesEdit },
  E18: { entry: isLeftOut },
};

const has = (custody: Locker['custody'], action: string) => custody.some((entry) => entry.action === action);

function isNoticeBeforeCapture({ action, seq }: Entry, { custody }: Locker): boolean {
  return action === 'notice.entered' && custody.some((entry) => entry.action === 'page.captured' && entry.seq > seq);
}

/** An address at the site that was asked, and neither the one that was asked for nor the one that sent the page. */
function hasOtherWayIn({ facts: { url, finalUrl, redirects } }: EvidenceItem): boolean {
  const [asked = finalUrl] = redirects;
  return ![finalUrl, ...redirects].includes(url) && hostOf(url) === hostOf(asked);
}

/** An ad was looked at before a capture, and neither captured nor handed on as a closed card. */
function isNeverCaptured({ action, reason }: Entry, { custody }: Locker): boolean {
  const [, ad = ''] = /^ad (\S+)$/.exec(reason) ?? [];
  const after = ['page.captured', 'closed-card.reported'];
  return (
    action === 'child-material.checked' &&
    !custody.some((entry) => after.includes(entry.action) && (namesAd(entry, ad) || entry.reason.includes(`ad ${ad},`)))
  );
}

const isRenamed = (folder: string, custody: Locker['custody']) =>
  custody.some(({ action, reason }) => action === 'item.renamed' && reason.endsWith(` ${folder}`));

/**
 * The address written down is of another site than the page, and no answer led on from it; or the site sent on to another
 * one, and the record calls the page the first publication or names the other site alone.
 */
function takesCopyForSource({ facts: { url, finalUrl, redirects, standing } }: EvidenceItem): boolean {
  const [asked] = redirects;
  if (asked === undefined) return url !== '' && hostOf(url) !== hostOf(finalUrl);
  return standing === 'source' || (url !== '' && !redirects.includes(url) && hostOf(url) !== hostOf(asked));
}

/** A telephone number in the notes that the page does not show belongs to somebody else. */
function namesAStranger({ facts, body }: EvidenceItem): boolean {
  const page = digitsOf(fromUtf8(body));
  return [...facts.notes.matchAll(NUMBERS)].some(([number]) => !page.includes(digitsOf(number)));
}

function ignoresClock({ facts: { clockCheck, capturedAtUtc: time }, servedAt }: EvidenceItem): boolean {
  const isOff = isInstant(time) && Math.abs(toEpoch(time) - toEpoch(servedAt)) > TOLERANCE_SECONDS;
  return clockCheck === null || isOff;
}

/** The page says that it was edited, and neither its moments nor another capture of the ad are kept. */
function missesEdit({ body, facts: { adId, itemId } }: EvidenceItem, { custody, items }: Locker): boolean {
  if (!fromUtf8(body).includes('class="edited"')) return false;
  const isAsked = custody.some(
    (entry) => entry.action === 'context.captured' && namesAd(entry, adId) && entry.reason.endsWith('versions'),
  );
  return !isAsked && items.every(({ facts }) => facts.adId !== adId || facts.itemId === itemId);
}

/** Captured and logged, and not in the locker. */
function isLeftOut({ action, reason, seq }: Entry, { custody, items }: Locker): boolean {
  if (action === 'item.deleted') return true;
  const [item] = ITEM_IDS.exec(reason) ?? [];
  if (action !== 'page.captured' || item === undefined) return false;
  const isSaid = custody.some((entry) => entry.action === 'item.deleted' && entry.seq > seq && namesItem(entry, item));
  return !isSaid && items.every(({ facts }) => facts.itemId !== item);
}
