import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LETTER_KINDS, type Letter } from '#core/evidence/letters/letter.ts';
import { LETTER_PARTS, leadsToSubject, partsSaid } from '#core/evidence/letters/letter-parts.ts';
import { sentencesFrom } from '#core/exercise/sentence.ts';
import { addMinutes } from '#core/kernel/instant.ts';
import { ANSWER_REASONS } from '#core/requests/answer-letter.ts';
import type { RequestsFacts } from '#core/requests/facts.ts';
import { formLetter } from '#core/requests/form-letter.ts';
import { GAPS, letterGaps } from '#core/requests/letter-gaps.ts';
import type { RequestsAction } from '#core/requests/play.ts';
import { REQUESTS_SENTENCES } from '#core/requests/sentences.ts';
import { aLetter, BEGINS, DESK, KEY, renewal, SUBJECT, scoredDesk, send } from '../../../support/builders/a-desk.ts';
import { unfilledPlaces } from '../../../support/unfilled-places.ts';

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
const [AD = ''] = KEY.ads;

/** Each row: a letter that goes out alone, the gap that it then has, and what is said of it besides kind and letter. */
const GAP_ROWS: readonly [string, Letter['kind'], Partial<Letter>, object?][] = [
  ['authority.who', 'preservation', { authority: '' }],
  ['authority.contact', 'preservation', { contact: ' ' }],
  ['offence.none', 'preservation', { offence: '' }],
  ['offence.other', 'preservation', { offence: 'purchase' }],
  ['offence.facts', 'preservation', { facts: '' }],
  ['data.kinds', 'preservation', { data: [] }],
  ['data.span', 'preservation', { from: '' }],
  ['data.backwards', 'preservation', { from: BEGINS, until: BEGINS }],
  ['data.ads', 'preservation', { ads: [] }, { count: KEY.ads.length, names: KEY.ads.join(', ') }],
  [
    'data.accounts',
    'preservation',
    { accounts: [] },
    { count: SUBJECT.accounts.length, names: SUBJECT.accounts.join(', ') },
  ],
  ['data.addresses', 'preservation', { urls: [] }, { count: KEY.ads.length, names: KEY.ads.join(', ') }],
  ['data.others', 'preservation', { ads: [...KEY.ads, '9999'] }, { count: 1, names: '9999' }],
  ['custodian.nobody', 'preservation', { to: '' }],
  ['custodian.other', 'preservation', { to: 'wallet' }],
  ['custodian.where', 'preservation', { custodian: '' }],
  ['urgency.none', 'preservation', { urgency: '' }],
  ['intent.none', 'preservation', { intent: '' }],
  ['period.none', 'preservation', { days: 0 }],
  ['confidentiality.none', 'preservation', { confidentiality: '' }],
  ['keep-online.down', 'preservation', { keepsOnline: false }],
  ['keep-online.confirm', 'preservation', { acknowledgement: false }],
  ['reasons.none', 'notice', { reasons: '' }],
  ['address.none', 'notice', { urls: [] }],
  ['address.missing', 'notice', { urls: SUBJECT.urls.slice(1) }, { count: 1, names: AD }],
  ['address.others', 'notice', { urls: [...SUBJECT.urls, 'x'] }, { count: 1, names: 'x' }],
  ['good-faith.none', 'notice', { goodFaith: false }],
  ['legal-basis.none', 'assistance', { legalBasis: '' }],
  ['necessity.none', 'assistance', { necessity: '' }],
  ['link.none', 'assistance', { link: '' }],
  ['formalities.none', 'assistance', { formalities: '' }],
  ['language.none', 'assistance', { language: '' }],
  ['language.other', 'assistance', { language: 'en' }],
  ['speciality.none', 'assistance', { speciality: '' }],
];

describe('what is said of the parts of a letter', () => {
  it.each(GAP_ROWS)('%s, with what a receiver says to it, and to nothing else', (gap, kind, change, more = {}) => {
    const found = said([send(aLetter(kind, change))]);
    expect(unfilledPlaces(found)).toEqual([]);
    const gaps = found.filter(({ id }) => id.startsWith('letter.gap.'));
    expect(gaps.map(({ id, params: own }) => [id, own])).toEqual([
      [`letter.gap.${gap}`, { kind, letter: 'L-01', ...more }],
    ]);
    expect(found.filter(({ id }) => /^objection\.[a-z-]+\./.test(id)).map(({ id }) => id)).toEqual([
      `objection.${gap}`,
    ]);
    expect(ids([send(aLetter(kind))])).not.toContain(`letter.gap.${gap}`);
    const [part = ''] = gap.split('.');
    expect(params(`letter.hit.${part}`, [send(aLetter(kind))])).toEqual([{ kind, letter: 'L-01' }]);
    expect(found.map(({ id }) => id)).not.toContain(`letter.hit.${part}`);
  });

  it('the rows have every gap but that of a letter which this case does not ask for', () => {
    const all = Object.entries(GAPS).flatMap(([part, gaps]) => gaps.map((gap) => `${part}.${gap}`));
    expect([...GAP_ROWS.map(([gap]) => gap), 'redress.none'].toSorted()).toEqual(all.toSorted());
  });

  it('an order without redress is told so, where the case asks for an order', () => {
    const gaps = letterGaps(aLetter('order', { redress: '' }), SUBJECT);
    expect(gaps).toEqual([{ part: 'redress', gap: 'none' }]);
  });

  it('one ad of several left out is said to be left out, and nobody speaks of everybody', () => {
    const ads = KEY.ads.slice(1);
    const letter = { ads, urls: SUBJECT.urls.slice(1) };
    const found = said([send(aLetter('preservation', letter))]);
    const [gap] = found.filter(({ id }) => id === 'letter.gap.data.ads');
    expect(gap?.params).toEqual({ ...AT, count: 1, names: AD });
    expect(found.map(({ id }) => id)).not.toContain('objection.data.others');
    expect(found.map(({ id }) => id)).not.toContain('objection.data.span');
  });

  it('a part holds exactly where it has no gap, whatever the letter says', () => {
    const text = fc.constantFrom('', ' ', 'x');
    const names = (known: readonly string[]) => fc.subarray([...known, 'other']);
    const any = fc.record({
      authority: text,
      contact: text,
      offence: fc.constantFrom('', 'exploitation', 'purchase'),
      facts: text,
      to: fc.constantFrom('', 'smallads', 'wallet'),
      custodian: text,
      ads: names(KEY.ads),
      accounts: names(SUBJECT.accounts),
      urls: names(SUBJECT.urls),
      from: fc.constantFrom('' as const, BEGINS, addMinutes(BEGINS, -60)),
      until: fc.constantFrom('' as const, BEGINS),
      data: fc.subarray(KEY.data as Letter['data'][number][]),
      keepsOnline: fc.boolean(),
      acknowledgement: fc.boolean(),
      days: fc.constantFrom(0, 90),
      language: fc.constantFrom('', 'en', 'tv'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...LETTER_KINDS), any, (kind, change) => {
        const letter = aLetter(kind, change);
        const gaps = new Set(letterGaps(letter, SUBJECT).map(({ part }) => part));
        const held = partsSaid(letter, SUBJECT);
        for (const { part } of LETTER_PARTS[kind]) expect([part, gaps.has(part)]).toEqual([part, !held.includes(part)]);
        const wanted = KEY.letters.includes(kind);
        const nowhere = ids([send(letter)]).some((id) => id.startsWith('letter.nowhere.'));
        expect(nowhere).toBe(wanted && !leadsToSubject(letter, SUBJECT));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing', { ads: [], accounts: [], urls: [] }],
    ['others', { ads: ['9999'], accounts: [], urls: [] }],
    ['wide', { ads: [AD, '9996', '9997', '9998', '9999'], accounts: [], urls: [] }],
  ])('a letter leads nowhere in one of three ways: %s', (leads, change) => {
    const found = ids([send(aLetter('preservation', change))]).filter((id) => id.startsWith('letter.nowhere.'));
    expect(found).toEqual([`letter.nowhere.${leads}`]);
  });

  it('a kind that never went out is said to be unsent, and nothing is said against it', () => {
    expect(ids([])).toEqual([
      'letters.none',
      'letter.unsent.preservation',
      'letter.unsent.notice',
      'letter.unsent.assistance',
      'letter.sequence.unasked',
      'letter.sequence.unsent.notice',
      'letter.sequence.unsent.demand',
      'letter.renewal.nothing',
      'secured.count',
      'secured.unasked',
    ]);
    expect(ids([KEEP])).not.toContain('letter.unsent.preservation');
    expect(params('letters.count', BEST)).toEqual([{ count: 3 }]);
  });
});

describe('what is said of the order of letters', () => {
  const order = (actions: readonly RequestsAction[], context: Context = {}) =>
    ids(actions, context).filter((id) => id.startsWith('letter.sequence.'));
  const report = { acts: [{ act: 'notify', seq: 0 }] };
  const late = { acts: [{ act: 'notify', seq: 9 }] };

  it.each([
    ['in time', BEST, {}, ['before.notice', 'before.demand']],
    ['half', [NOTICE, KEEP, HELP], {}, ['after.notice', 'before.demand']],
    ['too late', [NOTICE, HELP, KEEP], {}, ['after.notice', 'after.demand']],
    ['never asked', [NOTICE, HELP], {}, ['unasked', 'without.notice', 'without.demand']],
    ['asked and refused', [REFUSED, NOTICE], {}, ['refused', 'without.notice', 'unsent.demand']],
    ['nothing but the request', [KEEP], {}, ['unsent.notice', 'unsent.demand']],
    ['nothing at all', [], {}, ['unasked', 'unsent.notice', 'unsent.demand']],
    ['reported before', [KEEP], report, ['after.report', 'unsent.demand']],
    ['reported afterwards', [KEEP], late, ['before.report', 'unsent.demand']],
    ['reported, and never asked', [], report, ['unasked', 'without.report', 'unsent.demand']],
  ] satisfies [string, RequestsAction[], Context, string[]][])('%s', (_, actions, context, expected) => {
    expect(unfilledPlaces(said(actions, context))).toEqual([]);
    expect(order(actions, context)).toEqual(expected.map((id) => `letter.sequence.${id}`));
  });

  it('names the letters and the log entries that it rests on', () => {
    const [late] = said([NOTICE, KEEP]).filter(({ id }) => id === 'letter.sequence.after.notice');
    expect(late).toMatchObject({ params: { letter: 'L-01', seq: 1, keep: 'L-02' }, events: [1, 2] });
    expect(params('letter.sequence.refused', [REFUSED, REFUSED])).toEqual([{ count: 2, letters: 'L-01, L-02' }]);
  });

  it('a court says that ads were gone only where they were', () => {
    expect(params('objection.sequence', [NOTICE, ...WAIT, KEEP])).toEqual([{ letter: 'L-02' }]);
    expect(params('objection.sequence', [NOTICE, KEEP])).toEqual([]);
    expect(params('objection.sequence', [])).toEqual([]);
  });
});

describe('what is said of periods', () => {
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

describe('what is said of the data', () => {
  const kept = { platform: 'smallads', count: 3, data: 'versions, subscriber, messages' };

  it('is kept where it was asked for in time', () => {
    expect(params('secured.count', BEST)).toEqual([{ n: 3, of: 3 }]);
    expect(params('secured.kept', BEST)).toEqual([kept]);
    for (const id of ['secured.unasked', 'secured.gone', 'secured.refused']) expect(ids(BEST)).not.toContain(id);
  });

  it('was never asked for, is gone, or was refused: three things', () => {
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

  it('of none that could be kept nothing is said to be kept', () => {
    const facts = { ...(scoredDesk([]).facts as RequestsFacts), secured: [] };
    const found = sentencesFrom(REQUESTS_SENTENCES, facts).map(({ id }) => id);
    expect(found).toContain('secured.nothing');
    expect(found).not.toContain('secured.count');
    expect(ids([])).not.toContain('secured.nothing');
  });
});

describe('what is said of answers', () => {
  it('is each reason that stands in one, with its letter, and no other', () => {
    const { letters, ...facts } = scoredDesk([KEEP]).facts as RequestsFacts;
    const [letter] = letters;
    if (!letter) throw new Error('No letter went out.');
    for (const reason of ANSWER_REASONS) {
      const found = sentencesFrom(REQUESTS_SENTENCES, { ...facts, letters: [{ ...letter, reasons: [reason] }] });
      expect(found.filter(({ id }) => id.startsWith('answer.'))).toEqual([
        { id: `answer.${reason}`, params: { letter: 'L-01', kind: 'preservation' }, events: [letter.seq] },
      ]);
    }
  });

  it('is that of the desk', () => {
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

  it('never hear two things that exclude each other, and every count is that of its list', () => {
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

  it('who knows all answers hears of nothing wrong', () => {
    expect(
      ids(BEST).filter((id) => /gap|objection|nowhere|unsent|unasked|refused|after|without|gone|late/.test(id)),
    ).toEqual([]);
  });
});
