import { describe, expect, it } from 'vitest';
import { emptyLetter, type Letter } from '#evidence/letters/model/letter.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import { type AnswerReason, answerLetter } from '#kinds/requests/model/answer-letter.ts';
import { answersTo } from '#kinds/requests/model/answers-to.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
import { afterActs, aLetter, BEGINS, DESK, KEY, market, send } from '../../../../support/builders/a-desk.ts';

const known = { desk: DESK, market, world: [], kept: [] } as const;
const removed: WorldState = KEY.ads.map((ad) => ({ ad, at: addMinutes(BEGINS, -1), change: 'removed' }));
const HELD = ['versions', 'subscriber', 'messages'] as const;
const answer = (kind: Letter['kind'], change: Partial<Letter> = {}, around: Partial<typeof known> | object = {}) =>
  answerLetter(aLetter(kind, change), BEGINS, { ...known, ...around });

describe('a preservation request', () => {
  it('that is complete is acknowledged, with the preserved data and the period', () => {
    expect(answer('preservation')).toEqual({
      outcome: 'acknowledged',
      reasons: [],
      data: HELD,
      at: addMinutes(BEGINS, 60),
      until: addMinutes(BEGINS, 60 + 90 * 24 * 60),
    });
  });

  it('does not need the act to be an offence in the other State', () => {
    expect(answer('preservation', { offence: 'purchase' }).outcome).toBe('acknowledged');
  });

  it.each<[string, Partial<Letter>, AnswerReason]>([
    ['nobody who can be called back', { contact: '' }, 'sender-not-verified'],
    ['a platform that is not on the desk', { to: 'nobody' }, 'unknown-receiver'],
    ['no ad, account or address', { ads: [], accounts: [], urls: [] }, 'nothing-to-find'],
    ['ads of another site', { to: 'wallet' }, 'nothing-to-find'],
    ['no offence', { offence: '' }, 'no-offence'],
  ])('with %s is refused', (_, change, reason) => {
    expect(answer('preservation', change)).toMatchObject({ outcome: 'refused', reasons: [reason], data: [] });
    expect(answer('preservation', change)).not.toHaveProperty('until');
  });

  it.each<[string, Partial<Letter>, AnswerReason, readonly string[]]>([
    ['a kind of data that is not held', { data: [...HELD, 'device'] }, 'not-held', HELD],
    ['a longer period than the platform allows', { days: 400 }, 'period-shortened', HELD],
    ['no span of time', { until: '' }, 'scope-too-wide', HELD],
  ])('with %s is answered in part', (_, change, reason, data) => {
    expect(answer('preservation', change)).toMatchObject({ outcome: 'partial', reasons: [reason], data });
  });

  it('without a word on confidentiality is fulfilled, and the account holder is informed', () => {
    expect(answer('preservation', { confidentiality: ' ' })).toMatchObject({
      outcome: 'acknowledged',
      reasons: ['account-holder-told'],
      data: HELD,
    });
  });

  it('for removed ads preserves the data that remain', () => {
    expect(answer('preservation', {}, { world: removed })).toMatchObject({
      outcome: 'partial',
      reasons: ['already-deleted'],
      data: ['subscriber'],
    });
    expect(answer('preservation', { data: ['messages'] }, { world: removed }).outcome).toBe('refused');
  });
});

describe('the office that signs a letter', () => {
  const kept = { kept: ['subscriber', 'logins', 'messages'] as const };
  const ordered = (
    issuer: Letter['issuer'],
    data: Letter['data'],
    change: Partial<Letter> = {},
    around: object = {},
  ) => {
    const letter = aLetter('assistance', { data, ...(issuer && { issuer }), ...change });
    const { issuer: _, ...unsigned } = letter;
    return answerLetter(issuer ? letter : unsigned, BEGINS, { ...known, ...kept, ...around });
  };

  it.each(['analyst', 'unit-head', 'investigator', 'prosecutor'] as const)(
    'a letter of the %s for messages or log-ins is refused, with the office that can order them',
    (issuer) => {
      expect(ordered(issuer, ['messages', 'logins'])).toMatchObject({
        outcome: 'refused',
        reasons: ['wrong-authority'],
        data: [],
        lacks: [
          { data: 'logins', why: 'office', offices: ['judge'] },
          { data: 'messages', why: 'office', offices: ['judge'] },
        ],
      });
    },
  );

  it('a letter of the right office obtains them, without an objection', () => {
    expect(ordered('judge', ['messages', 'logins'])).toMatchObject({ outcome: 'acknowledged' });
    expect(ordered('judge', ['messages', 'logins'])).not.toHaveProperty('lacks');
  });

  it('a letter that asks for more than its office may obtains only what the office may order', () => {
    expect(ordered('prosecutor', ['subscriber', 'messages'])).toMatchObject({
      outcome: 'partial',
      reasons: ['wrong-authority'],
      data: ['subscriber'],
      lacks: [{ data: 'messages', why: 'office', offices: ['judge'] }],
    });
  });

  it('an unsigned letter is refused', () => {
    expect(ordered(undefined, ['subscriber'])).toMatchObject({ outcome: 'refused', reasons: ['not-signed'] });
    const { issuer: _, ...unsigned } = aLetter('preservation');
    expect(answerLetter(unsigned, BEGINS, known)).toMatchObject({ outcome: 'refused', reasons: ['not-signed'] });
    const { issuer: __, ...notice } = aLetter('notice');
    expect(answerLetter(notice, BEGINS, known).outcome).toBe('acknowledged');
  });

  it('the head of a unit asks to keep where it cannot wait, and orders who somebody is in danger to life only', () => {
    const asked = (urgency: string) => answer('preservation', { issuer: 'unit-head', urgency });
    expect(asked('It is deleted within hours.').outcome).toBe('acknowledged');
    expect(asked('')).toMatchObject({ outcome: 'refused', reasons: ['wrong-authority'] });
    const emergency = { desk: { ...DESK, emergency: true } };
    expect(ordered('unit-head', ['subscriber']).outcome).toBe('refused');
    expect(ordered('unit-head', ['subscriber'], {}, emergency).outcome).toBe('acknowledged');
    expect(ordered('unit-head', ['messages'], {}, emergency)).toMatchObject({
      outcome: 'refused',
      reasons: ['wrong-authority'],
    });
  });

  it('a judge orders messages for a grave offence only; who somebody is, for any', () => {
    const light = {
      desk: { ...DESK, offences: [{ id: 'exploitation', text: 'a small offence', maxYears: 2, alsoIn: ['tessaval'] }] },
    };
    expect(ordered('judge', ['messages', 'subscriber'], {}, light)).toMatchObject({
      outcome: 'partial',
      reasons: ['below-threshold'],
      data: ['subscriber'],
      lacks: [{ data: 'messages', why: 'threshold' }],
    });
    expect(answer('preservation', {}, light).outcome).toBe('acknowledged');
  });
});

describe('an order or a request for assistance', () => {
  const kept = { kept: HELD };

  it('obtains preserved data, even where the ads are removed', () => {
    expect(answer('assistance', {}, kept)).toMatchObject({ outcome: 'acknowledged', data: HELD });
    expect(answer('assistance', {}, { ...kept, world: removed })).toMatchObject({
      outcome: 'acknowledged',
      data: HELD,
    });
  });

  it('obtains nothing that was not preserved', () => {
    expect(answer('assistance')).toMatchObject({ outcome: 'refused', reasons: ['not-kept'] });
    expect(answer('assistance', {}, { kept: ['versions'] })).toMatchObject({ outcome: 'partial', data: ['versions'] });
  });

  it.each<[string, Letter['kind'], Partial<Letter>, AnswerReason]>([
    ['an offence that the other State does not know', 'assistance', { offence: 'purchase' }, 'dual-criminality'],
    ['no link between data and offence', 'assistance', { link: '' }, 'weak-link'],
    ['no span', 'assistance', { from: '' }, 'scope-too-wide'],
    ['no legal basis', 'assistance', { legalBasis: '' }, 'no-legal-basis'],
    ['another language', 'assistance', { language: 'en' }, 'other-language'],
    ['content asked of a company abroad directly', 'order', {}, 'wrong-channel'],
  ])('with %s is refused', (_, kind, change, reason) => {
    expect(answer(kind, change, kept)).toMatchObject({ outcome: 'refused', reasons: [reason] });
  });

  it('for subscriber data may go to the company directly', () => {
    expect(answer('order', { data: ['subscriber'] }, kept).outcome).toBe('acknowledged');
  });
});

describe('letters one after the other', () => {
  const answered = (...letters: readonly Letter[]) =>
    answersTo(afterActs(...letters.map(send)), { desk: DESK, market, world: [] }).map((entry) => entry.answer);

  it('a notice that is taken up removes the ads, and a later request finds them gone', () => {
    const filler = Array.from({ length: 20 }, () => emptyLetter('notice'));
    const late = answered(aLetter('notice'), ...filler, aLetter('preservation')).at(-1);

    expect(late).toMatchObject({ outcome: 'partial', reasons: ['already-deleted'] });
    expect(answered(aLetter('notice'), aLetter('preservation')).at(-1)?.outcome).toBe('acknowledged');
  });

  it('data preserved first can be handed over after the removal', () => {
    const filler = Array.from({ length: 20 }, () => emptyLetter('notice'));

    expect(answered(aLetter('preservation'), aLetter('notice'), ...filler, aLetter('assistance')).at(-1)).toMatchObject(
      {
        outcome: 'acknowledged',
        data: HELD,
      },
    );
  });

  it('a renewal extends the period from its end, and a late one finds nothing', () => {
    const sent = afterActs(send(aLetter('preservation')));
    const end = addMinutes(BEGINS, 60 + 90 * 24 * 60);
    const keptUntil = (at: string) =>
      answersTo({ ...sent, renewals: [{ of: 'L-01', days: 30, at }] }, { desk: DESK, market, world: [] })[0]?.keptUntil;

    expect(keptUntil(end)).toBe(addMinutes(end, 30 * 24 * 60));
    expect(keptUntil(addMinutes(end, 1))).toBe(end);
  });
});
