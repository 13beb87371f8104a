import { describe, expect, it } from 'vitest';
import type { AnsweredBand, DetectionAction, NextStep } from '#kinds/detection/model/play.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { aReaderOf } from '../../../../support/builders/a-reader.ts';

const reader = aReaderOf(aMarket({ seed: 'scored-2' }));
const controlled = reader.judged.filter((ad) => ad.control === 'controlled' && !ad.notKnowable);
const others = reader.judged.filter((ad) => ad.control !== 'controlled');

describe('the next step', () => {
  const judge = (ad: string, band: AnsweredBand, next?: NextStep): DetectionAction => ({
    type: 'ad.judged',
    ad,
    band,
    certainty: 1,
    ...(next && { next }),
  });
  const said = (...actions: readonly DetectionAction[]) => {
    const { findings, figure } = reader.score(actions);
    return {
      steps: findings.filter(({ reason }) => reason.startsWith('ad.step.')).map(({ kind, reason }) => [kind, reason]),
      count: figure['next-steps']?.count,
    };
  };
  const sought = controlled[0]?.ad ?? '';
  const plain = others.find((ad) => ad.ratio < 2)?.ad ?? '';
  const alike = others.find((ad) => ad.ratio >= 5)?.ad ?? '';

  it.each([
    ['preserve', 'hit', 'ad.step.fits'],
    ['check-links', 'hit', 'ad.step.fits'],
    ['inform-specialised-police', 'hit', 'ad.step.fits'],
    ['keep', 'miss', 'ad.step.idle'],
  ] as const)('%s for a controlled ad: %s', (next, kind, reason) => {
    expect(said(judge(sought, 'urgent', next))).toEqual({
      steps: [[kind, reason]],
      count: [kind === 'hit' ? 1 : 0, 1],
    });
  });

  it.each([
    ['keep', 'hit', 'ad.step.fits'],
    ['ask-records', 'hit', 'ad.step.fits'],
    ['preserve', 'falseFlag', 'ad.step.early'],
    ['welfare-contact', 'falseFlag', 'ad.step.early'],
  ] as const)('%s for an ad that nothing points to: %s', (next, kind, reason) => {
    expect(said(judge(plain, 'none', next)).steps).toEqual([[kind, reason]]);
  });

  it('may be a check or an offer of help for an innocent ad that looks controlled, but not dismissal', () => {
    expect(said(judge(alike, 'prioritise', 'welfare-contact')).steps).toEqual([['hit', 'ad.step.fits']]);
    expect(said(judge(alike, 'check', 'keep')).steps).toEqual([['miss', 'ad.step.look']]);
    expect(said(judge(alike, 'check', 'inform-specialised-police')).steps).toEqual([['falseFlag', 'ad.step.early']]);
  });

  it('makes "more information" a full answer only where the step brings some', () => {
    expect(said(judge(plain, 'unknown', 'check-links')).steps).toEqual([['hit', 'ad.step.more']]);
    expect(said(judge(plain, 'unknown')).steps).toEqual([['hit', 'ad.step.more.open']]);
    expect(said(judge(plain, 'unknown', 'keep')).steps).toEqual([['hit', 'ad.step.more.none']]);
    const bandOf = (answer: AnsweredBand, next?: NextStep) =>
      reader.score([judge(alike, answer, next)]).raw['detection.bands'];
    expect(bandOf('unknown', 'ask-records')).toBe(bandOf('check'));
    expect(bandOf('unknown', 'keep')).toBe(bandOf('none'));
  });

  it('is explained with the fitting steps, and not where none was chosen', () => {
    const { findings } = reader.score([judge(plain, 'none', 'preserve')]);
    expect(findings.find(({ step }) => step)?.step).toEqual({
      chosen: 'preserve',
      fitting: ['check-links', 'ask-records', 'keep'],
    });
    expect(said(judge(plain, 'none'))).toEqual({ steps: [], count: undefined });
  });
});
