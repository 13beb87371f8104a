import { maySign } from './may-sign.ts';
import { type Bag, type BagItem, type LogLine, readBag, sha256Of, type WarcPart } from './read-bag.ts';

/**
 * A second reader of the tamper drill. It has the zip, the table of authority and nothing else: no code of the drill, of
 * the locker or of the verifier. For each of the ten questions it gathers what keeps the locker from answering it.
 */
export interface SecondReading {
  /** Of each question, why the locker leaves it open. An empty list: the locker answers it. */
  readonly open: Readonly<Record<Question, readonly string[]>>;
  /** What the bag shows, for the sentences that a drill prints. */
  readonly facts: {
    readonly pages: number;
    readonly bases: readonly string[];
    readonly signers: readonly string[];
    /** Ads of which the log says that they were looked at. */
    readonly ads: number;
    /** Items that another site sent than the one that was asked. */
    readonly copies: readonly string[];
    /** Items that are a picture only, by their record. */
    readonly pictures: readonly string[];
    /** Seconds by which the clock was ahead, and the entry with its reading. */
    readonly clock: { readonly seconds: number; readonly entry: number } | undefined;
    readonly renewal: string | undefined;
    /** Items that differ from what the log says of them. */
    readonly untold: readonly string[];
  };
}
export type Question =
  | 'lawful'
  | 'authentic'
  | 'complete'
  | 'unaltered'
  | 'when'
  | 'who'
  | 'repeatable'
  | 'attribution'
  | 'order'
  | 'proves';

/** Reads the bag of a drill and answers the ten questions. */
export function readDrill(zip: Uint8Array): SecondReading {
  const bag = readBag(zip);
  const { log, items } = bag;
  const clock = clockOf(log);
  return {
    open: {
      lawful: lawful(bag),
      authentic: items.flatMap(authentic),
      complete: complete(bag),
      unaltered: unaltered(bag),
      when: when(items, clock),
      who: who(bag),
      repeatable: items.flatMap(repeatable),
      attribution: ['No file of a locker comes from the platform that knows who uses an account.'],
      order: order(log),
      proves: log.filter(({ reason }) => /\bvictims?\b/i.test(reason)).map(({ seq }) => `Entry ${seq} says victim.`),
    },
    facts: {
      pages: items.length,
      bases: [...new Set(items.map(({ record }) => record.legalBasis))],
      signers: [...new Set(bag.letters.map(({ letter }) => String(letter['authority'])))],
      ads: new Set(checked(log)).size,
      copies: named(items.filter(({ warc }) => exchanges(warc).length > 1)),
      pictures: named(items.filter(({ record }) => record.method !== 'native')),
      clock,
      renewal: log.findLast(({ action }) => action === 'renewal.noted')?.reason.slice('on '.length),
      untold: named(items.filter((item) => isChangedUntold(item, log))),
    },
  };
}

const named = (items: readonly BagItem[]) => items.map(({ record }) => record.itemId);
const wordsOf = (text: string) => text.split(/[^\w-]+/);
const about = (log: readonly LogLine[], action: string, name: string) =>
  log.filter((line) => line.action === action && wordsOf(line.reason).includes(name));
const digits = (text: string) => text.replaceAll(/\D/g, '');

/** The entries before the first capture. */
const beforeCaptures = (log: readonly LogLine[]) =>
  log.slice(
    0,
    log.findIndex(({ action }) => action === 'page.captured'),
  );

function lawful({ log, items, letters }: Bag): string[] {
  const before = beforeCaptures(log);
  const bases = before.flatMap(({ action, reason }) => (action === 'authority.noted' ? [reason] : []));
  const open = before.some(({ action }) => action === 'plan.noted') ? [] : ['No purpose stands before the captures.'];
  for (const { record, page } of items) {
    if (!bases.includes(record.legalBasis)) open.push(`${record.itemId} names a legal basis that the log has not.`);
    const shown = digits(page.toString('utf8'));
    for (const [number] of record.notes.matchAll(/\+\d[\d ]+\d/g))
      if (!shown.includes(digits(number))) open.push(`${record.itemId} notes ${number}, which is not on the page.`);
  }
  for (const { letter } of letters)
    if (!maySign(letter)) open.push(`${letter['authority']} may not ask for what the letter asks for.`);
  for (const { action, sha256, seq } of log)
    if (action === 'request.entered' && letters.every((letter) => letter.sha256 !== sha256))
      open.push(`The letter of entry ${seq} is not here.`);
  return open;
}

/** The responses of a capture with their requests, in the order in which they came. */
function exchanges(warc: readonly WarcPart[]): { readonly url: string; readonly answer: WarcPart }[] {
  const asked = warc.filter(({ type }) => type === 'request');
  return warc
    .filter(({ type }) => type === 'response')
    .filter(({ url }) => asked.some((request) => request.url === url))
    .map((answer) => ({ url: answer.url, answer }));
}

const hostOf = (url: string) => new URL(url).host;

function authentic({ record, warc }: BagItem): string[] {
  const { itemId, url, finalUrl, method, standing } = record;
  const way = exchanges(warc);
  const first = way[0]?.url ?? '';
  const last = way.at(-1)?.url ?? '';
  const isLed = way.slice(0, -1).every(({ answer }, n) => answer.fields.get('location') === way[n + 1]?.url);
  const open: string[] = [];
  if (method !== 'native') open.push(`${itemId} is a ${method} by its record.`);
  if (finalUrl !== last) open.push(`${itemId}: the capture has another last address than the record.`);
  if (!isLed) open.push(`${itemId}: no answer leads from one address to the next.`);
  if (url !== first && url !== last) open.push(`${itemId}: nobody asked for the address in the record.`);
  if (way.length > 1 && hostOf(first) !== hostOf(last) && (standing !== 'copy' || url !== first))
    open.push(`${itemId} comes from another site, and the record does not say so.`);
  return open;
}

const isContext = (action: string) => action === 'context.captured' || action === 'look.captured';

const checked = (log: readonly LogLine[]) =>
  log.flatMap(({ action, reason }) => (action === 'child-material.checked' ? [reason.replace('ad ', '')] : []));

function complete({ log, items, loose }: Bag): string[] {
  const open: string[] = [];
  const isHere = (ad: string) => items.some(({ record }) => record.adId === ad);
  for (const ad of new Set(checked(log)))
    if (!isHere(ad) && about(log, 'closed-card.reported', ad).length === 0)
      open.push(`Ad ${ad} was looked at, and no capture of it is here.`);
  for (const { action, reason, seq } of log) {
    const [, captured] = /^(EV-\d+), ad /.exec(action === 'page.captured' ? reason : '') ?? [];
    if (captured && items.every(({ record }) => record.itemId !== captured)) open.push(`${captured} is not here.`);
    if (action === 'item.deleted') open.push(`Entry ${seq} deletes something.`);
    if (action === 'notice.entered' && log.some((later) => later.action === 'page.captured' && later.seq > seq))
      open.push(`The site was told in entry ${seq}, before a capture.`);
  }
  const kept = new Set([...loose, ...items.flatMap(({ around }) => around)]);
  for (const { action, sha256, seq } of log)
    if (isContext(action) && !kept.has(sha256)) open.push(`The file of entry ${seq} is not here.`);
  for (const { record, page } of items) {
    const isEdited = page.includes('<time class="edited"');
    const hasVersions = about(log, 'context.captured', record.adId).some(({ reason }) => reason.endsWith(', versions'));
    const isTwice = items.filter((other) => other.record.adId === record.adId).length > 1;
    if (isEdited && !hasVersions && !isTwice) open.push(`${record.itemId} was edited, and no other version is here.`);
  }
  return open;
}

/** True if page or folder of an item are not those of the log. */
function isChangedUntold({ record, folder, page }: BagItem, log: readonly LogLine[]): boolean {
  const hashes = about(log, 'page.captured', record.itemId).map(({ sha256 }) => sha256);
  const isRenamed = folder !== record.itemId && about(log, 'item.renamed', folder).length === 0;
  return isRenamed || !hashes.includes(sha256Of(page));
}

function unaltered({ log, items, letters }: Bag): string[] {
  const open = named(items.filter((item) => isChangedUntold(item, log))).map((id) => `${id} is not that of the log.`);
  const sent = log.flatMap(({ action, sha256 }) => (action === 'request.entered' ? [sha256] : []));
  for (const { sha256, letter } of letters)
    if (!sent.includes(sha256)) open.push(`The log does not have the letter to ${letter['to']}.`);
  for (const { record, page, warc, around } of items) {
    const answer = exchanges(warc).at(-1)?.answer.body;
    if (!answer || sha256Of(answer) !== sha256Of(page)) open.push(`${record.itemId}: page and capture differ.`);
    const hashes = log.flatMap(({ action, reason, sha256 }) =>
      isContext(action) && wordsOf(reason).includes(record.adId) ? [sha256] : [],
    );
    if (around.some((sha256) => !hashes.includes(sha256))) open.push(`${record.itemId}: a file is not in the log.`);
  }
  for (const { action, reason, seq } of log)
    if (/^EV-\d+, original( copy)?:/.test(reason) && (action === 'copy.opened' || action === 'note.written'))
      open.push(`Entry ${seq} is work on an original.`);
  return open;
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const secondsOf = (time: string) => (TIME.test(time) ? Date.parse(time) / 1000 : Number.NaN);

/** The reading of the clock before the captures: what it showed, and what a clock that is right showed. */
function clockOf(log: readonly LogLine[]): SecondReading['facts']['clock'] {
  for (const { action, reason, utc, seq } of beforeCaptures(log).toReversed()) {
    const read = action === 'clock.checked' && /^(-?\d+) s; workstation (\S+), reference (\S+)$/.exec(reason);
    if (!read) continue;
    const [, said, workstation = '', reference = ''] = read;
    const seconds = secondsOf(workstation) - secondsOf(reference);
    return seconds === Number(said) && reference === utc ? { seconds, entry: seq } : undefined;
  }
  return undefined;
}

function when(items: readonly BagItem[], clock: SecondReading['facts']['clock']): string[] {
  const open = clock ? [] : ['The log has no reading of the clock before the captures.'];
  for (const { record, warc } of items) {
    const sent = exchanges(warc).at(-1)?.answer.date ?? '';
    const apart = Math.abs(secondsOf(record.capturedAtUtc) - secondsOf(sent));
    if (!(apart <= 2)) open.push(`${record.itemId}: the time in the record is not the one of the capture.`);
    if (record.clockCheck?.offsetMs !== (clock?.seconds ?? 0) * 1000)
      open.push(`${record.itemId} names another clock check than the log.`);
  }
  return open;
}

function who({ log, items }: Bag): string[] {
  const account = beforeCaptures(log).findLast(({ action }) => action === 'session.opened')?.reason;
  const open = account === 'account: none' ? [] : ['The log does not say how the workstation was signed in.'];
  for (const { record } of items) {
    const { itemId, operator, tool, loginState } = record;
    const [capture] = about(log, 'page.captured', itemId);
    if ([operator, tool.name, tool.version].includes('')) open.push(`${itemId} names no person or no tool.`);
    else if (operator.toLowerCase() !== capture?.actor.toLowerCase()) open.push(`${itemId} names somebody else.`);
    const [check] = about(log, 'child-material.checked', record.adId);
    if (record.childMaterialCheck.by !== (check?.actor ?? '')) open.push(`${itemId}: somebody else looked at the ad.`);
    if (loginState !== 'not logged in') open.push(`${itemId}: ${loginState}.`);
  }
  return open;
}

function repeatable({ record, warc }: BagItem): string[] {
  const way = exchanges(warc);
  const isWhole = way.length > 0 && way.every(({ answer }) => /^HTTP/.test(answer.startLine) && answer.fields.size > 0);
  return isWhole && record.method === 'native' ? [] : [`${record.itemId} is not kept as request and answer.`];
}

function order(log: readonly LogLine[]): string[] {
  const open: string[] = [];
  let before: Pick<LogLine, 'hash' | 'utc'> = { hash: '0'.repeat(64), utc: '' };
  for (const { hash, ...line } of log) {
    const text = JSON.stringify(line, Object.keys(line).sort());
    if (line.prev !== before.hash || sha256Of(line.prev + text) !== hash) open.push(`Entry ${line.seq} does not fit.`);
    if (!TIME.test(line.utc) || line.utc < before.utc) open.push(`Entry ${line.seq} has no place in time.`);
    before = { hash, utc: line.utc };
  }
  const first = (action: string) => log.findIndex((line) => line.action === action);
  const captured = log.findLastIndex(({ action }) => action === 'page.captured');
  if (first('notice.entered') >= 0 && first('notice.entered') < captured) open.push('A notice is before a capture.');
  const asked = first('request.entered');
  if (asked >= 0 && !log.slice(asked).some(({ action }) => action === 'renewal.noted'))
    open.push('A request has no day of renewal.');
  return open;
}
