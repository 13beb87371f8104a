import { describe, expect, it } from 'vitest';
import { addMinutes } from '#kernel/model/instant.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import { ANSWER_REASONS } from '#kinds/requests/model/answer-letter.ts';
import type { RequestsFacts } from '#kinds/requests/model/facts.ts';
import { formLetter } from '#kinds/requests/model/form-letter.ts';
import type { RequestsAction } from '#kinds/requests/model/play.ts';
import { REQUESTS_SENTENCES } from '#kinds/requests/model/sentences.ts';
import { aLetter, BEGINS, DESK, KEY, renewal, scoredDesk, send } from '../../../../support/builders/a-desk.ts';
import { unfilledPlaces } from '../../../../support/case/debrief/unfilled-places.ts';

type Context = Parameters<typeof scoredDesk>[1];
const said = (actions: readonly RequestsAction[], context: Context = {}) =>
  sentencesFrom(REQUESTS_SENTENCES, scoredDesk(actions, context).facts as RequestsFacts);
const ids = (actions: readonly RequestsAction[], context: Context = {}) => [
  ...new Set(said(actions, context).map(({ id }) => id)),
];
const params = (id: string, actions: readonly RequestsAction[], context: Context = {}) =>
  said(actions, context).flatMap((sentence) => (sentence.id === id ? [sentence.params] : []));

const KEEP = send(aLetter('preservation'));
const NOTICE = send(aLetter('notice'));
const HELP = send(aLetter('assistance'));
const REFUSED = send(aLetter('preservation', { contact: '' }));
const BEST = [KEEP, NOTICE, HELP, renewal('L-01', 80)];
/** So long that a reported ad has been taken down. */
const WAIT = Array.from({ length: 20 }, (): RequestsAction => ({ type: 'answer.filed', of: 'L-01' }));
const AT = { kind: 'preservation', letter: 'L-01' };

describe('the sentences on the order of letters', () => {
  const order = (actions: readonly RequestsAction[], context: Context = {}) =>
    ids(actions, context).filter((id) => id.startsWith('letter.sequence.'));
  const report = { acts: [{ act: 'notify' as const, seq: 0 }] };
  const late = { acts: [{ act: 'notify' as const, seq: 9 }] };

  it.each([
    ['in time', BEST, {}, ['before.notice', 'before.demand']],
    ['half', [NOTICE, KEEP, HELP], {}, ['after.notice', 'before.demand']],
    ['too late', [NOTICE, HELP, KEEP], {}, ['after.notice', 'after.demand']],
    ['never asked', [NOTICE, HELP], {}, ['unasked', 'without.notice', 'without.demand']],
    ['asked and refused', [REFUSED, NOTICE], {}, ['refused', 'without.notice', 'unsent.demand']],
    ['nothing but the request', [KEEP], {}, ['alone.notice', 'alone.demand']],
    ['nothing at all', [], {}, ['unasked', 'unsent.notice', 'unsent.demand']],
    ['reported before', [KEEP], report, ['after.report', 'alone.demand']],
    ['reported afterwards', [KEEP], late, ['before.report', 'alone.demand']],
    ['reported, and never asked', [], report, ['unasked', 'without.report', 'unsent.demand']],
  ] satisfies [string, RequestsAction[], Context, string[]][])('%s', (_, actions, context, expected) => {
    expect(unfilledPlaces(said(actions, context))).toEqual([]);
    expect(order(actions, context)).toEqual(expected.map((id) => `letter.sequence.${id}`));
  });

  it('name the letters and log entries that they are based on', () => {
    const [late] = said([NOTICE, KEEP]).filter(({ id }) => id === 'letter.sequence.after.notice');
    expect(late).toMatchObject({ params: { letter: 'L-01', seq: 1, keep: 'L-02' }, events: [1, 2] });
    expect(params('letter.sequence.refused', [REFUSED, REFUSED])).toEqual([{ count: 2, letters: 'L-01, L-02' }]);
  });

  it('say that ads were removed only where they were', () => {
    expect(params('objection.sequence', [NOTICE, ...WAIT, KEEP])).toEqual([{ letter: 'L-02' }]);
    expect(params('objection.sequence', [NOTICE, KEEP])).toEqual([]);
    expect(params('objection.sequence', [])).toEqual([]);
  });
});

describe('the sentences on periods', () => {
  const renewals = (actions: readonly RequestsAction[], context: Context = {}) =>
    ids(actions, context).filter((id) => /^(?:letter|objection)\.renewal/.test(id));
  const after = { now: addMinutes(BEGINS, 100 * 24 * 60) };

  it.each([
    ['a day in time', BEST, {}, ['letter.renewal.noted']],
    ['no day', [KEEP], {}, ['letter.renewal.unnoted']],
    ['a day behind its end', [KEEP, renewal('L-01', 100)], {}, ['letter.renewal.late']],
    ['run out', BEST, after, ['letter.renewal.ended', 'objection.renewal']],
    ['no period: never asked', [NOTICE], {}, ['letter.renewal.nothing']],
    ['no period: refused', [REFUSED], {}, ['letter.renewal.nothing']],
  ] satisfies [string, RequestsAction[], Context, string[]][])('%s', (_, actions, context, expected) => {
    expect(renewals(actions, context)).toEqual(expected);
    expect(unfilledPlaces(said(actions, context))).toEqual([]);
  });
});

describe('the sentences on the data', () => {
  const kept = { platform: 'smallads', count: 3, data: 'versions, subscriber, messages' };

  it('report preserved data where they were requested in time', () => {
    expect(params('secured.count', BEST)).toEqual([{ n: 3, of: 3 }]);
    expect(params('secured.kept', BEST)).toEqual([kept]);
    for (const id of ['secured.unasked', 'secured.gone', 'secured.refused']) expect(ids(BEST)).not.toContain(id);
  });

  it('distinguish data never requested, gone, and refused', () => {
    expect(params('secured.unasked', [])).toEqual([kept]);
    expect(params('secured.unasked', [send(aLetter('preservation', { data: ['subscriber'] }))])).toEqual([
      { platform: 'smallads', count: 2, data: 'versions, messages' },
    ]);
    expect(params('secured.gone', [NOTICE, ...WAIT, KEEP])).toEqual([
      { platform: 'smallads', count: 2, data: 'versions, messages' },
    ]);
    expect(params('secured.refused', [REFUSED])).toEqual([kept]);
    for (const actions of [[], [REFUSED]]) expect(ids(actions)).not.toContain('secured.kept');
  });

  it('report no preservation where none was possible', () => {
    const facts = { ...(scoredDesk([]).facts as RequestsFacts), secured: [] };
    const found = sentencesFrom(REQUESTS_SENTENCES, facts).map(({ id }) => id);
    expect(found).toContain('secured.nothing');
    expect(found).not.toContain('secured.count');
    expect(ids([])).not.toContain('secured.nothing');
  });
});

describe('the sentences on answers', () => {
  it('list exactly the reasons in the answers, each with its letter', () => {
    const { letters, ...facts } = scoredDesk([KEEP]).facts as RequestsFacts;
    const [letter] = letters;
    if (!letter) throw new Error('No letter went out.');
    const lacks = [
      { data: 'messages', why: 'office', offices: ['judge'] },
      { data: 'logins', why: 'threshold', offices: ['judge'] },
    ] as const;
    const more: Readonly<Record<string, object>> = {
      'wrong-authority': { data: 'messages', offices: 'judge', issuer: 'judge' },
      'below-threshold': { data: 'logins' },
    };
    for (const reason of ANSWER_REASONS) {
      const one = { ...letter, reasons: [reason], lacks };
      const found = sentencesFrom(REQUESTS_SENTENCES, { ...facts, letters: [one] });
      expect(found.filter(({ id }) => id.startsWith('answer.'))).toEqual([
        {
          id: `answer.${reason}`,
          params: { letter: 'L-01', kind: 'preservation', ...more[reason] },
          events: [letter.seq],
        },
      ]);
      expect(unfilledPlaces(found)).toEqual([]);
    }
  });

  it('follow the acts at the desk', () => {
    expect(params('answer.sender-not-verified', [REFUSED])).toEqual([AT]);
    expect(ids(BEST)).not.toContain('answer.sender-not-verified');
  });
});

describe('planted attempts', () => {
  const forms = KEY.letters.map((kind) => send(formLetter(kind, DESK)));
  const ATTEMPTS: readonly (readonly RequestsAction[])[] = [
    [],
    [KEEP],
    [REFUSED],
    BEST,
    forms,
    [NOTICE, KEEP],
    [NOTICE, ...WAIT, KEEP, HELP],
    [REFUSED, KEEP],
  ];
  const PAIRS: readonly [RegExp, RegExp][] = [
    [/^letters\.none$/, /^(?:letters\.count|letter\.hit\.|letter\.gap\.|objection\.|answer\.)/],
    [/^letter\.sequence\.unasked$/, /^(?:letter\.sequence\.(?:refused|before|after)|secured\.(?:kept|gone|refused))/],
    [/^letter\.sequence\.refused$/, /^(?:letter\.sequence\.(?:before|after)|secured\.kept)/],
    [/^letter\.renewal\.nothing$/, /^letter\.renewal\.(?:noted|unnoted|late|ended)$/],
    [/^letter\.unsent\.preservation$/, /^secured\.kept$/],
    [/^secured\.nothing$/, /^secured\.count$/],
  ];

  it('never hear two contradicting sentences, and every count is the length of its list', () => {
    for (const actions of ATTEMPTS) {
      const found = ids(actions);
      expect(unfilledPlaces(said(actions))).toEqual([]);
      for (const [one, other] of PAIRS)
        expect(found.some((id) => one.test(id)) && found.some((id) => other.test(id))).toBe(false);
      for (const { params: own } of said(actions)) {
        const list = own.names ?? own.data ?? own.letters;
        if (own.count !== undefined && list !== undefined)
          expect(String(list).split(', ')).toHaveLength(Number(own.count));
      }
    }
  });

  it('hear of no error as the oracle', () => {
    expect(
      ids(BEST).filter((id) => /gap|objection|nowhere|unsent|unasked|refused|after|without|gone|late/.test(id)),
    ).toEqual([]);
  });
});
