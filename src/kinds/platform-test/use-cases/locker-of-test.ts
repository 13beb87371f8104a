import { appendCustody, type CustodyEntry } from '#evidence/locker/model/custody-log.ts';
import {
  type EvidenceItem,
  type ItemFacts,
  type LockerText,
  PLAIN_VIEW,
} from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { NOT_LOGGED_IN } from '#evidence/locker/model/record-gaps.ts';
import { byKind } from '#evidence/locker/model/unnamed-kinds.ts';
import { asJson, canonicalJson } from '#kernel/model/canonical-json.ts';
import { required } from '#kernel/model/invariant.ts';
import { sha256Bytes, sha256Hex } from '#kernel/model/sha256.ts';
import { ACTIONS } from '#kinds/platform-test/model/actions.ts';
import { inboxOf } from '#kinds/platform-test/model/captures.ts';
import { instantAt } from '#kinds/platform-test/model/clock.ts';
import type { OpenBrief } from '#kinds/platform-test/model/open-brief.ts';
import { servedAgain } from '#kinds/platform-test/model/serve-page.ts';
import type { TestItem as CapturedItem, PlatformTestState } from '#kinds/platform-test/model/state.ts';
import { readPage } from '#market/ads/model/read-page.ts';

/** The case in which a test was played. */
export interface LockerCase {
  readonly caseId: string;
  readonly title: string;
  readonly reviewed: boolean;
  readonly exercise: string;
  readonly marketId: string;
}

const INBOX = 'inbox.jsonl';
const TEAM = 'test team';

/**
 * The locker of a test: every item with its page, made again from the log of the test, and with what the inboxes of the
 * team held then; undefined if nothing was captured. The same test gives the same locker.
 */
export function lockerOfTest(found: LockerCase, brief: OpenBrief, state: PlatformTestState): Locker | undefined {
  const last = state.items.at(-1);
  if (!last) return undefined;
  const items = state.items.map((item) => ({ item, inbox: inboxAt(state, item) }));
  const custody = custodyOf(brief, state, items);
  return {
    schema: 'locker/1',
    synthetic: true,
    id: `${found.caseId}-${found.exercise}-${(custody.at(-1)?.hash ?? '').slice(0, 8)}`,
    exercise: found.exercise,
    caseId: found.caseId,
    caseTitle: found.title,
    marketId: found.marketId,
    notice: brief.pages.words.mark,
    reviewed: found.reviewed,
    packedAt: last.at,
    items: items.map(({ item, inbox }) => itemOf(found, brief, item, inbox)),
    letters: [],
    custody,
  };
}

interface WithInbox {
  readonly item: CapturedItem;
  readonly inbox: readonly LockerText[];
}

/** The events of the copy before the capture that the team knew, one per line; empty for other pages. */
function inboxAt({ events }: PlatformTestState, { copy, event }: CapturedItem): LockerText[] {
  if (copy === undefined) return [];
  const own = inboxOf(events, copy);
  const until = own.findIndex(({ id }) => id === event);
  const lines = own.slice(0, until + 1).map(({ seen: _, ...line }) => `${canonicalJson(asJson(line))}\n`);
  return [{ name: INBOX, mime: 'application/x-ndjson', text: lines.join('') }];
}

/** The name of the page in the record: of the copy, or of the site and its page. */
const nameOf = ({ site, page, copy }: CapturedItem): string =>
  copy ??
  [site, page.page, 'language' in page ? page.language : undefined].filter((part) => part !== undefined).join(' ');

/**
 * The locked plan, if there was one by then; and of each item one entry for how the page was found, one for its
 * capture, one for the inbox, and one for the hash that was read back.
 */
function custodyOf(brief: OpenBrief, state: PlatformTestState, items: readonly WithInbox[]): CustodyEntry[] {
  const log: CustodyEntry[] = [];
  const entries = items.flatMap(({ item, inbox }) => {
    const entry = (action: string, sha256: string, reason: string) => ({
      utc: item.at,
      actor: TEAM,
      role: item.operator,
      action,
      sha256,
      reason,
    });
    return [
      entry('finding.noted', '-', `ad ${nameOf(item)}, ${foundBy(item)}`),
      entry('page.captured', item.sha256, item.id),
      ...inbox.map(({ text }) => entry('context.captured', sha256Hex(text), `${item.id}, ${INBOX}`)),
      entry('hash.verified', item.sha256, item.id),
    ];
  });
  for (const entry of [...planOf(brief, state, items), ...entries])
    log.push(...appendCustody(log.slice(-1), entry).slice(-1));
  return log;
}

/**
 * The entry of the sample plan, with purpose, scope, tool and workstation; none where it was locked after the first
 * capture, or never.
 */
function planOf({ from }: OpenBrief, { plan }: PlatformTestState, [first]: readonly WithInbox[]) {
  if (!plan || !first || plan.hour > first.item.hour) return [];
  const copies = plan.cells.reduce((sum, cell) => sum + cell.copies, 0);
  const sites = new Set(plan.cells.map(({ site }) => site)).size;
  const { name, version } = first.item.tool;
  const scope = `copies of TEST cards: ${copies}, sites: ${sites}`;
  const reason = `a test of platforms; ${scope}; ${name} ${version}; workstation of the exercise`;
  const { role } = ACTIONS['plan.locked'];
  return [{ utc: instantAt(from, plan.hour), actor: TEAM, role, action: 'plan.noted', sha256: '-', reason }];
}

const foundBy = ({ copy }: CapturedItem): string =>
  copy === undefined ? 'a page of a tested site' : 'a TEST card that the team placed';

function itemOf(
  { caseId }: LockerCase,
  brief: OpenBrief,
  item: CapturedItem,
  surroundings: readonly LockerText[],
): EvidenceItem {
  const served = servedAgain(brief, item);
  const { title, lang } = required(readPage(served.body), `the page of ${item.id}`);
  const ad = nameOf(item);
  const facts: ItemFacts = {
    caseId,
    itemId: item.id,
    url: item.url,
    finalUrl: served.url,
    redirects: [],
    // A tired tester writes the time without its zone.
    capturedAtUtc: item.hasZone ? item.at : item.at.replace(/Z$/, ''),
    clockCheck: { source: 'clock of the exercise', offsetMs: 0 },
    operator: item.operator,
    tool: item.tool,
    method: 'native',
    httpStatus: served.status,
    headers: served.headers,
    ip: addressOf(served.url),
    title,
    adId: ad,
    accountId: item.page.page === 'card' ? `test-account-${item.page.account}` : '',
    identifiers: byKind([`ad:${ad}`]),
    loginState: NOT_LOGGED_IN,
    language: lang,
    view: PLAIN_VIEW,
    notes: item.event === undefined ? '' : `log event ${item.event}`,
    legalBasis: '',
    childMaterialCheck: { checked: true, by: 'the platform test, whose pages have no pictures' },
  };
  return {
    folder: item.id,
    facts,
    servedAt: item.at,
    loggedSha256: item.sha256,
    request: { headers: { 'user-agent': 'Checkathon-training', accept: 'text/html', 'accept-language': lang } },
    redirects: [],
    body: served.body,
    surroundings,
  };
}

/** An address from the block reserved for documentation (RFC 5737), always the same for one host. */
function addressOf(url: string): string {
  const [, host = ''] = /^https:\/\/([^/]+)/.exec(url) ?? [];
  return `192.0.2.${1 + ((sha256Bytes(host)[0] as number) % 254)}`;
}
