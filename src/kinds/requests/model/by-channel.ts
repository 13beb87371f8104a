import type { Channel } from '#evidence/letters/model/letter.ts';
import { leadsToSubject } from '#evidence/letters/model/letter-parts.ts';
import type { LetterSubject } from '#evidence/letters/model/letter-subject.ts';
import type { AnsweredLetter } from './answers-to.ts';
import { type ChannelStep, channelFault, channelsTo, hasChannels } from './channels.ts';
import type { RequestDesk } from './desk.ts';
import { needsOrder, type RequestsKey } from './key.ts';

/**
 * One step abroad that the case needs, and the channel of the letter about it. `right`: a letter about the case used a
 * channel that counts. `mixed`: it did, and also asked for data for which the channel cannot be used. `other`: letters
 * about the case used other channels. `unnamed`: they name no channel. `unsent`: no letter about the case asked that
 * company for it. `letter` and `channel` are of the letter that decides the outcome.
 */
export interface ChannelFact {
  readonly platform: string;
  readonly step: ChannelStep;
  readonly outcome: 'right' | 'mixed' | 'other' | 'unnamed' | 'unsent';
  /** The channels that count. */
  readonly ways: readonly Channel[];
  readonly letter?: string;
  readonly seq?: number;
  readonly channel?: Channel;
}

/** The steps abroad with their channels; empty at a desk without a choice of channel. */
export function channelFacts(
  answered: readonly AnsweredLetter[],
  key: RequestsKey,
  desk: RequestDesk,
  subject: LetterSubject,
): ChannelFact[] {
  if (!hasChannels(desk)) return [];
  const leading = answered.filter(({ letter }) => letter.kind !== 'notice' && leadsToSubject(letter, subject));
  return desk.platforms
    .filter(({ id, state }) => key.custodians.includes(id) && state !== desk.home)
    .flatMap((platform) => {
      const own = leading.filter(({ letter }) => letter.to === platform.id);
      const steps: ChannelStep[] = [
        ...(key.letters.includes('preservation') ? (['keep'] as const) : []),
        ...(needsOrder(key) ? key.data.filter((data) => platform.holds.includes(data)) : []),
      ];
      return steps.map((step): ChannelFact => {
        const ways = key.channels?.[step] ?? channelsTo(step, platform, desk);
        const about = own.filter(({ letter: { kind, data } }) =>
          step === 'keep' ? kind === 'preservation' : kind !== 'preservation' && data.includes(step),
        );
        const right = about.find(
          ({ letter }) =>
            letter.channel !== undefined &&
            ways.includes(letter.channel) &&
            channelFault(letter, platform, desk) === undefined,
        );
        const mixed = about.find(
          ({ letter }) =>
            letter.channel !== undefined &&
            ways.includes(letter.channel) &&
            channelFault(letter, platform, desk) === 'subscriber',
        );
        const counted = right ?? mixed ?? about.find(({ letter }) => letter.channel !== undefined) ?? about[0];
        const here = { platform: platform.id, step, ways };
        if (!counted) return { ...here, outcome: 'unsent' };
        const { id: letter, seq } = counted;
        const { channel } = counted.letter;
        if (channel === undefined) return { ...here, outcome: 'unnamed', letter, seq };
        return { ...here, outcome: right ? 'right' : mixed ? 'mixed' : 'other', letter, seq, channel };
      });
    });
}
