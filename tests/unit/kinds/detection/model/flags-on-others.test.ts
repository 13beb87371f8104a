import { describe, expect, it } from 'vitest';
import type { DetectionFacts } from '#kinds/detection/model/facts.ts';
import { aMarket, seeds } from '../../../../support/builders/a-market.ts';
import { aReaderOf } from '../../../../support/builders/a-reader.ts';

const READERS = seeds('scored', 12).map((seed) => ({
  reader: aReaderOf(aMarket({ seed, size: 'field', prevalence: 'FIELD' })),
}));
const reader = aReaderOf(aMarket({ seed: 'scored-2' }));
const others = reader.judged.filter((ad) => ad.control !== 'controlled');

describe('the sentences on an ad as a whole', () => {
  it('say whether the page supports a flag on another ad: too little, one level too high, or enough', () => {
    const plain = others.find((ad) => ad.ratio < 5 && ad.control === 'none')?.ad ?? '';
    const alike = others.find((ad) => ad.ratio >= 5);
    const noteOn = (ad: string, band: 'prioritise' | 'urgent') => {
      const { findings, facts, raw } = reader.plays('oracle', { type: 'ad.judged', ad, band, certainty: 3 });
      const { falseFlags, tooHigh, alike: accepted, cost } = facts as DetectionFacts;
      const said = findings.filter(
        ({ kind, at, indicator, step }) => at.ad === ad && !at.locator && !indicator && !step && kind !== 'fact',
      );
      return { said: said.map(({ kind, reason }) => [kind, reason]), falseFlags, tooHigh, accepted, cost, raw };
    };
    const control = alike?.control ?? '';

    for (const band of ['prioritise', 'urgent'] as const)
      expect(noteOn(plain, band)).toMatchObject({
        said: [['falseFlag', 'ad.falseFlag.none']],
        falseFlags: [plain],
        cost: 1,
      });
    expect(noteOn(alike?.ad ?? '', 'prioritise')).toMatchObject({
      said: [['hit', `ad.alike.${control}`]],
      falseFlags: [],
      tooHigh: [],
      accepted: [alike?.ad],
      cost: 0,
    });
    const high = noteOn(alike?.ad ?? '', 'urgent');
    expect(high).toMatchObject({
      said: [['falseFlag', `ad.tooHigh.${control}`]],
      falseFlags: [],
      tooHigh: [alike?.ad],
      accepted: [],
      cost: 1,
    });
    expect(high.raw['detection.mark']).toBe(-1);
  });

  it('list the signs on the page of each such flag, marked or not', () => {
    const labelled = others.filter(({ labels }) => labels.some(({ kind }) => kind === 'sign'));
    const signsOn = (ad: string, band: 'prioritise' | 'urgent') =>
      reader
        .plays('nothing', { type: 'ad.judged', ad, band, certainty: 3 })
        .findings.find(({ at, reason }) => at.ad === ad && /^ad\.(?:falseFlag|tooHigh|alike)\./.test(reason))?.shows;

    expect(new Set(labelled.map(({ acceptable }) => acceptable.includes('prioritise')))).toEqual(
      new Set([true, false]),
    );
    for (const { ad, labels } of labelled)
      for (const band of ['prioritise', 'urgent'] as const)
        expect(signsOn(ad, band)?.toSorted()).toEqual(
          [...new Set(labels.filter(({ kind }) => kind === 'sign').map(({ indicator }) => indicator))].sort(),
        );
  });

  it('say what the page of an unknowable ad shows: signs by name, only a cue, or nothing', () => {
    const notes = READERS.flatMap(({ reader: one }) =>
      one
        .plays('nothing')
        .findings.filter(({ kind }) => kind === 'notKnowable')
        .map(({ at, reason, shows = [] }) => {
          const labels = one.judged.find(({ ad }) => ad === at.ad)?.labels ?? [];
          const ofKind = (wanted: string) =>
            labels.filter(({ kind }) => kind === wanted).map(({ indicator }) => indicator);
          return { signs: ofKind('sign'), cues: ofKind('cue'), reason, shows };
        }),
    );

    for (const { signs, cues, reason, shows } of notes) {
      const nothing = cues.length > 0 ? 'ad.notKnowable.cue' : 'ad.notKnowable';
      expect(reason).toBe(signs.length > 0 ? 'ad.notKnowable.sign' : nothing);
      expect([...shows].sort()).toEqual([...new Set(signs)].sort());
    }
    expect(new Set(notes.map(({ reason }) => reason)).size).toBe(3);
  });
});
