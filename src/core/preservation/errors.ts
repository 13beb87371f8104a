import { labelsAPerson } from '#core/evidence/tamper/labels-a-person.ts';
import type { ErrorCode } from '#core/evidence/tamper/typical-errors.ts';
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import { addMinutes, DAY, isInstant } from '#core/kernel/instant.ts';
import { findAd } from '#core/market/ad-at.ts';
import { readServedAd, type SeenAd } from '#core/market/read-served-ad.ts';
import { adUrl, serveAd } from '#core/market/serve-ad.ts';
import type { BenchFacts, SentRequest } from './bench-facts.ts';
import { contextsOf } from './evidence-lines.ts';
import { deletedPointsAway, isSealedBefore, onlyLookedAt, pointsAwayIn, withoutRedaction } from './nevers.ts';
import { orderFaults } from './order-of-acts.ts';
import type { CapturedItem } from './play.ts';
import { isTimeOf } from './record-time.ts';
import { workstationOffset } from './workstation-clock.ts';

/** A typical error that the log shows. */
export interface FoundError {
  readonly code: ErrorCode;
  /** Where it shows: `EV-001`, `ad 0301`, `0301 s2` for a place on a page, `entry 7` of the custody log; empty where it is about the whole. */
  readonly places: readonly string[];
}

/** The typical errors of a record that its log shows, in the order of their codes. */
export function errorsIn(facts: BenchFacts): FoundError[] {
  return (Object.keys(SIGNS) as ErrorCode[]).flatMap((code) => {
    const shown = SIGNS[code](facts);
    const places = typeof shown === 'boolean' ? [] : [...new Set(shown)];
    return shown === true || places.length > 0 ? [{ code, places }] : [];
  });
}

const recorded = ({ response }: BenchFacts) => response.items.filter(({ record }) => record !== undefined);
const itemsOf = (found: readonly { readonly item: string }[]) => found.map(({ item }) => item);
const adsOf = (found: readonly string[]) => found.map((ad) => `ad ${ad}`);

/** Where an error shows, or only that it does. */
const SIGNS: Readonly<Record<ErrorCode, (facts: BenchFacts) => readonly string[] | boolean>> = {
  E1: (facts) => itemsOf(recorded(facts).filter(({ record }) => isWithoutZone(record?.time ?? ''))),
  E2: (facts) => adsOf(onlyLookedAt(facts)),
  E3: (facts) => itemsOf(recorded(facts).filter((item) => hasOtherWayIn(item, facts))),
  E4: ({ unfit }) => itemsOf(unfit),
  E5: ({ response, acts }) =>
    response.custody.some(({ actor }) => actor.trim() === '') ||
    [...acts('plan.noted'), ...acts('look.captured')].some(({ tool }) => tool.trim() === ''),
  E6: (facts) => facts.alarms.length > 0 && orderFaults(facts).length > 0,
  E7: ({ best, key }) =>
    best.some((item) => item?.status === 200) && adsOf(key.targets.filter((_, n) => best[n] === undefined)),
  E8: ({ acts }) => itemsOf(acts('note.written').filter(({ on }) => on === 'original')),
  E9: (facts) =>
    itemsOf([
      ...facts
        .acts('copy.opened')
        .filter(({ copy, item, seq }) => copy === 'original' || !isSealedBefore(facts, item, seq)),
      ...facts.acts('bystander.redacted').filter(({ item, seq }) => !isSealedBefore(facts, item, seq)),
    ]),
  E10: ({ acts }) => itemsOf(acts('item.renamed').filter(({ logged }) => !logged)),
  E11: ({ response }) =>
    response.custody.filter(({ reason }) => labelsAPerson(reason)).map(({ seq }) => `entry ${seq}`),
  E12: (facts) => itemsOf(withoutRedaction(facts)),
  E13: (facts) => itemsOf(signedInPrivately(facts)),
  E14: (facts) => itemsOf(recorded(facts).filter((item) => takesCopyForSource(item, facts))),
  E15: ignoredClock,
  E16: ({ requests, context, response }) => {
    const now = context.now ?? response.acts.at(-1)?.at;
    return requests.some((request) => !isRenewed(request, now));
  },
  E17: (facts) => adsOf(facts.key.targets.filter((ad) => missesEdit(ad, facts))),
  E18: (facts) => [...pointsAwayLeftOut(facts), ...deletedPointsAway(facts)],
};

/** A date with a time of day, and no word for its zone. */
function isWithoutZone(time: string): boolean {
  return /\d{1,2}:\d{2}/.test(time) && !/(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/i.test(time);
}

/** The address of a list or a search, or one that lost its query: it leads to the ad today, and elsewhere tomorrow. */
function hasOtherWayIn({ ad, record }: CapturedItem, { context: { market } }: BenchFacts): boolean {
  const exact = adUrl(market, ad);
  const written = record?.url ?? '';
  const [page = ''] = exact.split('?');
  const isShortened = written !== '' && written !== exact && exact.startsWith(written);
  return (
    isShortened || written === adUrl(market, ad, 'search') || (written.startsWith(page) && !written.includes('id='))
  );
}

function signedInPrivately({ response, acts }: BenchFacts): CapturedItem[] {
  const sessions = acts('session.opened');
  return response.items.filter(({ seq }) => sessions.findLast((session) => session.seq < seq)?.account === 'personal');
}

function takesCopyForSource(item: CapturedItem, { context: { market }, servedTo }: BenchFacts): boolean {
  const { ad, record } = item;
  const host = hostOf(record?.url ?? '');
  if (host !== '' && host !== hostOf(adUrl(market, ad))) return true;
  const isCopy = findAd(market, ad)?.copied === true || servedTo(item).redirects !== undefined;
  return isCopy && record?.standing === 'source';
}

const hostOf = (url: string) => /^https:\/\/([^/]+)/.exec(url)?.[1] ?? '';

/** No check before a capture, a wrong offset, or the time of the workstation copied as it stands. */
function ignoredClock({ response, context }: BenchFacts): readonly string[] | boolean {
  const offset = workstationOffset(context.brief);
  const isWrong = response.clockChecked && response.clockOffset !== offset;
  const untimed = response.items.filter((item) => !item.clockCheckBefore || (offset !== 0 && isTimeOf(item, offset)));
  return isWrong || itemsOf(untimed);
}

/** A day for the renewal stands in the diary before the period ends, and where the period is over it was used. */
function isRenewed({ letter, at, diary, renewedAt }: SentRequest, now: string | undefined): boolean {
  const end = addMinutes(at, (letter.days * DAY) / 60);
  const isDated = diary.some((on) => isInstant(on) && on <= end);
  return isDated && (now === undefined || now <= end || renewedAt.some((renewed) => renewed <= end));
}

/** The page said that it was edited and nobody asked when, or it changed while the bench was open and was not kept again. */
function missesEdit(ad: string, facts: BenchFacts): boolean {
  const { response, kept, servedTo, context } = facts;
  const items = kept.filter((item) => item.ad === ad && item.status === 200);
  const [first] = items;
  const last = response.acts.at(-1)?.at;
  if (first === undefined || last === undefined) return false;
  const seen = readServedAd(servedTo(first));
  const isEdited = seen.kind === 'ad' && seen.editedAt !== undefined;
  // A mirror sends its own page with the same text: what counts is what the ad says.
  const now = saidOn(readServedAd(serveAd(context.market, ad, last, context.world)));
  const isChanged = now !== undefined && items.every((item) => saidOn(readServedAd(servedTo(item))) !== now);
  return isChanged || (isEdited && !contextsOf(ad, facts).includes('versions'));
}

const saidOn = (seen: SeenAd) =>
  seen.kind === 'ad' ? canonicalJson([...seen.sentences, ...seen.fields.map(({ value }) => value)]) : undefined;

/** What was kept that points away from guilt, and that the note on disclosure is silent about. */
function pointsAwayLeftOut(facts: BenchFacts): string[] {
  const note = facts.acts('disclosure.noted').at(-1);
  if (!note) return [];
  const held = facts.kept.flatMap((item) => pointsAwayIn(item, facts));
  return held.filter((entry) => !note.pointsAway.includes(entry));
}
