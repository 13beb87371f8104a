import type { Instant } from '#kernel/model/instant.ts';
import { findAd, versionAt } from './ad-at.ts';
import { type Ad, type AdVersion, isHidden, type Market, type PublicSite } from './market.ts';

/** The site that answers in place of the original one. */
export type OtherSite = Pick<PublicSite, 'id' | 'name' | 'host'>;

/**
 * What the story has done to ads since the market was generated: from `at` on, the ad is edited, gone, or moved to a
 * mirror to which its address redirects.
 */
export interface AdChange {
  readonly ad: string;
  readonly at: Instant;
  readonly change: 'edited' | 'removed' | 'moved';
  /** Number of the event that caused it; left out if the story started with it. */
  readonly cause?: number;
  /** Only for an ad that moved. */
  readonly to?: OtherSite;
}

/** All changes so far, oldest first. */
export type WorldState = readonly AdChange[];

/**
 * The version on the site at that moment of the case. `edited` hides the phone and removes the last sentence, in the
 * same way for every ad, so that the change reveals nothing about the actor.
 */
export function standingVersion(
  { words }: Pick<Market, 'words'>,
  ad: Ad,
  instant: Instant,
  world: WorldState,
): AdVersion | 'removed' | undefined {
  const past = world.filter((change) => change.ad === ad.id && change.at <= instant);
  if (past.some((change) => change.change === 'removed')) return 'removed';
  if (ad.removedAt !== undefined && ad.removedAt <= instant) return 'removed';
  const version = versionAt(ad, instant);
  const edit = past.find((change) => change.change === 'edited');
  if (!version || !edit) return version;
  const sentences = version.sentences.length > 1 ? version.sentences.slice(0, -1) : version.sentences;
  return { ...version, from: edit.at, sentences, fields: { ...version.fields, phone: words.hiddenNumber } };
}

/** The mirror to which the address of an ad redirects at that moment; undefined while its own site answers. */
export function movedTo(id: string, instant: Instant, world: WorldState): OtherSite | undefined {
  return world.findLast(({ ad, at, change }) => ad === id && change === 'moved' && at <= instant)?.to;
}

/**
 * The ads with the same phone number as the given one, however it is written, including itself, in the order of the
 * market. None if its number is not legible: two hidden numbers are not the same number.
 */
export function adsSharingPhone(market: Market, id: string): string[] {
  const phoneOf = (ad: Ad | undefined) => ad?.versions.at(-1)?.fields.phone;
  const phone = phoneOf(findAd(market, id));
  if (phone === undefined || isHidden(phone)) return [];
  const digitsOf = (text: string | undefined) => text?.replaceAll(/\D/g, '');
  return market.ads.filter((ad) => digitsOf(phoneOf(ad)) === digitsOf(phone)).map((ad) => ad.id);
}
