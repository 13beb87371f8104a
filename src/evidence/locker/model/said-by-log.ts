import { sha256Hex } from '#kernel/model/sha256.ts';
import type { CustodyEntry, CustodyLog } from './custody-log.ts';
import { NOT_LOGGED_IN } from './record-gaps.ts';

/** What the entries of a custody log say about one captured page. */
export interface SaidOfItem {
  readonly item: string;
  /** The entry of its capture. */
  readonly capture: CustodyEntry;
  /** Number of entries that say that a page was captured under this name; more than one is a fault. */
  readonly captures: number;
  /** The captured ad; left out if the entry names none. */
  readonly ad?: string;
  /** Name of its folder after the last logged renaming. */
  readonly folder: string;
  /** The last legal basis noted before the capture, with its entry. */
  readonly basis?: Statement<string>;
  /** The last offset of the clock noted before the capture, in milliseconds; undefined if the entry gives no number. */
  readonly clock?: Statement<number | undefined>;
  /** The account of the last session before the capture, in the words of a record. */
  readonly login?: Statement<string>;
  /** Reason of the last plan before the capture: purpose, scope, tool, workstation, separated by `; `. */
  readonly plan?: Statement<string>;
  /** Each look for child material on the ad, with the person; those before the capture count. */
  readonly checks: readonly Statement<string>[];
  /** Notes on the item, in order. */
  readonly notes: readonly Statement<string>[];
  /** Entries that are about this item and name the hash of its page. */
  readonly named: readonly CustodyEntry[];
}

/** A statement and the number of its entry. */
export interface Statement<Value> {
  readonly seq: number;
  readonly value: Value;
}

/** Acts whose entry has the hash of the page of the item that the reason begins with. */
const OF_PAGES = new Set([
  'page.captured',
  'record.written',
  'hash.verified',
  'copy.sealed',
  'copy.opened',
  'item.renamed',
  'item.handed-over',
  'item.deleted',
]);

/** The item that the reason of an entry begins with, as in `EV-001`, `EV-001, ad 0302` or `EV-001: purpose`. */
const itemOf = ({ reason }: Pick<CustodyEntry, 'reason'>) => /^[\w-]+/.exec(reason)?.[0] ?? '';

/** The ad that the reason of an entry begins with, as in `ad 0302, whole page`. */
export const adOf = ({ reason }: Pick<CustodyEntry, 'reason'>): string | undefined =>
  /^ad ([^,]+)(?:,|$)/.exec(reason)?.[1];

type Draft = { -readonly [Key in keyof SaidOfItem]: SaidOfItem[Key] } & {
  notes: Statement<string>[];
  named: CustodyEntry[];
};

/** What the log says about each captured page, by the name of its item, in the order of the captures. */
export function saidByLog(log: CustodyLog): ReadonlyMap<string, SaidOfItem> {
  const items = new Map<string, Draft>();
  const checks = new Map<string, Statement<string>[]>();
  let standing: Pick<SaidOfItem, 'basis' | 'clock' | 'login' | 'plan'> = {};
  for (const entry of log) {
    const { seq, action, reason, actor } = entry;
    const item = items.get(itemOf(entry));
    const said = <Value>(value: Value): Statement<Value> => ({ seq, value });
    if (action === 'page.captured') addCapture(items, entry, standing, checks);
    else if (action === 'authority.noted')
      standing = reason.trim() === '' ? standing : { ...standing, basis: said(reason) };
    else if (action === 'clock.checked') standing = { ...standing, clock: said(offsetIn(reason)) };
    else if (action === 'session.opened') standing = { ...standing, login: said(loginIn(reason)) };
    else if (action === 'plan.noted') standing = { ...standing, plan: said(reason) };
    else if (action === 'child-material.checked') {
      const ad = adOf(entry) ?? '';
      const known = checks.get(ad);
      if (known) known.push(said(actor));
      else checks.set(ad, [said(actor)]);
    } else if (action === 'note.written' && item) {
      const text = noteIn(reason);
      if (text !== undefined) item.notes.push(said(text));
    } else if (action === 'item.renamed' && item) {
      const [, name] = /^[\w-]+ is now (.*)$/s.exec(reason) ?? [];
      item.folder = name ?? item.folder;
    }
    if (OF_PAGES.has(action) && entry.sha256 !== '-') items.get(itemOf(entry))?.named.push(entry);
  }
  return items;
}

function addCapture(
  items: Map<string, Draft>,
  entry: CustodyEntry,
  standing: Pick<SaidOfItem, 'basis' | 'clock' | 'login' | 'plan'>,
  checks: Map<string, Statement<string>[]>,
): void {
  const item = itemOf(entry);
  const [, ad] = /^[\w-]+, ad (.+)$/.exec(entry.reason) ?? [];
  const before = items.get(item);
  if (before) {
    before.captures += 1;
    return;
  }
  const own = checks.get(ad ?? '') ?? [];
  checks.set(ad ?? '', own);
  const said = { ...standing, checks: own, notes: [], named: [] };
  items.set(item, { item, capture: entry, captures: 1, ...(ad !== undefined && { ad }), folder: item, ...said });
}

function offsetIn(reason: string): number | undefined {
  const [, seconds] = /^(-?\d+(?:\.\d+)?) s$/.exec(reason) ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

function loginIn(reason: string): string {
  const account = reason.replace(/^account: /, '');
  return account === 'none' ? NOT_LOGGED_IN : `logged in: ${account}`;
}

/** The text of a note that was written into the log; undefined for a note on a page. */
const noteIn = (reason: string) => /^[\w-]+, log: (.*)$/s.exec(reason)?.[1];

/** Maximum entries of a list of pages that are compared; a log has a few. */
const MAX_LISTS = 50;

/**
 * Numbers of the entries that have the hash of the list of pages which were captured before them: in the form of the
 * workbench, or in that of the reference player.
 */
export function entriesOfLists(log: CustodyLog): ReadonlySet<number> {
  const found = new Set<number>();
  for (const entry of log.filter(({ action }) => action === 'timestamp.requested').slice(0, MAX_LISTS)) {
    const captured = log.filter(({ action, seq }) => action === 'page.captured' && seq < entry.seq);
    const lines = captured.map((one) => `${one.sha256}  ${itemOf(one)}\n`).join('');
    const hashes = captured.map(({ sha256 }) => sha256).join('\n');
    if ([lines, hashes].some((list) => sha256Hex(list) === entry.sha256)) found.add(entry.seq);
  }
  return found;
}

/** True if the plan names the tool: its third part, wherever the parts before it have a separator in them too. */
export function plansTool(plan: string, tool: string): boolean {
  const parts = plan.split('; ');
  const own = tool.split('; ').length;
  return parts.some((_, at) => at >= 2 && at + own < parts.length && parts.slice(at, at + own).join('; ') === tool);
}
