import type { Letter } from '#evidence/letters/model/letter.ts';
import type { Platform } from '#kinds/requests/model/desk.ts';
import { type Readers, truth } from './attempt.ts';
import type { ReadDesk } from './desk.ts';
import { leadOf } from './letter-parts.ts';

type Fate = 'right' | 'mixed' | 'other' | 'unnamed' | 'unsent';
type Channel = NonNullable<Letter['channel']>;

/** Channels open to a company abroad, by what they can do there: the rules of the desk, written down a second time. */
function openWays({ desk }: ReadDesk, { state, servesHome }: Platform, step: string): Channel[] {
  const open = desk.states.find(({ id }) => id === state)?.channels ?? {};
  const has = (channel: keyof typeof open) => open[channel] !== undefined;
  if (step === 'keep') return (['states', 'point'] as const).filter(has);
  return [
    ...(step === 'subscriber' && servesHome === true ? (['served'] as const) : []),
    ...(step === 'subscriber' && has('direct') ? (['direct'] as const) : []),
    ...(has('central') ? (['central'] as const) : []),
  ];
}

/** True if a letter of this kind and with all that it asks for can go by its channel. */
function arrives({ kind, channel, data }: Letter, company: Platform, desk: ReadDesk): boolean {
  if (channel === undefined) return false;
  if (kind === 'preservation') return openWays(desk, company, 'keep').includes(channel);
  const wanted = data.length > 0 ? data : (['subscriber'] as const);
  return (
    (kind === 'assistance') === (channel === 'central') &&
    wanted.every((one) => openWays(desk, company, one).includes(channel))
  );
}

/** Each step at a company abroad that the case needs, with the letter that decides it. */
function stepsAt(desk: ReadDesk) {
  const { desk: brief, wanted, letters, about } = desk;
  if (brief.states.every(({ channels }) => channels === undefined)) return [];
  const demands = wanted.letters.some((kind) => kind === 'order' || kind === 'assistance');
  const keeps = wanted.letters.some((kind) => kind === 'preservation');
  const abroad = brief.platforms.filter(({ id, state }) => wanted.custodians.includes(id) && state !== brief.home);
  return abroad.flatMap((company) => {
    const held = wanted.data.filter((data) => company.holds.includes(data));
    return [...(keeps ? ['keep'] : []), ...(demands ? held : [])].map((step) => {
      const ways = wanted.channels?.[step as 'keep'] ?? openWays(desk, company, step);
      const asking = letters.filter(
        ({ letter }) =>
          letter.to === company.id &&
          leadOf(letter, about) === 'case' &&
          (step === 'keep'
            ? letter.kind === 'preservation'
            : (letter.kind === 'order' || letter.kind === 'assistance') && letter.data.some((data) => data === step)),
      );
      const good = asking.filter(
        ({ letter }) => letter.channel && ways.includes(letter.channel) && arrives(letter, company, desk),
      );
      const named = asking.filter(({ letter }) => letter.channel);
      const wide = named.filter(
        ({ letter }) =>
          letter.kind === 'order' &&
          ['served', 'direct'].includes(letter.channel ?? '') &&
          ways.some((way) => way === letter.channel) &&
          openWays(desk, company, 'subscriber').some((way) => way === letter.channel) &&
          letter.data.some((data) => data !== 'subscriber'),
      );
      const one = good[0] ?? wide[0] ?? named[0] ?? asking[0];
      let fate: Fate = 'right';
      if (!one) fate = 'unsent';
      else if (named.length === 0) fate = 'unnamed';
      else if (good.length === 0) fate = wide.length > 0 ? 'mixed' : 'other';
      return { company: company.id, step, ways, one, fate };
    });
  });
}

const ofSteps = (wanted: Fate, isKeeping: boolean) => (desk: ReadDesk) =>
  stepsAt(desk)
    .filter(({ fate, step }) => fate === wanted && (step === 'keep') === isKeeping)
    .map(({ company, step, ways, one }) => ({
      params: {
        platform: company,
        ...(!isKeeping && { data: step }),
        ...(one && { letter: one.id }),
        ...(one?.letter.channel && { channel: one.letter.channel }),
        ...(wanted !== 'right' && wanted !== 'mixed' && { ways: ways.join(', ') }),
      },
      ...(one && { events: [one.seq] }),
    }));

/** Sentences about the channels of letters to another State. */
export const CHANNEL_READERS: Readers<ReadDesk> = {
  'channel.count': (desk) => {
    const steps = stepsAt(desk);
    const n = steps.filter(({ fate }) => fate === 'right').length;
    return truth(steps.length > 0, { params: { n, of: steps.length } });
  },
  'channel.mixed.data': ofSteps('mixed', false),
  ...Object.fromEntries(
    (['right', 'other', 'unnamed', 'unsent'] as const).flatMap((fate) => [
      [`channel.${fate}.keep`, ofSteps(fate, true)],
      [`channel.${fate}.data`, ofSteps(fate, false)],
    ]),
  ),
};
