import { describe, expect, it } from 'vitest';
import { CHANNELS, type Channel, type DataCategory, type LetterKind } from '#evidence/letters/model/letter.ts';
import { LetterSchema } from '#evidence/letters/model/schemas.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import { answerLetter } from '#kinds/requests/model/answer-letter.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import type { RequestsFacts } from '#kinds/requests/model/facts.ts';

import { RequestsBriefSchema } from '#kinds/requests/model/schemas.ts';
import { REQUESTS_SENTENCES } from '#kinds/requests/model/sentences.ts';
import { REQUESTS_TELLS } from '#kinds/requests/model/tells.ts';
import { afterActs, aLetter, BEGINS, DESK, KEY, market, send } from '../../../../support/builders/a-desk.ts';
import { byChannel, DESK_ABROAD, scoredAbroad, TIMES } from '../../../../support/builders/a-desk-abroad.ts';

const answer = (letter: ReturnType<typeof byChannel>, desk: RequestDesk = DESK_ABROAD) =>
  answerLetter(letter, BEGINS, { desk, market, world: [], kept: ['subscriber', 'messages'] });
const SUBSCRIBER: readonly DataCategory[] = ['subscriber'];

/** What each channel brings from the company abroad, read from the table on the desk: nothing where it is refused. */
const BRINGS: readonly [LetterKind, Channel, readonly DataCategory[], string | undefined][] = [
  ['preservation', 'home', ['subscriber'], 'channel-abroad'],
  ['preservation', 'states', ['subscriber', 'messages'], undefined],
  ['preservation', 'point', ['subscriber', 'messages'], undefined],
  ['preservation', 'served', ['subscriber'], 'channel-hands'],
  ['preservation', 'direct', ['subscriber'], 'channel-hands'],
  ['preservation', 'central', ['messages'], 'channel-hands'],
  ['order', 'home', ['subscriber'], 'channel-abroad'],
  ['order', 'states', ['subscriber'], 'channel-keeps'],
  ['order', 'point', ['messages'], 'channel-keeps'],
  ['order', 'served', ['subscriber'], undefined],
  ['order', 'direct', ['subscriber'], undefined],
  ['order', 'served', ['subscriber', 'messages'], 'channel-subscriber'],
  ['order', 'direct', ['messages'], 'channel-subscriber'],
  ['order', 'central', ['messages'], 'channel-closed'],
  ['assistance', 'home', ['messages'], 'channel-abroad'],
  ['assistance', 'states', ['messages'], 'channel-keeps'],
  ['assistance', 'point', ['messages'], 'channel-keeps'],
  ['assistance', 'served', ['subscriber'], 'channel-closed'],
  ['assistance', 'direct', ['subscriber'], 'channel-closed'],
  ['assistance', 'central', ['subscriber', 'messages'], undefined],
];

describe('a letter to a company abroad, at a desk with a choice of channel', () => {
  it.each(BRINGS)('%s by %s about %j', (kind, channel, data, reason) => {
    const found = answer(byChannel(kind, channel, { data }));

    expect(found).toMatchObject(
      reason === undefined
        ? { outcome: 'acknowledged', reasons: [], data }
        : { outcome: 'refused', reasons: [reason], data: [] },
    );
  });

  it('is returned if it names no channel', () => {
    for (const kind of ['preservation', 'order', 'assistance'] as const)
      expect(answer(byChannel(kind))).toMatchObject({ outcome: 'refused', reasons: ['channel-unnamed'] });
  });

  it.each([
    ['preservation', 'states', TIMES.states],
    ['preservation', 'point', TIMES.point],
    ['order', 'direct', TIMES.direct],
    ['assistance', 'central', TIMES.central],
    // The company itself answers an order, and a letter that it refuses.
    ['order', 'served', 60],
    ['order', 'home', 60],
  ] as const)('is answered in the time of its channel: %s by %s', (kind, channel, minutes) => {
    expect(answer(byChannel(kind, channel, { data: SUBSCRIBER })).at).toBe(addMinutes(BEGINS, minutes));
  });

  it('is refused by a State or a company for which the channel is not open', () => {
    const closed: RequestDesk = {
      ...DESK_ABROAD,
      platforms: DESK_ABROAD.platforms.map(({ servesHome: _, ...platform }) => platform),
      states: DESK_ABROAD.states.map((state) => (state.channels ? { ...state, channels: { central: 10 } } : state)),
    };
    for (const channel of ['states', 'point'] as const)
      expect(answer(byChannel('preservation', channel), closed).reasons).toEqual(['channel-closed']);
    for (const channel of ['served', 'direct'] as const)
      expect(answer(byChannel('order', channel, { data: SUBSCRIBER }), closed).reasons).toEqual(['channel-closed']);
    expect(answer(byChannel('assistance', 'central'), closed).outcome).toBe('acknowledged');
  });

  it('needs a shared offence for assistance, and none for preservation', () => {
    expect(answer(byChannel('preservation', 'states', { offence: 'purchase' })).outcome).toBe('acknowledged');
    expect(answer(byChannel('assistance', 'central', { offence: 'purchase' })).reasons).toEqual(['dual-criminality']);
  });
});

describe('a letter to a company at home', () => {
  const paid = { to: 'wallet', data: ['payment'] as const, days: 60 };
  const atHome: RequestDesk = {
    ...DESK_ABROAD,
    platforms: DESK_ABROAD.platforms.map((one) =>
      one.id === 'wallet' ? { ...one, sites: DESK.platforms[0]?.sites ?? [] } : one,
    ),
  };

  it.each(CHANNELS)('goes under the law of the State and by no other channel: %s', (channel) => {
    const { outcome, reasons } = answer(byChannel('preservation', channel, paid), atHome);
    expect([outcome, reasons]).toEqual(channel === 'home' ? ['acknowledged', []] : ['refused', ['channel-at-home']]);
  });
});

describe('a desk without a choice of channel', () => {
  it('reads a letter of an older log as before, and one that names a channel in the same way', () => {
    expect(answer(aLetter('preservation'), DESK)).toMatchObject({ outcome: 'acknowledged' });
    expect(answer(byChannel('assistance'), DESK)).toMatchObject({ outcome: 'acknowledged' });
    for (const channel of CHANNELS)
      for (const kind of ['preservation', 'order', 'assistance'] as const)
        expect(answer(byChannel(kind, channel), DESK)).toEqual(answer(byChannel(kind), DESK));
  });

  it('accepts logs with and without a channel, and no other word', () => {
    const letter = aLetter('preservation');
    expect(LetterSchema.safeParse(letter).success).toBe(true);
    expect(LetterSchema.safeParse({ ...letter, channel: 'point' }).success).toBe(true);
    expect(LetterSchema.safeParse({ ...letter, channel: 'pigeon' }).success).toBe(false);
    const { law: _, ...brief } = DESK_ABROAD;
    expect(RequestsBriefSchema.safeParse(brief).success).toBe(true);
  });
});

describe('the points for channels', () => {
  const KEEP = send(byChannel('preservation', 'point'));
  const ORDER = send(byChannel('order', 'served', { data: SUBSCRIBER }));
  const HELP = send(byChannel('assistance', 'central', { data: ['messages'] }));
  const worth = (...actions: Parameters<typeof scoredAbroad>[0]) => scoredAbroad(actions).raw['requests.channel'];

  it('are full for one letter per step by any channel that counts', () => {
    expect(scoredAbroad([KEEP, ORDER, HELP]).scaled['requests.channel']).toBe(1);
    expect(worth(send(byChannel('preservation', 'states')), ORDER, HELP)).toBe(3);
    expect(worth(KEEP, send(byChannel('order', 'direct', { data: SUBSCRIBER })), HELP)).toBe(3);
  });

  it('are 0 without letters, and for letters that name no channel', () => {
    expect(worth()).toBe(0);
    expect(worth(...(['preservation', 'order', 'assistance'] as const).map((kind) => send(byChannel(kind))))).toBe(0);
  });

  it.each([
    ['the request to keep data goes under the own law', [send(byChannel('preservation', 'home')), ORDER, HELP]],
    ['the point of contact is asked for messages', [KEEP, ORDER, send(byChannel('assistance', 'point'))]],
    [
      'assistance is asked for subscriber data',
      [KEEP, send(byChannel('assistance', 'central', { data: SUBSCRIBER })), HELP],
    ],
    ['an order for subscriber data asks for messages too', [KEEP, send(byChannel('order', 'served')), HELP]],
    ['the letter is about another ad', [KEEP, send({ ...orderOfAnother(), channel: 'served' }), HELP]],
    ['the letter goes to another company', [KEEP, send({ ...byChannel('order', 'served'), to: 'wallet' }), HELP]],
  ])('is one step less where %s', (_, actions) => {
    expect(worth(...actions)).toBe(2);
  });

  it('are not lowered by a wrong letter beside a right one', () => {
    expect(worth(send(byChannel('preservation', 'home')), KEEP, ORDER, HELP)).toBe(3);
  });

  it('are no criterion at a desk without a choice', () => {
    const { scaled } = scoredAbroad([KEEP], { brief: DESK as never });
    expect(scaled).not.toHaveProperty('requests.channel');
  });

  it('are reported step by step, with the letter, its channel and the channels that count', () => {
    const facts = scoredAbroad([send(byChannel('preservation', 'home')), ORDER]).facts as RequestsFacts;
    const told = sentencesFrom(REQUESTS_SENTENCES, facts).filter(({ id }) => id.startsWith('channel.'));

    expect(told).toEqual([
      { id: 'channel.count', params: { n: 1, of: 3 }, events: [] },
      {
        id: 'channel.right.data',
        params: { platform: 'smallads', data: 'subscriber', letter: 'L-02', channel: 'served' },
        events: [2],
      },
      {
        id: 'channel.other.keep',
        params: { platform: 'smallads', letter: 'L-01', channel: 'home', ways: 'point, states' },
        events: [1],
      },
      { id: 'channel.unsent.data', params: { platform: 'smallads', data: 'messages', ways: 'central' }, events: [] },
    ]);
  });
});

describe('a letter by a channel for a part of its data', () => {
  const told = (...actions: Parameters<typeof scoredAbroad>[0]) =>
    sentencesFrom(REQUESTS_SENTENCES, scoredAbroad(actions).facts as RequestsFacts).filter(({ id }) =>
      id.startsWith('channel.'),
    );

  it('gets no hint on another channel for data that this one covers', () => {
    const sentences = told(send(byChannel('order', 'served')));

    expect(sentences.find(({ params }) => params.data === 'subscriber')).toEqual({
      id: 'channel.mixed.data',
      params: { platform: 'smallads', data: 'subscriber', letter: 'L-01', channel: 'served' },
      events: [1],
    });
    expect(sentences.find(({ params }) => params.data === 'messages')?.id).toBe('channel.other.data');
  });

  it('gets a hint on another channel if its channel fits no letter of its kind', () => {
    expect(told(send(byChannel('order', 'central', { data: ['messages'] }))).map(({ id }) => id)).not.toContain(
      'channel.mixed.data',
    );
  });
});

describe('the recipient of a letter', () => {
  const around = { brief: DESK_ABROAD, market, world: [], clock: BEGINS };
  const byOf = (...letters: readonly ReturnType<typeof byChannel>[]) =>
    REQUESTS_TELLS.tell(afterActs(...letters.map(send)))
      .letters?.(around)
      .map(({ by }) => by);

  it('is the point of contact or the central authority of the other State, or the company itself', () => {
    const state = DESK_ABROAD.states.find(({ id }) => id === 'tessaval')?.name;

    expect(
      byOf(
        byChannel('preservation', 'point'),
        byChannel('preservation', 'states'),
        byChannel('assistance', 'central'),
        byChannel('order', 'served'),
      ),
    ).toEqual([{ office: 'point', state }, { office: 'authority', state }, { office: 'authority', state }, undefined]);
  });
});

/** An order for subscriber data about an ad that does not belong to the case. */
function orderOfAnother() {
  const other = market.ads.find(({ id }) => !KEY.ads.includes(id))?.id ?? '';
  return byChannel('order', undefined, { data: SUBSCRIBER, ads: [other], accounts: [], urls: [] });
}
