import { describe, expect, it } from 'vitest';
import type { PublicPart } from '#app/case/case-parts.ts';
import { explainAd } from '#app/case/open-answers.ts';
import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import { playDetection } from '#core/detection/play.ts';
import { adsSharingPhone } from '#core/market/world-state.ts';
import { aPartLoader, PART } from '../../../support/builders/a-room.ts';
import { anAttempt } from '../../../support/builders/an-attempt.ts';
import { SUBJECT } from '../../../support/builders/small-case.ts';

const { log, state } = anAttempt(PART).continues();
const find = PART.scenario.states.find;
const part: PublicPart = {
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

    await expect(explainAd(parts, log, part, judged('other'), 'find', ad)).rejects.toThrow('before it is judged');
    await expect(explainAd(parts, log, part, state, 'find', ad)).rejects.toThrow('before it is judged');
    expect(parts.asked).toEqual([]);
  });

  it('is refused where the exercise is no practice round', async () => {
    const parts = aPartLoader();

    await expect(explainAd(parts, log, PART, judged(ad), 'find', ad)).rejects.toThrow('no practice round');
    expect(parts.asked).toEqual([]);
  });

  it('is about this ad alone', async () => {
    const findings = await explainAd(aPartLoader(), log, part, judged(ad), 'find', ad);

    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ at }) => at.ad === ad)).toBe(true);
  });

  it('is withheld where the story still needs the ad', async () => {
    expect(await explainAd(aPartLoader(), log, part, judged(SUBJECT), 'find', SUBJECT)).toEqual([]);
  });
});
