import { describe, expect, it } from 'vitest';
import type { DetectionFacts } from '#kinds/detection/model/facts.ts';
import type { DetectionAction } from '#kinds/detection/model/play.ts';
import { freeMark, stretchesOf } from '#kinds/detection/model/stretch.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { aReaderOf } from '../../../../support/builders/a-reader.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const made = aMarket({ seed: 'scored-3' });
const reader = aReaderOf(made);
const marked = (ad: string, at: string, indicator: string): DetectionAction => ({
  type: 'ad.marked',
  ad,
  at,
  indicator,
});
const labelsOf = (kind: 'sign' | 'trap' | 'cue', isOne: (ad: (typeof reader.judged)[number]) => boolean = () => true) =>
  reader.judged
    .filter(isOne)
    .flatMap((ad) => ad.labels.filter((label) => label.kind === kind).map((label) => ({ ad: ad.ad, ...label })));
const wanted = labelsOf('sign', (ad) => ad.control === 'controlled' && !ad.notKnowable);
const linesOf = (ad: string) => made.market.ads.find(({ id }) => id === ad)?.versions.at(-1)?.sentences ?? [];
const said =
  wanted.find(({ ad, at }) => at.startsWith('s') && linesOf(ad).length > 2) ?? expect.fail('no sign is said');
const trap = labelsOf('trap').find(({ at }) => at.startsWith('s')) ?? expect.fail('no trap is said');
const placeOf = (ad: string) =>
  stretchesOf(made.market.ads.find(({ id }) => id === ad)?.versions.at(-1)?.sentences ?? []);
const best = reader.plays('oracle');
const signs = (...actions: readonly DetectionAction[]) => reader.score(actions).raw['detection.signs'] ?? Number.NaN;

describe('a free mark', () => {
  const { from, to } = placeOf(said.ad)(said.at);
  const whole = signs(marked(said.ad, said.at, said.indicator));

  it.each([
    ['of the sentence', from, to],
    ['with frayed edges', from - Math.min(3, from), to + 3],
    ['of some words of it', from, from + 12],
  ])('%s is worth what the sentence is', (_, first, last) => {
    expect(signs(marked(said.ad, freeMark(first, last), said.indicator))).toBe(whole);
  });

  it('of the whole text is wrong', () => {
    expect(signs(marked(said.ad, freeMark(0, 999_999), said.indicator))).toBe(0);
  });

  it('is explained at its place', () => {
    const at = freeMark(from, to);
    const { findings } = reader.score([marked(said.ad, at, said.indicator)]);
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'hit', at: { ad: said.ad, locator: at } }));
    expect(findings.filter(({ kind, indicator }) => kind === 'miss' && indicator)).toHaveLength(wanted.length - 1);
  });

  it('that no longer fits the text stays listed', () => {
    const at = freeMark(90_000, 90_020);
    const { findings } = reader.score([marked(said.ad, at, said.indicator)]);
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'falseFlag', at: { ad: said.ad, locator: at } }));
  });
});

describe('one sign, several marks', () => {
  const { from, to } = placeOf(said.ad)(said.at);
  const right = marked(said.ad, said.at, said.indicator);

  it('under its name a second time is neither right nor wrong', () => {
    expect(signs(right, marked(said.ad, freeMark(from, to), said.indicator))).toBe(signs(right));
  });

  it('under another name is noted as half, with the sign that stands there, and the figures are those of the score', () => {
    const [one = ''] = ['template-text', 'shared-phone', 'phone-churn'].filter((id) => id !== said.indicator);
    const { findings, figure, raw } = reader.score([marked(said.ad, said.at, one), marked(said.ad, 'f:town', one)]);
    const notes = findings.filter(({ kind }) => kind === 'falseFlag');

    expect(notes.map(({ at, inPlaceOf }) => [at.locator, inPlaceOf])).toEqual([
      [said.at, said.indicator],
      ['f:town', undefined],
    ]);
    const [right = 0, given = 0] = figure['sign-precision']?.count ?? [];
    const [found = 0, wanted_ = 0] = figure['sign-recall']?.count ?? [];
    expect([right, given, found, wanted_]).toEqual([0.5, 2, 0.5, wanted.length]);
    const [p, r] = [right / given, found / wanted_];
    expect(raw['detection.signs']).toBeCloseTo((1.25 * p * r) / (0.25 * p + r), 12);
  });

  it('under the name of a protective cue says that it is a cue', () => {
    const { findings } = reader.score([
      marked(said.ad, 'f:town', 'rest-gaps'),
      marked(said.ad, 'f:town', 'shared-phone'),
    ]);
    const namesCue = (indicator: string) =>
      findings.find((one) => one.kind === 'falseFlag' && one.indicator === indicator)?.namesCue;

    expect(LIBRARY.catalogue.get('rest-gaps')?.kind).toBe('cue');
    expect(namesCue('rest-gaps')).toBe(true);
    expect(namesCue('shared-phone')).toBeUndefined();
  });

  it('under another name is half a reason once, and wrong from then on', () => {
    const [one = '', other = ''] = ['template-text', 'shared-phone', 'phone-churn'].filter(
      (id) => id !== said.indicator,
    );
    const half = signs(marked(said.ad, said.at, one));
    // Half of one mark is right, and half of one of the wanted signs is found.
    const [precision, recall] = [0.5, 0.5 / wanted.length];
    expect(half).toBeCloseTo((1.25 * precision * recall) / (0.25 * precision + recall), 12);
    expect(signs(marked(said.ad, said.at, one), marked(said.ad, said.at, other))).toBeCloseTo(
      (1.25 * 0.25 * recall) / (0.25 * 0.25 + recall),
      12,
    );
  });
});

describe('a trap', () => {
  const trapped = marked(trap.ad, trap.at, trap.indicator);
  const judged = (band: 'check' | 'urgent'): DetectionAction => ({
    type: 'ad.judged',
    ad: trap.ad,
    band,
    certainty: 1,
  });
  const taken = (...actions: readonly DetectionAction[]) => reader.score(actions).figure.traps?.value;

  it('takes one point, and two where an ad was flagged for nothing else', () => {
    expect(taken(trapped, judged('check'))).toBe(-1);
    expect(taken(trapped, judged('urgent'))).toBe(-2);
    expect(taken(trapped, marked(trap.ad, 'f:town', 'template-text'), judged('urgent'))).toBe(-1);
  });

  it('takes its points once, however often it is marked', () => {
    const { from, to } = placeOf(trap.ad)(trap.at);
    expect(taken(trapped, marked(trap.ad, freeMark(from, to), trap.indicator))).toBe(-1);
  });

  it('lowers the score for signs by its points divided by the number of signs', () => {
    const { scaled } = reader.plays('oracle', trapped, judged('urgent'));
    const precision = wanted.length / (wanted.length + 1);
    expect(scaled['detection.signs']).toBeCloseTo((1.25 * precision) / (0.25 * precision + 1) - 2 / wanted.length, 12);
  });
});

describe('a protective cue', () => {
  it('is always noted on its page, and counts as a mark only where it was marked', () => {
    const [cue = expect.fail('no cue is shown'), ...others] = labelsOf('cue');
    const { findings, facts } = reader.score([marked(cue.ad, cue.at, cue.indicator)]);
    const noted = findings.filter(({ kind }) => kind === 'cue');

    expect(noted).toHaveLength(1 + others.length);
    expect(noted.filter(({ unmarked }) => !unmarked).map(({ at }) => at)).toEqual([{ ad: cue.ad, locator: cue.at }]);
    expect((facts as DetectionFacts).marks).toMatchObject({ cues: 1, again: 0, right: 0, wrong: 0 });
  });

  it('is counted but does not change the score for signs', () => {
    const cue = labelsOf('cue')[0] ?? expect.fail('no cue is shown');
    const { figure, scaled } = reader.plays('oracle', marked(cue.ad, cue.at, cue.indicator));
    expect(figure.cues?.count).toEqual([1, labelsOf('cue').length]);
    expect(scaled['detection.signs']).toBe(best.scaled['detection.signs']);
  });
});

describe('the weight that a note names', () => {
  const weightOf = (ad: string, at: string, indicator: string) =>
    reader
      .score([marked(ad, at, indicator)])
      .findings.find((finding) => finding.indicator === indicator && finding.at.locator === at)?.weight;

  it('is the one of this market, with the grade of evidence', () => {
    const ratio = made.truth.weights[said.indicator];
    expect(ratio).toBeGreaterThan(1);
    expect(weightOf(said.ad, said.at, said.indicator)).toEqual({
      ratio,
      among: 'ads',
      evidence: LIBRARY.catalogue.get(said.indicator)?.evidence,
    });
  });

  it('is missing for a trap, and for a sign that this kind of market does not have', () => {
    expect(weightOf(trap.ad, trap.at, trap.indicator)).toBeUndefined();
    expect(weightOf(said.ad, 'f:town', 'lj-upfront-fee')).toBeUndefined();
  });
});

describe('a mark on words that only look like a sign', () => {
  const open = made.truth.ads.flatMap(({ ad, lookAlikes = [] }) => lookAlikes.map((one) => ({ ad, ...one })));
  const one = open.find(
    ({ ad, at }) => !reader.judged.some((key) => key.ad === ad && key.labels.some((label) => label.at === at)),
  );

  it('under the name of that sign says so; under another name it does not', () => {
    if (!one) throw new Error('This market has no sentence that is nothing but a look-alike. Choose another seed.');
    const noteOn = (indicator: string) =>
      reader
        .score([marked(one.ad, one.at, indicator)])
        .findings.find(({ at, kind }) => at.ad === one.ad && kind === 'falseFlag');

    expect(noteOn(one.indicator)).toMatchObject({ looksLike: true });
    const other = one.indicator === 'coercion-slip' ? 'manager-reference' : 'coercion-slip';
    expect(noteOn(other)).toMatchObject({ indicator: other });
    expect(noteOn(other)).not.toHaveProperty('looksLike');
  });
});
