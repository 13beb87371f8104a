import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lacksOf } from '#evidence/law/model/authority.ts';
import { AuthoritySchema } from '#evidence/law/model/schemas.ts';
import {
  DATA_CATEGORIES,
  type DataCategory,
  emptyLetter,
  OFFICES,
  type Office,
} from '#evidence/letters/model/letter.ts';
import { AUTHORITY_FILE } from '#library/content/use-cases/load-library.ts';
import { LIBRARY, PROJECT, theCase } from '../support/builders/the-library.ts';

const { states } = LIBRARY.authority;
const authored = () => parse(PROJECT.read(AUTHORITY_FILE) ?? '') as Record<string, never>;

/** Who may order each kind of data in every State, written down a second time from the description of the law. */
const MAY_ORDER: Readonly<Record<DataCategory, readonly Office[]>> = {
  versions: ['judge'],
  subscriber: ['investigator', 'prosecutor', 'judge'],
  logins: ['judge'],
  device: ['judge'],
  payment: ['investigator', 'prosecutor', 'judge'],
  verification: ['investigator', 'prosecutor', 'judge'],
  messages: ['judge'],
  moderation: ['judge'],
};
const DEEP: readonly DataCategory[] = ['versions', 'logins', 'device', 'messages', 'moderation'];

describe('the table of who may order which data', () => {
  it('has the invented States of the cases with a request desk, and says that it is unreviewed', () => {
    expect(states.map(({ id }) => id)).toEqual(['karsolen', 'norvelane', 'solenvast', 'tessaval']);
    expect(authored().law).toBe('not-reviewed');
  });

  describe.each(states.map((law) => [law.id, law] as const))('%s', (_, law) => {
    const lacking = (kind: 'order' | 'preservation', issuer: Office, data: DataCategory, years: number, more = {}) =>
      lacksOf(
        { ...emptyLetter(kind), issuer, data: [data], offence: 'it', ...more },
        { law, years: { it: years }, emergency: false },
      );

    it.each(DATA_CATEGORIES)('lets only these offices order %s', (data) => {
      const may = OFFICES.filter((issuer) => lacking('order', issuer, data, 10).length === 0);
      expect(may).toEqual(MAY_ORDER[data]);
    });

    it.each(DATA_CATEGORIES)('sets the minimum gravity of the offence for %s', (data) => {
      const least = [0, 1, 2, 3, 4].find((years) => lacking('order', 'judge', data, years).length === 0);
      expect(least).toBe(DEEP.includes(data) ? 3 : 0);
    });

    it.each(DATA_CATEGORIES)('lets a prosecutor have %s preserved, and in urgent cases the head of a unit', (data) => {
      const keeps = (urgency: string) =>
        OFFICES.filter((issuer) => lacking('preservation', issuer, data, 0, { urgency }).length === 0);
      expect(keeps('')).toEqual(['prosecutor', 'judge']);
      expect(keeps('within hours')).toEqual(['unit-head', 'prosecutor', 'judge']);
    });

    it('lets the head of a unit order subscriber data in danger to life, and never content or traffic', () => {
      const may = DATA_CATEGORIES.filter((data) => {
        const letter = { ...emptyLetter('order'), issuer: 'unit-head' as const, data: [data], offence: 'it' };
        return lacksOf(letter, { law, years: { it: 10 }, emergency: true }).length === 0;
      });
      expect(may).toEqual(['subscriber', 'verification']);
      expect(law.validateWithinHours).toBe(48);
    });
  });

  it('lets a prosecutor order the records of a bank in one State only', () => {
    const able = states.filter(({ rows }) =>
      rows.find(({ id }) => id === 'bank-account')?.order.includes('prosecutor'),
    );
    expect(able.map(({ id }) => id)).toEqual(['solenvast']);
  });

  it.each([
    ['a kind of data in no row', (rows: { data: string[] }[]) => rows.map((row) => ({ ...row, data: [] }))],
    ['a kind of data in two rows', (rows: { data: string[] }[]) => rows.map((row) => ({ ...row, data: ['messages'] }))],
    ['a row too few', (rows: { data: string[] }[]) => rows.slice(1)],
    [
      'an order that nobody may give and somebody validates',
      (rows: object[]) => rows.map((row) => ({ ...row, order: [], validated: ['judge'] })),
    ],
  ])('is refused with %s', (_, change) => {
    const { rows, ...rest } = authored();
    expect(AuthoritySchema.safeParse({ ...rest, rows }).success).toBe(true);
    expect(AuthoritySchema.safeParse({ ...rest, rows: change(rows as never) }).success).toBe(false);
  });

  it('is part of the desk of a case, and of the case hash that an attempt names', () => {
    const { material } = theCase('scenarios/a-week-later');
    const { letters } = material.scenario.states;
    const [, , , tessaval] = states;
    expect(letters?.type === 'exercise' && letters.brief?.law).toEqual(tessaval);
    expect(material.warnings).toEqual([]);
  });
});
