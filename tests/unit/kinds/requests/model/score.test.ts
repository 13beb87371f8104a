import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LETTER_KINDS, type Letter } from '#evidence/letters/model/letter.ts';
import { isComplete, LETTER_PARTS, PARTS_NEEDED, partsSaid } from '#evidence/letters/model/letter-parts.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import { formLetter } from '#kinds/requests/model/form-letter.ts';
import { subjectOf } from '#kinds/requests/model/key.ts';
import type { RequestsAction } from '#kinds/requests/model/play.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import {
  aLetter,
  BEGINS,
  DESK,
  KEY,
  market,
  renewal,
  SUBJECT,
  scoredDesk,
  send,
} from '../../../../support/builders/a-desk.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { readFurther } from '../../../../support/read-further.ts';

const BEST: readonly RequestsAction[] = [
  send(aLetter('preservation')),
  send(aLetter('notice')),
  send(aLetter('assistance')),
  renewal('L-01', 80),
];
const IDS = ['requests.content', 'requests.order', 'requests.data', 'requests.authority', 'requests.renewal'];
const missed = (score: ReturnType<typeof scoredDesk>) =>
  score.findings.flatMap(({ kind, at }) => (kind === 'miss' ? [at.locator] : []));

/** Each row: one thing left out of a full letter, and the part that is then missing. */
const GAPS: readonly [Letter['kind'], string, Partial<Letter>][] = [
  ['preservation', 'authority', { contact: '' }],
  ['preservation', 'authority', { issuer: 'analyst' }],
  ['preservation', 'offence', { facts: ' ' }],
  ['preservation', 'offence', { offence: 'purchase' }],
  ['preservation', 'data', { urls: [] }],
  ['preservation', 'data', { ads: [...KEY.ads, '9999'] }],
  ['preservation', 'data', { from: '' }],
  ['preservation', 'data', { data: [] }],
  ['preservation', 'custodian', { custodian: '' }],
  ['preservation', 'urgency', { urgency: '' }],
  ['preservation', 'intent', { intent: '' }],
  ['preservation', 'period', { days: 0 }],
  ['preservation', 'confidentiality', { confidentiality: '' }],
  ['preservation', 'keep-online', { keepsOnline: false }],
  ['preservation', 'keep-online', { acknowledgement: false }],
  ['notice', 'reasons', { reasons: '' }],
  ['notice', 'address', { urls: SUBJECT.urls.slice(1) }],
  ['notice', 'good-faith', { goodFaith: false }],
  ['order', 'authority', { issuer: undefined as never }],
  ['order', 'necessity', { necessity: '' }],
  ['order', 'redress', { redress: '' }],
  ['order', 'legal-basis', { legalBasis: '' }],
  ['assistance', 'link', { link: '' }],
  ['assistance', 'language', { language: 'en' }],
  ['assistance', 'speciality', { speciality: '' }],
  ['assistance', 'formalities', { formalities: '' }],
  ['assistance', 'necessity', { necessity: '' }],
];

describe('the parts of a letter', () => {
  it.each(LETTER_KINDS)('are all fulfilled by a complete %s', (kind) => {
    expect(partsSaid(aLetter(kind), SUBJECT)).toEqual(LETTER_PARTS[kind].map(({ part }) => part));
  });

  it.each(GAPS)('of a %s: %s is missing where %o', (kind, part, change) => {
    const said = partsSaid(aLetter(kind, change), SUBJECT);

    expect(LETTER_PARTS[kind].map((entry) => entry.part).filter((entry) => !said.includes(entry))).toEqual([part]);
  });

  it('of an order that an office without that power signed miss the signature and the legal basis', () => {
    const said = partsSaid(aLetter('order', { issuer: 'prosecutor' }), SUBJECT);

    expect(LETTER_PARTS.order.map(({ part }) => part).filter((part) => !said.includes(part))).toEqual([
      'authority',
      'legal-basis',
    ]);
  });

  it('of a request to a company that runs no ads need no word on taking them down, and a confirmation', () => {
    const toWallet = (change: object) =>
      partsSaid(aLetter('preservation', { to: 'wallet', ...change }), subjectOf(KEY, DESK, market, 'wallet'));

    expect(toWallet({ keepsOnline: false })).toContain('keep-online');
    expect(toWallet({ acknowledgement: false })).not.toContain('keep-online');
  });

  it('are nine in a preservation request, of which eight suffice', () => {
    expect(LETTER_PARTS.preservation).toHaveLength(9);
    expect(isComplete(aLetter('preservation', { urgency: '' }), SUBJECT)).toBe(true);
    expect(isComplete(aLetter('preservation', { urgency: '', days: 0 }), SUBJECT)).toBe(false);
    expect(isComplete(aLetter('notice', { goodFaith: false }), SUBJECT)).toBe(false);
  });

  it('claim no stronger verification than their source has', () => {
    for (const { sources } of Object.values(LETTER_PARTS).flat()) {
      expect(sources.length).toBeGreaterThan(0);
      for (const { code, mark, says } of sources) {
        expect(readFurther(mark, LIBRARY.sources.get(code)?.mark), `${code} ${mark}`).toBe(false);
        if (mark === 'U') expect(says).toContain('nverified');
      }
    }
  });
});

describe('a request desk', () => {
  it('scores the most where every letter is complete and in order', () => {
    const score = scoredDesk(BEST);

    expect(score.criteria.map(({ id }) => id)).toEqual(IDS);
    expect(score.criteria.map(({ scaled }) => scaled)).toEqual([1, 1, 1, 1, 1]);
    expect(missed(score)).toEqual([]);
    // 8 of the request, 4 of the notice, 11 of the request for assistance; the device is not held and not missed.
    expect(score.raw['requests.content']).toBe(8 + 4 + 11);
    expect(score.figure.secured?.count).toEqual([3, 3]);
  });

  it('scores nothing without letters, and for form letters', () => {
    const forms = KEY.letters.map((kind) => send(formLetter(kind, DESK)));

    for (const actions of [[], forms])
      expect(scoredDesk(actions).criteria.map(({ scaled }) => scaled)).toEqual([0, 0, 0, 0, 0]);
    expect(scoredDesk(forms).criteria[0]).toMatchObject({ raw: 0, min: 0, max: 23 });
    expect(missed(scoredDesk(forms))).toEqual(expect.arrayContaining(KEY.letters.map((kind) => `${kind}.nowhere`)));
  });

  it('scores as little for naming every ad as for naming none', () => {
    const everything = { ads: market.ads.map(({ id }) => id), urls: market.ads.map(({ id }) => adUrl(market, id)) };
    const forms = KEY.letters.map((kind) => send({ ...formLetter(kind, DESK), ...everything }));

    expect(scoredDesk(forms).raw['requests.content']).toBe(0);
  });

  it('keeps the points of fulfilled parts where routine parts are missing or one extra ad is named', () => {
    const short = { confidentiality: '', necessity: '', formalities: '', speciality: '', redress: '', urgency: '' };
    const points = (change: Partial<Letter>) =>
      scoredDesk(KEY.letters.map((kind) => send(aLetter(kind, change)))).raw['requests.content'];

    // 7 of the nine of the request, 4 of the notice, 6 of the eleven: by hand.
    expect(points(short)).toBe(7 + 4 + 6);
    // Without the part on data: 8 of the other eight, 4 of the notice, whose addresses are right, and 10.
    expect(points({ ads: [...KEY.ads, '9999'] })).toBe(8 + 4 + 10);
    expect(missed(scoredDesk([send(aLetter('preservation', short))]))).not.toContain('preservation.nowhere');
  });

  it('secures each kind of data only for the ads that its letters name', () => {
    const [first, ...others] = KEY.ads as [string, ...string[]];
    const own = market.ads.find(({ id }) => id === first);
    const letter = aLetter('preservation', {
      ads: [first],
      accounts: [own?.account ?? ''],
      urls: [adUrl(market, first)],
    });
    const score = scoredDesk([send(letter)]);
    const named = KEY.ads.filter((id) => market.ads.find((ad) => ad.id === id)?.account === own?.account);

    expect(others.length).toBeGreaterThan(0);
    expect(named.length).toBeLessThan(KEY.ads.length);
    expect(score.raw['requests.data']).toBeCloseTo((3 * named.length) / KEY.ads.length);
    expect(score.figure.secured?.count).toEqual([3, 3]);
    expect(scoredDesk([send(letter), send(aLetter('preservation'))]).scaled['requests.data']).toBe(1);
  });

  it('loses the order and the data where the notice went out first', () => {
    const [keep, notice, help, day] = BEST as [RequestsAction, RequestsAction, RequestsAction, RequestsAction];
    const wait = Array.from({ length: 20 }, (): RequestsAction => ({ type: 'answer.filed', of: 'L-01' }));
    const score = scoredDesk([notice, ...wait, keep, help, renewal('L-02', 80)]);

    expect(score.scaled['requests.order']).toBe(0);
    expect(score.raw['requests.data']).toBe(1);
    expect(missed(score)).toEqual(expect.arrayContaining(['letters-order', 'L-02']));
    expect(scoredDesk([keep, notice, help, day], { acts: [{ act: 'notify', seq: 0 }] }).scaled['requests.order']).toBe(
      0,
    );
  });

  it('requires a noted renewal before the period ends, and a sent one afterwards', () => {
    const renewalOf = (actions: readonly RequestsAction[], now = addMinutes(BEGINS, 600)) =>
      scoredDesk(actions, { now }).scaled['requests.renewal'];
    const late = addMinutes(BEGINS, 100 * 24 * 60);
    const renewed: RequestsAction = { type: 'letter.renewed', of: 'L-01', days: 90 };

    expect(renewalOf(BEST.slice(0, 3))).toBe(0);
    expect(renewalOf([...BEST.slice(0, 3), renewal('L-01', 100)])).toBe(0);
    expect(renewalOf(BEST, late)).toBe(0);
    expect(renewalOf([...BEST, renewed], late)).toBe(1);
  });

  it.each(GAPS.filter(([kind]) => kind === 'notice' || kind === 'assistance'))(
    'of a %s: a missing %s costs one point',
    (kind, part, change) => {
      const actions = BEST.map((action) =>
        action.type === 'letter.sent' && action.letter.kind === kind ? send(aLetter(kind, change)) : action,
      );
      const score = scoredDesk(actions);

      expect(score.raw['requests.content']).toBe(22);
      expect(missed(score)).toContain(`${kind}.${part}`);
    },
  );

  it('counts the more complete of two letters; a later worse one costs nothing', () => {
    const change = fc.record(
      { contact: fc.constant(''), urls: fc.constant([]), days: fc.constant(0), link: fc.constant('') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...LETTER_KINDS), change, (kind, less) => {
        const worse = scoredDesk([...BEST, send(aLetter(kind, less))]);
        expect(worse.raw['requests.content']).toBe(23);
      }),
      { numRuns: 30 },
    );
  });

  it('needs every part of a letter, except one in a preservation request', () => {
    expect(PARTS_NEEDED).toEqual({ preservation: 8, notice: 4, order: 6, assistance: 11 });
  });
});
