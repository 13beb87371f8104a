import { CHANNELS, type Channel, type DataCategory, type Letter } from '#evidence/letters/model/letter.ts';
import type { Platform, RequestDesk } from './desk.ts';

/**
 * Why a letter cannot get its data by its channel. `unnamed`: the letter names no channel. `abroad`: a letter under the
 * law of this State goes to a company in another one. `at-home`: a channel between States is used for a company at
 * home. `closed`: the channel is not open for this State or company. `keeps`: the channel is only for preservation.
 * `hands`: it is only for disclosure. `subscriber`: it is only for subscriber data.
 */
export const CHANNEL_FAULTS = ['unnamed', 'abroad', 'at-home', 'closed', 'keeps', 'hands', 'subscriber'] as const;
export type ChannelFault = (typeof CHANNEL_FAULTS)[number];

/** Data that a company abroad may disclose without its State. @see SUBSCRIBER_IS */
const WITHOUT_ITS_STATE: readonly DataCategory[] = ['subscriber'];
/** Channels for preservation abroad, and those for disclosure. */
const KEEPING: readonly Channel[] = ['states', 'point'];
const ONLY_SUBSCRIBER: readonly Channel[] = ['served', 'direct'];

/** The recipient of a letter: the company, the point of contact of its State, or the central authority there. */
export function officeOf({ kind, channel }: Pick<Letter, 'kind' | 'channel'>): 'company' | 'point' | 'authority' {
  if (channel === 'point') return 'point';
  return kind === 'assistance' || channel === 'states' ? 'authority' : 'company';
}

/** True for a desk at which a letter names its channel: one of its States says which are open. */
export const hasChannels = ({ states }: Pick<RequestDesk, 'states'>): boolean =>
  states.some(({ channels }) => channels !== undefined);

/** Minutes until an answer comes by that channel; undefined if the channel is not open to the company. */
export function minutesBy(
  channel: Channel,
  platform: Platform,
  desk: Pick<RequestDesk, 'home' | 'states'>,
): number | undefined {
  const { home, states } = desk;
  if (channel === 'home') return platform.state === home ? platform.answersAfterMinutes : undefined;
  if (platform.state === home) return undefined;
  if (channel === 'served') return platform.servesHome === true ? platform.answersAfterMinutes : undefined;
  return states.find(({ id }) => id === platform.state)?.channels?.[channel];
}

/** Why the channel of a letter does not fit its request; undefined if it fits, and for a notice. */
export function channelFault(
  { kind, channel, data }: Pick<Letter, 'kind' | 'channel' | 'data'>,
  platform: Platform,
  desk: Pick<RequestDesk, 'home' | 'states'>,
): ChannelFault | undefined {
  if (kind === 'notice') return undefined;
  if (channel === undefined) return 'unnamed';
  const isAtHome = platform.state === desk.home;
  if (isAtHome) return channel === 'home' && kind !== 'assistance' ? undefined : 'at-home';
  if (channel === 'home') return 'abroad';
  if (minutesBy(channel, platform, desk) === undefined) return 'closed';
  if (KEEPING.includes(channel)) return kind === 'preservation' ? undefined : 'keeps';
  if (kind === 'preservation') return 'hands';
  // Mutual assistance is asked for in a letter of its own kind, and an order goes to the company.
  if ((channel === 'central') !== (kind === 'assistance')) return 'closed';
  const isMore = data.some((one) => !WITHOUT_ITS_STATE.includes(one));
  return ONLY_SUBSCRIBER.includes(channel) && isMore ? 'subscriber' : undefined;
}

/** A step abroad: preservation, or disclosure of one kind of data. */
export type ChannelStep = 'keep' | DataCategory;

/** The channels by which a step at a company abroad is possible, in the order of `CHANNELS`. */
export function channelsTo(
  step: ChannelStep,
  platform: Platform,
  desk: Pick<RequestDesk, 'home' | 'states'>,
): Channel[] {
  return CHANNELS.filter((channel) => {
    const kind = step === 'keep' ? 'preservation' : channel === 'central' ? 'assistance' : 'order';
    return channelFault({ kind, channel, data: step === 'keep' ? [] : [step] }, platform, desk) === undefined;
  });
}
