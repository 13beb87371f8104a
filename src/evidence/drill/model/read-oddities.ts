import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { namesItem } from '#evidence/locker/model/rechain.ts';
import { isInstant, toEpoch } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { clockReading } from './clock-reading.ts';
import { ODDITY_IDS, type Oddity, type OddityId } from './oddities.ts';

/** A larger clock offset counts as odd. */
const LARGE_OFFSET_SECONDS = 1800;
/** A record written later than this after its capture counts as late. */
const LONG_PAUSE_SECONDS = 2 * 3600;
/** A query with more characters counts as long; the sites write about twenty. */
const LONG_QUERY = 50;
const TOLERANCE_SECONDS = 2;

type Found = Omit<Oddity, 'id'>;
type Entry = Locker['custody'][number];

/**
 * Every harmless oddity that can be read from a locker. Only those that the log or the record explains are listed: an
 * unexplained one may be a fault.
 */
export function readOddities(locker: Locker): Oddity[] {
  return ODDITY_IDS.flatMap((id) => {
    const found = READERS[id](locker);
    return found ? { id, ...found } : [];
  });
}

const idOf = ({ facts }: EvidenceItem) => facts.itemId;
const entriesOf = (locker: Locker, item: string, action: string) =>
  locker.custody.filter((entry) => entry.action === action && namesItem(entry, item));
const seqs = (entries: readonly Entry[]) => entries.map(({ seq }) => seq);
/** True if the page has the hash that the log has from its capture: only then is there nothing odd about its bytes. */
const isAsLogged = ({ body, loggedSha256 }: EvidenceItem) => sha256Hex(body) === loggedSha256;
const isSameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const READERS: Readonly<Record<OddityId, (locker: Locker) => Found | undefined>> = {
  renamed(locker) {
    for (const { folder, facts } of locker.items) {
      const [entry] = entriesOf(locker, facts.itemId, 'item.renamed').filter(({ reason }) =>
        reason.endsWith(` ${folder}`),
      );
      if (entry && folder !== facts.itemId)
        return found([facts.itemId], [entry], { item: facts.itemId, folder, entry: entry.seq });
    }
    return undefined;
  },
  twice(locker) {
    for (const item of locker.items) {
      const other = locker.items.find(
        (later) =>
          later.servedAt > item.servedAt &&
          later.facts.adId === item.facts.adId &&
          later.loggedSha256 === item.loggedSha256 &&
          isAsLogged(later),
      );
      if (other && isAsLogged(item))
        return found([idOf(item), idOf(other)], entriesOf(locker, idOf(other), 'page.captured'), {
          item: idOf(item),
          other: idOf(other),
          first: item.servedAt,
          second: other.servedAt,
        });
    }
    return undefined;
  },
  'hash-thrice'(locker) {
    for (const item of locker.items) {
      const entries = entriesOf(locker, idOf(item), 'hash.verified');
      const isSame = entries.every(({ sha256 }) => sha256 === item.loggedSha256);
      if (entries.length > 2 && isSame && isAsLogged(item))
        return found([idOf(item)], entries, { item: idOf(item), times: entries.length });
    }
    return undefined;
  },
  'handed-over'(locker) {
    const handed = locker.custody.find(({ action }) => action === 'item.handed-over');
    const next = handed && locker.custody.find(({ seq, actor }) => seq > handed.seq && actor !== handed.actor);
    if (!handed || !next || !handed.reason.includes(`to ${next.actor}:`)) return undefined;
    if (locker.custody.some(({ seq, actor }) => seq > handed.seq && actor !== next.actor)) return undefined;
    const theirs = locker.items.filter(({ facts }) => isSameName(facts.operator, next.actor));
    return found(theirs.map(idOf), [handed], { to: next.actor, from: handed.actor, entry: handed.seq });
  },
  pause(locker) {
    for (const item of locker.items) {
      const [record] = entriesOf(locker, idOf(item), 'record.written');
      const seconds = record ? toEpoch(record.utc) - toEpoch(item.servedAt) : 0;
      const told = entriesOf(locker, idOf(item), 'note.written').filter(({ reason }) => reason.includes('was away'));
      if (record && told[0] && seconds > LONG_PAUSE_SECONDS)
        return found([idOf(item)], [record, ...told], {
          item: idOf(item),
          hours: Math.floor(seconds / 3600),
          entry: told[0].seq,
        });
    }
    return undefined;
  },
  'long-query'({ items }) {
    const item = items.find(({ facts: { url, finalUrl } }) => url === finalUrl && queryOf(url).length > LONG_QUERY);
    return item && found([idOf(item)], [], { item: idOf(item) });
  },
  'skipped-number'({ items, custody }) {
    for (const entry of custody) {
      const [, number = ''] = /^(EV-\d+), log: .*was not used/.exec(entry.reason) ?? [];
      const isCaptured = custody.some((line) => line.action === 'page.captured' && namesItem(line, number));
      if (number !== '' && !isCaptured && !items.some((item) => idOf(item) === number))
        return found([], [entry], { item: number, entry: entry.seq });
    }
    return undefined;
  },
  capitals(locker) {
    for (const item of locker.items) {
      const [capture] = entriesOf(locker, idOf(item), 'page.captured');
      const { operator } = item.facts;
      if (capture && operator !== capture.actor && isSameName(operator, capture.actor))
        return found([idOf(item)], [], { item: idOf(item), operator, actor: capture.actor });
    }
    return undefined;
  },
  'large-offset'(locker) {
    const { seconds = 0, entry } = clockReading(locker) ?? {};
    const isTakenOff = locker.items.every(
      ({ servedAt, facts: { capturedAtUtc: time, clockCheck } }) =>
        clockCheck?.offsetMs === seconds * 1000 &&
        (!isInstant(time) || Math.abs(toEpoch(time) - toEpoch(servedAt)) <= TOLERANCE_SECONDS),
    );
    return Math.abs(seconds) > LARGE_OFFSET_SECONDS && isTakenOff && entry
      ? found(locker.items.map(idOf), [entry], { seconds, entry: entry.seq })
      : undefined;
  },
  gone(locker) {
    const item = locker.items.find(({ facts }) => facts.httpStatus === 404);
    return item && found([idOf(item)], entriesOf(locker, idOf(item), 'page.captured'), { item: idOf(item) });
  },
  'sent-on'({ items }) {
    const item = items.find(({ facts }) => facts.redirects.length > 0 && facts.standing === 'copy');
    return (
      item &&
      found([idOf(item)], [], {
        item: idOf(item),
        from: hostOf(item.facts.redirects[0] ?? ''),
        to: hostOf(item.facts.finalUrl),
      })
    );
  },
};

const found = (items: readonly string[], entries: readonly Entry[], params: Found['params']): Found => ({
  items,
  entries: seqs(entries),
  params,
});
const queryOf = (url: string) => url.split('?')[1] ?? '';
const hostOf = (url: string) => /^https:\/\/([^/]+)/.exec(url)?.[1] ?? '';
