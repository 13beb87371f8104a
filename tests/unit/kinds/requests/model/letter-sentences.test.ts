import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LETTER_KINDS, type Letter } from '#evidence/letters/model/letter.ts';
import { GAPS } from '#evidence/letters/model/letter-gaps.ts';
import { leadsToSubject, letterGaps } from '#evidence/letters/model/letter-parts.ts';
import { POINTS } from '#evidence/letters/model/points.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import type { RequestsFacts } from '#kinds/requests/model/facts.ts';
import type { RequestsAction } from '#kinds/requests/model/play.ts';
import { REQUESTS_SENTENCES } from '#kinds/requests/model/sentences.ts';
import { aLetter, BEGINS, KEY, renewal, SUBJECT, scoredDesk, send } from '../../../../support/builders/a-desk.ts';
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
const BEST = [KEEP, NOTICE, HELP, renewal('L-01', 80)];
const AT = { kind: 'preservation', letter: 'L-01' };
const [AD = ''] = KEY.ads;

/** The words that are looked for at a point of a letter. */
const words = (point: string) => {
  const [part = '', gap] = point.split('.');
  return { words: String(POINTS[part]?.find((one) => one.gap === gap)?.words).replaceAll(',', ', ') };
};
const { first = '', last = '' } = SUBJECT.posted ?? {};
const HELD = { data: 'versions, subscriber, messages' };

/** Each row: a letter that goes out alone, the gap that it then has, and what is said of it besides kind and letter. */
const GAP_ROWS: readonly [string, Letter['kind'], Partial<Letter>, object?][] = [
  ['authority.who', 'preservation', { authority: '' }],
  ['authority.contact', 'preservation', { contact: ' ' }],
  ['authority.nobody', 'preservation', { issuer: undefined as never }],
  [
    'authority.office',
    'preservation',
    { issuer: 'analyst' },
    { ...HELD, offices: 'prosecutor, judge, unit-head', issuer: 'analyst' },
  ],
  ['authority.unit', 'preservation', { authority: 'x' }, words('authority.unit')],
  ['authority.back', 'preservation', { contact: 'x' }, words('authority.back')],
  ['offence.subject', 'preservation', { facts: 'One number stands in all of them.' }],
  ['offence.fact', 'preservation', { facts: `Ad ${AD}.` }, words('offence.fact')],
  ['data.left', 'preservation', { data: ['versions'] }, { data: 'subscriber, messages' }],
  ['data.beyond', 'preservation', { data: ['versions', 'subscriber', 'messages', 'payment'] }, { data: 'payment' }],
  ['data.late', 'preservation', { from: addMinutes(first, 60) }, { at: first }],
  ['data.short', 'preservation', { until: addMinutes(last, -60) }, { at: last }],
  ['data.long', 'preservation', { from: addMinutes(first, -32 * 24 * 60) }, { most: 31 }],
  ['custodian.holder', 'preservation', { custodian: 'x' }, words('custodian.holder')],
  ['urgency.loss', 'preservation', { urgency: 'Within an hour.' }, words('urgency.loss')],
  ['urgency.soon', 'preservation', { urgency: 'It may be deleted.' }, words('urgency.soon')],
  ['intent.other', 'preservation', { intent: 'order' }],
  ['period.long', 'preservation', { days: 400 }, { most: 90 }],
  ['confidentiality.untold', 'preservation', { confidentiality: 'By order.' }, words('confidentiality.untold')],
  ['confidentiality.basis', 'preservation', { confidentiality: 'Do not tell.' }, words('confidentiality.basis')],
  ['reasons.rule', 'notice', { reasons: 'One number in all of them.' }, words('reasons.rule')],
  ['reasons.fact', 'notice', { reasons: 'Against the rules.' }, words('reasons.fact')],
  ['legal-basis.basis', 'assistance', { legalBasis: 'x' }, words('legal-basis.basis')],
  ['legal-basis.removal', 'assistance', { legalBasis: 'Order under article 9 of the DSA.' }],
  ['necessity.milder', 'assistance', { necessity: 'Only these.' }, words('necessity.milder')],
  ['necessity.limit', 'assistance', { necessity: 'No milder way.' }, words('necessity.limit')],
  ['link.subject', 'assistance', { link: 'They belong to the offence.' }],
  ['link.offence', 'assistance', { link: `Ad ${AD}.` }, words('link.offence')],
  ['formalities.form', 'assistance', { formalities: 'x' }, words('formalities.form')],
  ['speciality.file', 'assistance', { speciality: 'Nothing else.' }, words('speciality.file')],
  ['speciality.limit', 'assistance', { speciality: 'This file.' }, words('speciality.limit')],
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

/** The same of an order, which this case does not ask for. */
const ORDER_ROWS: readonly [string, Partial<Letter>][] = [
  ['redress.none', { redress: '' }],
  ['redress.court', { redress: 'x' }],
  ['legal-basis.between', { legalBasis: 'Order under article 29 of the Convention.' }],
];

describe('the sentences on the parts of a letter', () => {
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

  it('the rows cover every gap except that of a letter that this case does not ask for', () => {
    const all = Object.entries(GAPS).flatMap(([part, gaps]) => gaps.map((gap) => `${part}.${gap}`));
    // No basis is wrong for an office unless its signature is: that gap is looked at below.
    const rows = [...GAP_ROWS, ...ORDER_ROWS].map(([gap]) => gap);
    expect([...rows, 'legal-basis.office'].toSorted()).toEqual(all.toSorted());
  });

  it.each(ORDER_ROWS)('%s, of an order', (gap, change) => {
    const [part = '', name] = gap.split('.');
    expect(letterGaps(aLetter('order', change), SUBJECT)).toMatchObject([{ part, gap: name }]);
    expect(letterGaps(aLetter('order'), SUBJECT)).toEqual([]);
  });

  it.each([
    ['strangers', 'Ad 0999 and account a-99999 too.', { count: 2, names: '0999, a-99999' }],
    ['days', 'Seen on 3 May.', { count: 1, names: '2031-05-03', at: first, sent: BEGINS }],
    ['days', 'Posted on 2031-01-02.', { count: 1, names: '2031-01-02', at: first, sent: BEGINS }],
  ])('%s that stand in a text of the letter are named with its field: %s', (gap, text, more) => {
    const { facts } = aLetter('preservation');
    const found = said([send(aLetter('preservation', { facts: `${facts} ${text}` }))]);
    const own = found.filter(({ id }) => /^(?:letter\.gap|objection)\.(?!sequence)/.test(id));
    expect(own.map(({ id, params: values }) => [id, values])).toEqual([
      [`letter.gap.text.${gap}`, { ...AT, part: 'offence', field: 'facts', ...more }],
      [`objection.text.${gap}`, { ...AT, part: 'offence', field: 'facts', ...more }],
    ]);
    expect(unfilledPlaces(found)).toEqual([]);
    expect(found.map(({ id }) => id)).not.toContain('letter.hit.offence');
  });

  it('a date, a time and a file number of the case are not mistaken for another case', () => {
    const { facts } = aLetter('preservation');
    const day = first.slice(0, 10);
    const more = `${facts} First seen on ${day} at 0930:00 and 09:30, 11 March, file OST-0312, +999 500 001 475.`;
    expect(ids([send(aLetter('preservation', { facts: more }))])).toContain('letter.hit.offence');
  });

  it('no legal basis is in place for data that the office that signed may not ask for', () => {
    const signed = (issuer: Letter['issuer'] & string) =>
      said([send(aLetter('assistance', { issuer, data: ['messages'] }))]);
    const found = signed('analyst');
    const told = (id: string) => found.filter((sentence) => sentence.id === id).map(({ params: own }) => own);

    expect(told('letter.gap.legal-basis.office')).toEqual(told('letter.gap.authority.office'));
    expect(told('letter.gap.legal-basis.office')).toMatchObject([{ data: 'messages', issuer: 'analyst' }]);
    expect(told('objection.legal-basis.office')).toHaveLength(1);
    expect(told('letter.hit.legal-basis')).toEqual([]);
    expect(signed('judge').map(({ id }) => id)).toContain('letter.hit.legal-basis');
  });

  it('a single missing ad is named as missing, without claims about all ads', () => {
    const ads = KEY.ads.slice(1);
    const letter = { ads, urls: SUBJECT.urls.slice(1) };
    const found = said([send(aLetter('preservation', letter))]);
    const [gap] = found.filter(({ id }) => id === 'letter.gap.data.ads');
    expect(gap?.params).toEqual({ ...AT, count: 1, names: AD });
    expect(found.map(({ id }) => id)).not.toContain('objection.data.others');
    expect(found.map(({ id }) => id)).not.toContain('objection.data.span');
  });

  it('a letter without an ad of the case is reported as such, regardless of its other content', () => {
    const names = (known: readonly string[]) => fc.subarray([...known, 'other']);
    const any = fc.record({ ads: names(KEY.ads), accounts: names(SUBJECT.accounts), urls: names(SUBJECT.urls) });
    fc.assert(
      fc.property(fc.constantFrom(...LETTER_KINDS), any, (kind, change) => {
        const letter = aLetter(kind, change);
        const wanted = KEY.letters.includes(kind);
        const nowhere = ids([send(letter)]).some((id) => id.startsWith('letter.nowhere.'));
        expect(nowhere).toBe(wanted && !leadsToSubject(letter, SUBJECT));
      }),
      { numRuns: 100 },
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

  it('an unsent kind is reported as unsent, without objections', () => {
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
      'ordered.count',
      'ordered.unasked',
    ]);
    expect(ids([KEEP])).not.toContain('letter.unsent.preservation');
    expect(params('letters.count', BEST)).toEqual([{ count: 3 }]);
  });
});
