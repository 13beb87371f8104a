import { describe, expect, it } from 'vitest';
import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import type { PlayedPart } from '#case/parts/use-cases/case-parts.ts';
import { createAnswers } from '#case/play/use-cases/open-answers.ts';
import { playDetection } from '#kinds/detection/model/play.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { aPartLoader, PART } from '../../../../support/builders/a-room.ts';
import { anAttempt } from '../../../../support/builders/an-attempt.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { SUBJECT } from '../../../../support/builders/small-case.ts';

const { log, state } = anAttempt(PART).continues();
const find = PART.scenario.states.find;
const part: PlayedPart = {
  ...PART,
  scenario: {
    ...PART.scenario,
    states: {
      ...PART.scenario.states,
      ...(find?.type === 'exercise' && { find: { ...find, brief: { mode: 'practice' } } }),
    },
  },
};
const story = new Set(adsSharingPhone(PART.market, SUBJECT));
const ad = PART.market.ads.find(({ id, withheld }) => !withheld && !story.has(id))?.id ?? '';
const mark = { ad, at: 's1', indicator: 'rest-gaps' };
const judged = (id: string): AttemptState => ({
  ...state,
  responses: {
    find: { ...playDetection.empty, marks: [mark], judgements: { [id]: { band: 'none', certainty: 1 } } },
  },
});

describe('the answer to one ad', () => {
  it('is fetched only after that ad is judged', async () => {
    const parts = aPartLoader();

    await expect(
      createAnswers({ loader: parts, kinds: KINDS }).explainAd(log, part, judged('other'), { state: 'find', ad }),
    ).rejects.toThrow('before it is judged');
    await expect(
      createAnswers({ loader: parts, kinds: KINDS }).explainAd(log, part, state, { state: 'find', ad }),
    ).rejects.toThrow('before it is judged');
    expect(parts.asked).toEqual([]);
  });

  it('is refused where the exercise is no practice round', async () => {
    const parts = aPartLoader();

    await expect(
      createAnswers({ loader: parts, kinds: KINDS }).explainAd(log, PART, judged(ad), { state: 'find', ad }),
    ).rejects.toThrow('no practice round');
    expect(parts.asked).toEqual([]);
  });

  it('is about this ad alone', async () => {
    const findings = await createAnswers({ loader: aPartLoader(), kinds: KINDS }).explainAd(log, part, judged(ad), {
      state: 'find',
      ad,
    });

    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ at }) => at.ad === ad)).toBe(true);
  });

  it('is withheld where the story still needs the ad', async () => {
    expect(
      await createAnswers({ loader: aPartLoader(), kinds: KINDS }).explainAd(log, part, judged(SUBJECT), {
        state: 'find',
        ad: SUBJECT,
      }),
    ).toEqual([]);
  });
});
