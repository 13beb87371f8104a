import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { namesAd, namesItem } from '#evidence/locker/model/rechain.ts';
import { NOT_LOGGED_IN } from '#evidence/locker/model/record-gaps.ts';
import { isInstant, toEpoch } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { fromUtf8 } from '#kernel/model/utf8.ts';
import { labelsAPerson } from './labels-a-person.ts';
import { ERROR_CODES, type ErrorCode } from './typical-errors.ts';

/** An error that a careful reader of a locker can see, with the items or log entries that show it. */
export interface ReadFault {
  readonly code: ErrorCode;
  readonly items: readonly string[];
  readonly entries: readonly number[];
}

/** Tolerance for a time in a record. */
const TOLERANCE_SECONDS = 2;

/**
 * Every typical error that can be read from a locker, its log and its pages, without a key: what the trainee of a
 * tamper drill must find. An empty list means that no error is visible, not that everything was done.
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
  E4: { item: (item) => sha256Hex(item.body) !== item.loggedSha256 && !hasAddedRemark(item) },
  E5: { item: ({ facts: { operator, tool } }) => [operator, tool.name, tool.version].includes('') },
  E6: { entry: isNoticeBeforeCapture },
  E7: { entry: isNeverCaptured },
  E8: {
    item: hasAddedRemark,
    entry: ({ action, reason }) => action === 'note.written' && /^EV-\d+, original:/.test(reason),
  },
  E9: { entry: ({ action, reason }) => action === 'copy.opened' && /^EV-\d+, original copy:/.test(reason) },
  E10: { item: ({ folder, facts }, { custody }) => folder !== facts.itemId && !isRenamed(folder, custody) },
  E11: { entry: ({ reason }) => labelsAPerson(reason) },
  E12: { item: namesAStranger },
  // An empty login state is a gap of the record, not E13.
  E13: { item: ({ facts }) => !['', NOT_LOGGED_IN].includes(facts.loginState) },
  E14: { item: takesCopyForSource },
  E15: { item: ignoresClock },
  E16: { entry: ({ action }, { custody }) => action === 'request.entered' && !has(custody, 'renewal.noted') },
  E17: { item: missesEdit },
  E18: { entry: isLeftOut },
};

const has = (custody: Locker['custody'], action: string) => custody.some((entry) => entry.action === action);

const REMARK = /<!--.*?-->/gs;

/**
 * True if the page differs from the log by a remark alone: without that remark it has the hash of the capture. A remark
 * on a page with the hash of the capture came from the site.
 */
function hasAddedRemark({ body, loggedSha256 }: EvidenceItem): boolean {
  if (sha256Hex(body) === loggedSha256) return false;
  const html = fromUtf8(body);
  return [...html.matchAll(REMARK)].some(
    ({ index, 0: remark }) => sha256Hex(html.slice(0, index) + html.slice(index + remark.length)) === loggedSha256,
  );
}

function isNoticeBeforeCapture({ action, seq }: Entry, { custody }: Locker): boolean {
  return action === 'notice.entered' && custody.some((entry) => entry.action === 'page.captured' && entry.seq > seq);
}

/**
 * True if the written address is on the requested site but is neither the requested one, a redirect nor the final one.
 */
function hasOtherWayIn({ facts: { url, finalUrl, redirects } }: EvidenceItem): boolean {
  const [asked = finalUrl] = redirects;
  return ![finalUrl, ...redirects].includes(url) && hostOf(url) === hostOf(asked);
}

/** True if an ad was checked for child material but was neither captured nor reported as a withheld card. */
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
 * True if the written address is on another site than the page and there was no redirect; or if there was a redirect,
 * and the record calls the page the first publication or gives only the other site.
 */
function takesCopyForSource({ facts: { url, finalUrl, redirects, standing } }: EvidenceItem): boolean {
  const [asked] = redirects;
  if (asked === undefined) return url !== '' && hostOf(url) !== hostOf(finalUrl);
  return standing === 'source' || (url !== '' && !redirects.includes(url) && hostOf(url) !== hostOf(asked));
}

/** True if the notes give a phone number that is not on the page: it belongs to a person outside the case. */
function namesAStranger({ facts, body }: EvidenceItem): boolean {
  const page = digitsOf(fromUtf8(body));
  return [...facts.notes.matchAll(NUMBERS)].some(([number]) => !page.includes(digitsOf(number)));
}

function ignoresClock({ facts: { clockCheck, capturedAtUtc: time }, servedAt }: EvidenceItem): boolean {
  const isOff = isInstant(time) && Math.abs(toEpoch(time) - toEpoch(servedAt)) > TOLERANCE_SECONDS;
  return clockCheck === null || isOff;
}

/** True if the page says that it was edited, and neither its versions nor another capture of the ad were kept. */
function missesEdit({ body, facts: { adId, itemId } }: EvidenceItem, { custody, items }: Locker): boolean {
  if (!fromUtf8(body).includes('class="edited"')) return false;
  const isAsked = custody.some(
    (entry) => entry.action === 'context.captured' && namesAd(entry, adId) && entry.reason.endsWith('versions'),
  );
  return !isAsked && items.every(({ facts }) => facts.adId !== adId || facts.itemId === itemId);
}

/** True for the deletion of an item, or for a logged capture of an item that is not in the locker. */
function isLeftOut({ action, reason, seq }: Entry, { custody, items }: Locker): boolean {
  if (action === 'item.deleted') return true;
  const [item] = ITEM_IDS.exec(reason) ?? [];
  if (action !== 'page.captured' || item === undefined) return false;
  const isLogged = custody.some(
    (entry) => entry.action === 'item.deleted' && entry.seq > seq && namesItem(entry, item),
  );
  return !isLogged && items.every(({ facts }) => facts.itemId !== item);
}
