import { describe, expect, it } from 'vitest';
import { figureSentences } from '#case/debrief/model/figure-sentences.ts';
import type { ReadingChange } from '#case/debrief/model/reading/compare-readings.ts';
import type { Figure } from '#case/exercise/model/exercise-kind.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import type { AdKey } from '#kinds/detection/model/derive-key.ts';
import type { AnsweredBand } from '#kinds/detection/model/play.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { aReaderOf } from '../../../../support/builders/a-reader.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { unfilledPlaces } from '../../../../support/case/debrief/unfilled-places.ts';

const sentences = (figures: readonly Figure[], change?: ReadingChange) =>
  sentencesFrom(figureSentences(KINDS.says), { figures, change });
const ids = (figures: readonly Figure[], change?: ReadingChange) => sentences(figures, change).map(({ id }) => id);
const few = (...steps: readonly (1 | 2 | 3)[]) => steps.map((step) => `calibration.few.${step}`);
const count = (id: string, n: number, of: number): Figure => ({ id, value: of > 0 ? n / of : 0, count: [n, of] });
const value = (id: string, of: number, ideal?: number): Figure => ({
  id,
  value: of,
  ...(ideal !== undefined && { ideal }),
});
const FLAGGED = count('flagged', 5, 40);

/** Each row: figures, what is said of them, and what is not said. */
const ROWS: readonly [string, readonly Figure[], readonly string[]][] = [
  ['all controlled ads flagged', [count('sensitivity', 4, 4)], ['figure.sensitivity.all']],
  ['one of four not flagged', [count('sensitivity', 3, 4)], ['figure.sensitivity.missed']],
  [
    'the sum of the points for certainty',
    [value('certainty-points', -183), value('certainty-par', 5)],
    ['figure.certainty-par.sum'],
  ],
  [
    'the sum of the most points for certainty',
    [value('certainty-most', 114), value('certainty-most-par', 60.58)],
    ['figure.certainty-most-par.sum'],
  ],
  ['points for certainty without what they are less', [value('certainty-points', 4)], []],
  ['no controlled ad at all', [count('sensitivity', 0, 0)], []],
  ['no flag on other ads', [count('specificity', 9, 9)], ['figure.specificity.all']],
  ['a flag on another ad', [count('specificity', 8, 9)], ['figure.specificity.flagged']],
  ['flags all right', [value('ppv', 1)], ['figure.ppv.all']],
  ['flags all wrong', [value('ppv', 0)], ['figure.ppv.none']],
  ['flags of both kinds', [value('ppv', 0.4)], ['figure.ppv.falls']],
  ['close to the ideal reader', [FLAGGED, value('dprime', 1.9, 2)], ['figure.dprime.near']],
  ['short of the ideal reader', [FLAGGED, value('dprime', 1, 2)], ['figure.dprime.far']],
  ['sharp, with no ideal reader beside it', [FLAGGED, value('dprime', 2)], []],
  ['d′ near 0', [FLAGGED, value('dprime', -0.2, 2)], ['figure.dprime.chance']],
  ['d′ the other way round', [FLAGGED, value('dprime', -1, 2)], ['figure.dprime.reversed']],
  ['no ad flagged', [count('flagged', 0, 40), value('dprime', 1.1, 1)], ['figure.dprime.none-flagged']],
  ['every ad flagged', [count('flagged', 40, 40), value('dprime', 1.1, 1)], ['figure.dprime.every-flagged']],
  ['a c where no ad was flagged', [count('flagged', 0, 40), value('criterion', 2)], []],
  [
    'groups where every ad was flagged',
    [count('flagged', 40, 40), value('bias-gap', 0), count('specificity', 0, 9)],
    ['figure.specificity.flagged', 'figure.bias-gap.every'],
  ],
  ['a low c', [value('criterion', -0.6)], ['figure.criterion.ready']],
  ['a middling c', [value('criterion', 0.5)], ['figure.criterion.middle']],
  ['a high c', [value('criterion', 0.6)], ['figure.criterion.slow']],
  [
    'groups without any flag on other ads',
    [value('bias-gap', 0), count('specificity', 9, 9)],
    ['figure.specificity.all', 'figure.bias-gap.none'],
  ],
  [
    'an even gap',
    [value('bias-gap', 0.05), count('specificity', 8, 9)],
    ['figure.specificity.flagged', 'figure.bias-gap.even'],
  ],
  [
    'an uneven gap',
    [
      { ...count('bias-gap', 1, 5), value: 0.06, low: 0, high: 0.05, group: { label: 'origin', value: 'Kelvic' } },
      count('specificity', 8, 9),
    ],
    ['figure.specificity.flagged', 'figure.bias-gap.uneven.origin'],
  ],
  [
    'an uneven gap by language',
    [
      { ...count('bias-gap', 5, 5), value: 0.3, low: 0, high: 0.2, group: { label: 'languages', value: 'Kelvic' } },
      count('specificity', 1, 9),
    ],
    ['figure.specificity.flagged', 'figure.bias-gap.uneven.languages'],
  ],
  [
    'an uneven gap by gender',
    [
      { ...count('bias-gap', 0, 5), value: 0.3, low: 0, high: 0.2, group: { label: 'gender', value: 'woman' } },
      count('specificity', 1, 9),
    ],
    ['figure.specificity.flagged', 'figure.bias-gap.uneven.gender'],
  ],
  [
    'a gap that chance makes',
    [
      { ...count('bias-gap', 5, 5), value: 0.3, low: 0, high: 0.3, group: { label: 'languages', value: 'Kelvic' } },
      count('specificity', 1, 9),
    ],
    ['figure.specificity.flagged', 'figure.bias-gap.chance'],
  ],
  ['a gap of nobody knows what', [value('bias-gap', 0.3)], []],
  ['pages captured', [count('captured', 1, 4)], ['figure.captured.count']],
  ['no page to capture', [count('captured', 0, 0)], []],
  ['sure and wrong', [count('calibration-3', 7, 10)], ['calibration.over.3', ...few(1, 2)]],
  ['fairly sure and wrong', [count('calibration-2', 6, 10)], ['calibration.over.2', ...few(1, 3)]],
  ['fairly sure and right', [count('calibration-2', 9, 10)], ['calibration.under.2', ...few(1, 3)]],
  ['unsure and right', [count('calibration-1', 7, 10)], ['calibration.under.1', ...few(2, 3)]],
  ['as sure as right', [count('calibration-1', 5, 10), count('calibration-3', 9, 10)], [...few(2), 'calibration.fits']],
  [
    'fairly sure and right, sure and wrong',
    [count('calibration-2', 7, 10), count('calibration-3', 5, 10)],
    ['calibration.over.3', 'calibration.fit.2', ...few(1)],
  ],
  [
    'unsure and wrong as it should be, sure and wrong',
    [count('calibration-1', 5, 10), count('calibration-3', 5, 10)],
    ['calibration.over.3', 'calibration.fit.1', ...few(2)],
  ],
  [
    'sure and right, fairly sure and wrong, never unsure',
    [count('calibration-2', 6, 10), count('calibration-3', 9, 10)],
    ['calibration.over.2', 'calibration.fit.3', ...few(1)],
  ],
  [
    'sure and wrong, unsure and right',
    [count('calibration-1', 9, 10), count('calibration-3', 5, 10)],
    ['calibration.over.3', 'calibration.under.1', ...few(2)],
  ],
  ['too few answers of any certainty', [value('calibration-1', 0.5)], []],
  ['flags in another market', [value('ppv-6', 0.25)], ['flags.at-six']],
  ['no flag that could be carried over', [value('ppv-6', Number.NaN)], []],
];

describe('the sentences on figures', () => {
  it.each(ROWS)('%s', (_, figures, expected) => {
    expect(ids(figures)).toEqual(expected);
    expect(unfilledPlaces(sentences(figures))).toEqual([]);
  });

  it('are none without a figure', () => {
    expect(ids([])).toEqual([]);
  });

  it('are each true for at least one row and false for another', () => {
    const changes = figureSentences(KINDS.says)
      .filter(({ id }) => id.startsWith('change.'))
      .map(({ id }) => id);
    const met = new Set(ROWS.flatMap(([, , expected]) => expected));
    expect([...met, ...changes].toSorted()).toEqual(
      figureSentences(KINDS.says)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('describe a change correctly, and only where ads were told apart', () => {
    for (const sharpness of ['sharper', 'same', 'duller'] as const)
      for (const readiness of ['readier', 'same', 'slower'] as const) {
        expect(ids([FLAGGED], { sharpness, readiness })).toEqual([`change.${sharpness}.${readiness}`]);
        expect(ids([count('flagged', 0, 40)], { sharpness, readiness })).toEqual([]);
      }
  });
});

describe('planted readers of a whole market', () => {
  const reader = aReaderOf(aMarket({ seed: 'figure sentences', size: 'practice' }));
  const controlled = ({ control }: AdKey) => control === 'controlled' || control === 'deceptive';
  const saidOf = (answer: (ad: AdKey, n: number) => AnsweredBand | undefined) => ids(reader.judges(answer).figures);
  const PRAISE = [
    'figure.sensitivity.all',
    'figure.dprime.near',
    'figure.dprime.far',
    'figure.ppv.all',
    'figure.bias-gap.even',
  ];

  it('get no praise for judging nothing or flagging nothing', () => {
    for (const said of [ids(reader.score([]).figures), saidOf(() => 'none')]) {
      expect(said).toEqual(expect.arrayContaining(['figure.sensitivity.missed', 'figure.bias-gap.none']));
      for (const praise of PRAISE) expect(said).not.toContain(praise);
      expect(said.some((id) => id.startsWith('flags.'))).toBe(false);
    }
  });

  it('hear that flagging everything tells nothing apart', () => {
    const said = saidOf(() => 'urgent');
    expect(said).toEqual(
      expect.arrayContaining(['figure.sensitivity.all', 'figure.specificity.flagged', 'figure.dprime.every-flagged']),
    );
    expect(said).not.toContain('figure.dprime.near');
    expect(said).not.toContain('figure.specificity.all');
  });

  it('hear of the missed half after flagging only half of the controlled ads', () => {
    const said = saidOf((ad, n) => (controlled(ad) && n % 2 === 0 ? 'urgent' : 'none'));
    expect(said).toEqual(
      expect.arrayContaining(['figure.sensitivity.missed', 'figure.specificity.all', 'figure.ppv.all']),
    );
  });

  it('hear of no miss as the oracle that also flags unknowable ads', () => {
    const said = saidOf((ad) => (controlled(ad) ? 'urgent' : 'none'));
    expect(said).toEqual(expect.arrayContaining(['figure.sensitivity.all', 'figure.specificity.all']));
    expect(said).toContain('figure.dprime.near');
  });

  it('never hear two contradicting sentences', () => {
    const PAIRS = [
      ['figure.sensitivity.all', 'figure.sensitivity.missed'],
      ['figure.specificity.all', 'figure.specificity.flagged'],
      ['figure.specificity.all', 'figure.bias-gap.uneven.languages'],
      ['figure.specificity.all', 'figure.bias-gap.uneven.origin'],
      ['figure.specificity.all', 'figure.bias-gap.uneven.gender'],
      ['figure.bias-gap.none', 'figure.bias-gap.even'],
      ['figure.bias-gap.chance', 'figure.bias-gap.even'],
      ['figure.ppv.none', 'figure.sensitivity.all'],
      ['figure.dprime.every-flagged', 'figure.dprime.near'],
      ['calibration.fits', 'calibration.over.3'],
    ];
    const policies = ['oracle', 'nothing', 'flag-all', 'flag-none', 'count-flags', 'honest', 'always-c3'] as const;
    for (const policy of policies) {
      const said = ids(reader.plays(policy).figures);
      for (const pair of PAIRS) expect([policy, ...pair.filter((id) => said.includes(id))]).not.toHaveLength(3);
    }
  });
});
