import { describe, expect, it } from 'vitest';
import type { PlayedPart } from '#case/parts/use-cases/case-parts.ts';
import { adsOfCase, adsTold, flaggedAds, flagsWithoutCause } from '#case/play/use-cases/ads-of-case.ts';
import { createAnswers } from '#case/play/use-cases/open-answers.ts';
import type { DetectionAction } from '#kinds/detection/model/play.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { aPartLoader, PART } from '../../../../support/builders/a-room.ts';
import { anAttempt } from '../../../../support/builders/an-attempt.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { SUBJECT, smallCase } from '../../../../support/builders/small-case.ts';

const { answers } = smallCase();
const judge = (ad: string, band: 'none' | 'check' | 'prioritise' | 'urgent'): DetectionAction => ({
  type: 'ad.judged',
  ad,
  band,
  certainty: 1,
});
const underNumber = adsSharingPhone(PART.market, SUBJECT).filter((ad) => ad !== SUBJECT);
const [other = ''] = underNumber;
const stranger =
  PART.market.ads.find(({ id, withheld }) => !withheld && ![SUBJECT, ...underNumber].includes(id))?.id ?? '';

/** The small case, in which a scene names ads. */
const naming = (state: string, text: string): PlayedPart => {
  const scene = PART.scenes[state];
  if (!scene) throw new Error(`There is no scene ${state}.`);
  return { ...PART, scenes: { ...PART.scenes, [state]: { ...scene, text } } };
};
const casesAds = (part: PlayedPart, attempt: ReturnType<typeof anAttempt>) =>
  adsOfCase({ part, attempt: attempt.state }, part.scenes, attempt.log);

describe('the ads that a case is about', () => {
  it('are those that a scene names, only once it was shown', () => {
    const part = naming('desk', `The note names ad ${SUBJECT}.`);
    const attempt = anAttempt(part);

    expect(casesAds(part, attempt)).toEqual([]);
    expect(casesAds(part, attempt.passesOn())).toEqual([SUBJECT]);
  });

  it('are in the order of showing, each once, and only where the market has them', () => {
    const part = naming('desk', `Ads ${stranger}, ${SUBJECT}, 9999 and ${stranger}; order R-${other}.`);

    expect(casesAds(part, anAttempt(part).passesOn())).toEqual([stranger, SUBJECT]);
  });

  it('include ads with the same number that the trainee did not leave alone', () => {
    const part = naming('desk', `The note names ad ${SUBJECT}.`);
    const begun = () => anAttempt(part).continues();

    expect(casesAds(part, begun().commits(judge(other, 'check')).passesOn())).toEqual([SUBJECT, other]);
    expect(casesAds(part, begun().commits(judge(other, 'none')).passesOn())).toEqual([SUBJECT]);
    expect(casesAds(part, begun().commits(judge(stranger, 'check')).passesOn())).toEqual([SUBJECT]);
  });

  it('include every ad named by a scene, regardless of judgements', () => {
    const part = naming('desk', `The note names ad ${SUBJECT}.`);
    const attempt = anAttempt(part).continues().commits(judge(other, 'check')).passesOn();

    expect(adsTold({ part, attempt: attempt.state }, part.scenes, attempt.log)).toEqual([SUBJECT]);
  });

  it('include ads named in the result of the chosen option', () => {
    const scene = PART.scenes.desk;
    if (!scene) throw new Error('There is no desk.');
    const options = scene.options.map((option) => ({
      ...option,
      then: `After ${option.id}: ${option.id === 'request' ? SUBJECT : stranger}.`,
    }));
    const part = { ...PART, scenes: { ...PART.scenes, desk: { ...scene, options } } };

    expect(casesAds(part, anAttempt(part).passesOn())).toEqual([]);
    expect(casesAds(part, anAttempt(part).passesOn().chooses('request'))).toEqual([SUBJECT]);
  });
});

describe('flags', () => {
  it('follow the last judgement, so that a withdrawn flag does not count', () => {
    const attempt = anAttempt(PART).continues().acts(judge(other, 'urgent'), judge(stranger, 'prioritise'));

    expect(flaggedAds({ part: PART, attempt: attempt.state })).toEqual([other, stranger]);
    attempt.acts(judge(stranger, 'none'));
    expect(flaggedAds({ part: PART, attempt: attempt.state })).toEqual([other]);
  });

  it('are known to be without cause only once the feedback has said so', async () => {
    const controlled = new Set(answers.truth.ads.filter(({ control }) => control === 'controlled').map(({ ad }) => ad));
    const open = PART.market.ads.filter(({ withheld }) => !withheld).map(({ id }) => id);
    const parts = aPartLoader();
    const attempt = anAttempt(PART)
      .continues()
      .acts(...open.map((ad) => judge(ad, 'urgent')));

    expect(
      await flagsWithoutCause(
        async () => createAnswers({ loader: parts, kinds: KINDS }),
        attempt.log,
        PART,
        attempt.state,
      ),
    ).toEqual(new Set());
    expect(parts.asked).toEqual([]);

    attempt.commits();
    const found = await flagsWithoutCause(
      async () => createAnswers({ loader: parts, kinds: KINDS }),
      attempt.log,
      PART,
      attempt.state,
    );
    expect(found.size).toBeGreaterThan(10);
    for (const ad of found) expect(controlled.has(ad)).toBe(false);
    // The story still needs these ads, so they are left out.
    for (const ad of [SUBJECT, ...underNumber]) expect(found.has(ad)).toBe(false);
  });
});
