import { describe, expect, it } from 'vitest';
import { playRequests } from '#kinds/requests/model/play.ts';
import { RequestsActionSchema, RequestsBriefSchema } from '#kinds/requests/model/schemas.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_READS } from '#kinds/shipped/model/reads.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import { KIND_SCORES } from '#kinds/shipped/model/scores.ts';
import { KIND_BUILDS } from '#kinds/shipped/use-cases/builds.ts';
import { afterActs, aLetter, BEGINS, DESK, renewal, send } from '../../../../support/builders/a-desk.ts';

const draft = { type: 'letter.drafted', letter: aLetter('preservation', { urgency: '' }) } as const;

describe('the request desk', () => {
  it('numbers letters when they are sent, records their time, and clears their draft', () => {
    const response = afterActs(draft, send(aLetter('preservation')), send(aLetter('notice')));

    expect(response.letters.map(({ id, sentAt, seq }) => [id, sentAt, seq])).toEqual([
      ['L-01', '2031-03-12T09:10:00Z', 2],
      ['L-02', '2031-03-12T09:20:00Z', 3],
    ]);
    expect(BEGINS).toBe('2031-03-12T09:00:00Z');
    expect(response.drafts).toEqual({});
  });

  it('keeps the last draft of each kind', () => {
    const other = { ...draft, letter: aLetter('notice') };

    expect(afterActs(draft, other).drafts).toEqual({ preservation: draft.letter, notice: other.letter });
  });

  it('stores one renewal date per letter, and files an answer once', () => {
    const filed = { type: 'answer.filed', of: 'L-01' } as const;
    const response = afterActs(send(aLetter('preservation')), renewal('L-01', 3), renewal('L-01', 9), filed, filed);

    expect(response.diary.map(({ on }) => on)).toEqual(['2031-03-21T09:00:00Z']);
    expect(response.filed).toEqual(['L-01']);
  });

  it('takes ten minutes per act, none for a draft, and the waiting time for waiting', () => {
    const acts = [draft, send(aLetter('notice')), renewal('L-01', 3), { type: 'answer.awaited', minutes: 45 } as const];

    expect(acts.map((act) => playRequests.minutes(act as never))).toEqual([0, 10, 10, 45]);
  });

  it('ignores acts on an unsent letter, and unknown acts', () => {
    const response = afterActs(send(aLetter('preservation')));
    const acts = [
      { type: 'answer.filed', of: 'L-07' },
      { type: 'renewal.noted', of: 'L-07', on: BEGINS },
      { type: 'letter.renewed', of: 'L-07', days: 9 },
      { type: 'ad.opened', ad: '0301' },
    ];
    for (const act of acts) expect(playRequests.reduce(response, act as never, { at: BEGINS, seq: 9 })).toBe(response);
  });
});

describe('the schemas', () => {
  it('accept a brief as written, and acts as done', () => {
    const { law: _, ...brief } = DESK;
    expect(RequestsBriefSchema.safeParse(brief).success).toBe(true);
    // The law comes from its table and from nowhere else.
    expect(RequestsBriefSchema.safeParse(DESK).success).toBe(false);
    const { issuer: __, ...unsigned } = aLetter('order');
    for (const act of [
      draft,
      send(aLetter('order')),
      send(unsigned),
      renewal('L-01', 3),
      { type: 'answer.awaited', minutes: 45 },
    ])
      expect(RequestsActionSchema.safeParse(act).success).toBe(true);
  });

  it.each([
    ['a letter of no kind', send({ ...aLetter('order'), kind: 'gift' as never })],
    ['a signature of nobody', send(aLetter('order', { issuer: 'clerk' as never }))],
    ['data of no kind', send(aLetter('order', { data: ['diary' as never] }))],
    ['a day of another form', { type: 'renewal.noted', of: 'L-01', on: 'tomorrow' }],
    ['a field too many', { ...draft, seen: true }],
    ['waiting for no time', { type: 'answer.awaited', minutes: 0 }],
    ['waiting without end', { type: 'answer.awaited', minutes: 1e9 }],
    ['a period without end', send(aLetter('preservation', { days: 1e9 }))],
  ])('is never %s', (_, act) => {
    expect(RequestsActionSchema.safeParse(act).success).toBe(false);
  });

  it('has its line in each registry of the model', () => {
    for (const registry of [KIND_PLAYS, KIND_SCORES, KIND_READS, KIND_SAYS, KIND_BUILDS])
      expect(registry.kinds()).toContain('requests');
  });
});
