import { type Lack, lacksOf } from '#evidence/law/model/authority.ts';
import type { DataCategory, Letter } from '#evidence/letters/model/letter.ts';
import { addMinutes, DAY, type Instant, isInstant } from '#kernel/model/instant.ts';
import { findAd, siteOf } from '#market/ads/model/ad-at.ts';
import type { Market } from '#market/ads/model/market.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import { standingVersion, type WorldState } from '#market/ads/model/world-state.ts';
import { CHANNEL_FAULTS, channelFault, hasChannels, minutesBy } from './channels.ts';
import { lawOf, type Platform, type RequestDesk } from './desk.ts';

/** Reasons of a desk with a choice of channel: why the channel of the letter cannot be used for it. */
export const CHANNEL_REASONS = CHANNEL_FAULTS.map((fault) => `channel-${fault}` as const);

/** Reasons why a platform or a central authority did not do everything it was asked. */
export const ANSWER_REASONS = [
  'unknown-receiver',
  'sender-not-verified',
  'not-signed',
  'wrong-authority',
  'below-threshold',
  'nothing-to-find',
  'address-missing',
  'reasons-missing',
  'no-offence',
  'no-legal-basis',
  'wrong-channel',
  ...CHANNEL_REASONS,
  'dual-criminality',
  'weak-link',
  'scope-too-wide',
  'other-language',
  'already-deleted',
  'not-held',
  'not-kept',
  'period-shortened',
  'account-holder-told',
] as const;
export type AnswerReason = (typeof ANSWER_REASONS)[number];

/** The answer to one letter. */
export interface Answer {
  readonly outcome: 'acknowledged' | 'partial' | 'refused';
  readonly reasons: readonly AnswerReason[];
  /** Data that are preserved from the moment of the answer on, or handed over. */
  readonly data: readonly DataCategory[];
  readonly at: Instant;
  /**
   * Data that the letter may not ask for in this way; left out if there are none, or if the letter was refused before
   * they were examined.
   */
  readonly lacks?: readonly Lack[];
  /** End of the preservation; only for a preservation request that was not refused. */
  readonly until?: Instant;
}

/** What the case knows when a letter arrives. */
export interface DeskCase {
  readonly desk: RequestDesk;
  readonly market: Market;
  /** Changes of the ads so far, including those caused by earlier letters. */
  readonly world: WorldState;
  /** Data that earlier letters have secured at the platform. */
  readonly kept: readonly DataCategory[];
}

/** Minutes until removal after an accepted notice. */
const REMOVAL_MINUTES = 120;
/** Data that are deleted together with an ad. */
const DELETED_WITH_AD: readonly DataCategory[] = ['versions', 'messages', 'moderation'];
/** Data that a platform abroad hands over on a direct order; everything else has to go through its State. */
const DIRECT_ABROAD: readonly DataCategory[] = ['subscriber'];
const MINUTES_OF_DAY = DAY / 60;

const isSaid = (text: string) => text.trim() !== '';

/** The ads on the platform's sites that the letter refers to: by id, by address, or by account. */
export function adsNamed(letter: Letter, { sites }: Pick<Platform, 'sites'>, market: Market): string[] {
  return market.ads
    .filter((ad) => sites.includes(siteOf(market, ad).id))
    .filter(
      ({ id, account }) =>
        letter.ads.includes(id) || letter.accounts.includes(account) || letter.urls.includes(adUrl(market, id)),
    )
    .map(({ id }) => id);
}

/**
 * The answer to a letter sent at that moment of the case. Pure: it follows from the letter and the case alone, and
 * never from a key. A preservation request is never refused because the offence does not exist in the other State.
 */
export function answerLetter(letter: Letter, sentAt: Instant, known: DeskCase): Answer {
  const platform = known.desk.platforms.find(({ id }) => id === letter.to);
  const at = addMinutes(sentAt, platform ? answerMinutes(letter, platform, known.desk) : 0);
  const refused = (...reasons: AnswerReason[]): Answer => ({ outcome: 'refused', reasons, data: [], at });
  if (!platform) return refused('unknown-receiver');
  if (!isSaid(letter.authority) || !isSaid(letter.contact)) return refused('sender-not-verified');
  const ads = adsNamed(letter, platform, known.market);
  const astray = hasChannels(known.desk) ? channelFault(letter, platform, known.desk) : undefined;
  switch (letter.kind) {
    case 'notice': {
      if (letter.urls.length === 0 || ads.length === 0) return refused('address-missing');
      return isSaid(letter.reasons)
        ? { outcome: 'acknowledged', reasons: [], data: [], at }
        : refused('reasons-missing');
    }
    case 'preservation':
      if (letter.issuer === undefined) return refused('not-signed');
      if (astray) return refused(`channel-${astray}`);
      if (ads.length === 0) return refused('nothing-to-find');
      if (!isSaid(letter.offence)) return refused('no-offence');
      return preserve(letter, ads, platform, sentAt, at, known);
    default: {
      if (letter.issuer === undefined) return refused('not-signed');
      if (astray) return refused(`channel-${astray}`);
      const reasons = refusals(letter, ads, platform, known.desk);
      return reasons.length > 0 ? refused(...reasons) : handOver(letter, ads, platform, sentAt, at, known);
    }
  }
}

/** Minutes until the answer: those of the channel where it leads to the company, else those of the company. */
function answerMinutes({ channel }: Letter, platform: Platform, desk: RequestDesk): number {
  const own = channel !== undefined && hasChannels(desk) ? minutesBy(channel, platform, desk) : undefined;
  return own ?? platform.answersAfterMinutes;
}

/** Data of a letter that its office may not ask for, with the resulting reasons in the answer. */
function competence(letter: Letter, desk: RequestDesk) {
  const lacks = lacksOf(letter, lawOf(desk));
  const reasons: AnswerReason[] = [
    ...when(
      lacks.some(({ why }) => why === 'office'),
      'wrong-authority',
    ),
    ...when(
      lacks.some(({ why }) => why === 'threshold'),
      'below-threshold',
    ),
  ];
  const refusedData = lacks.map(({ data }) => data);
  const asked = { ...letter, data: letter.data.filter((one) => !refusedData.includes(one)) };
  return { asked, reasons, ...(lacks.length > 0 && { lacks }) };
}

function preserve(
  letter: Letter,
  ads: readonly string[],
  platform: Platform,
  sentAt: Instant,
  at: Instant,
  known: DeskCase,
): Answer {
  const { asked, reasons: without, ...lacking } = competence(letter, known.desk);
  const { there, reasons } = available(asked, ads, platform, sentAt, known);
  const wanted = letter.days > 0 ? letter.days : platform.longestDays;
  const days = Math.min(wanted, platform.longestDays);
  const short: AnswerReason[] = [
    ...without,
    ...reasons,
    ...when(isOpen(letter), 'scope-too-wide'),
    ...when(days < wanted, 'period-shortened'),
  ];
  // If the letter did not ask for confidentiality, telling the account holder does not make the answer partial.
  const all = [...short, ...when(!isSaid(letter.confidentiality), 'account-holder-told')];
  if (there.length === 0) return { outcome: 'refused', reasons: short, data: [], at, ...lacking };
  const until = addMinutes(at, days * MINUTES_OF_DAY);
  const outcome = short.length === 0 ? 'acknowledged' : 'partial';
  return { outcome, reasons: all, data: there, at, until, ...lacking };
}

function handOver(
  letter: Letter,
  ads: readonly string[],
  platform: Platform,
  sentAt: Instant,
  at: Instant,
  known: DeskCase,
): Answer {
  const { asked, reasons: without, ...lacking } = competence(letter, known.desk);
  const { there, reasons } = available(asked, ads, platform, sentAt, known);
  // Data whose preservation was not requested are gone by the time a lawful order arrives.
  const kept = there.filter((category) => known.kept.includes(category));
  const all = [...without, ...reasons, ...when(kept.length < there.length, 'not-kept')];
  const outcome = kept.length === 0 ? 'refused' : all.length === 0 ? 'acknowledged' : 'partial';
  return { outcome, reasons: all, data: kept, at, ...lacking };
}

/** Requested data that the platform has at that moment. Preserved data outlast the removal of an ad. */
function available(
  { data }: Letter,
  ads: readonly string[],
  { holds }: Platform,
  sentAt: Instant,
  { market, world, kept }: DeskCase,
): { readonly there: readonly DataCategory[]; readonly reasons: AnswerReason[] } {
  const isGone = ads.some((id) => {
    const ad = findAd(market, id);
    return ad !== undefined && standingVersion(market, ad, sentAt, world) === 'removed';
  });
  const held = data.filter((category) => holds.includes(category));
  const there = held.filter((category) => kept.includes(category) || !isGone || !DELETED_WITH_AD.includes(category));
  const reasons = [
    ...when(held.length < data.length, 'not-held'),
    ...when(there.length < held.length, 'already-deleted'),
  ];
  return { there, reasons };
}

/** True if the letter names no kind of data, or no time span. */
const isOpen = ({ data, from, until }: Letter) => data.length === 0 || !isInstant(from) || !isInstant(until);

/** Reasons why an order or a request for assistance is not carried out at all. */
function refusals(letter: Letter, ads: readonly string[], platform: Platform, desk: RequestDesk): AnswerReason[] {
  const isAbroad = platform.state !== desk.home;
  const offence = desk.offences.find(({ id }) => id === letter.offence);
  const language = desk.states.find(({ id }) => id === platform.state)?.language;
  const isDirect = letter.kind === 'order';
  const wide = isOpen(letter) || ads.length === 0;
  return [
    // A desk with a choice of channel has looked at it before.
    ...when(
      !hasChannels(desk) &&
        (isDirect ? isAbroad && letter.data.some((entry) => !DIRECT_ABROAD.includes(entry)) : !isAbroad),
      'wrong-channel',
    ),
    ...when(!isSaid(letter.legalBasis), 'no-legal-basis'),
    ...when(offence === undefined, 'no-offence'),
    ...when(isAbroad && offence !== undefined && !offence.alsoIn.includes(platform.state), 'dual-criminality'),
    ...when(!isDirect && !isSaid(letter.link), 'weak-link'),
    ...when(wide, 'scope-too-wide'),
    ...when(!isDirect && language !== undefined && letter.language !== language, 'other-language'),
  ];
}

const when = (holds: boolean, reason: AnswerReason): AnswerReason[] => (holds ? [reason] : []);

/** Changes to the named ads by an accepted notice. */
export function removalBy(letter: Letter, answer: Answer, { desk, market }: DeskCase): WorldState {
  const platform = desk.platforms.find(({ id }) => id === letter.to);
  if (letter.kind !== 'notice' || answer.outcome === 'refused' || !platform) return [];
  const at = addMinutes(answer.at, REMOVAL_MINUTES);
  return adsNamed(letter, platform, market).map((ad) => ({ ad, at, change: 'removed' }));
}
