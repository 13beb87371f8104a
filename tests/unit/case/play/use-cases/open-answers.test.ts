import { describe, expect, it } from 'vitest';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { answerParts, createAnswers, explainDecision } from '#case/play/use-cases/open-answers.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import type { DetectionFacts } from '#kinds/detection/model/facts.ts';
import type { DetectionResponse } from '#kinds/detection/model/play.ts';
import type { AdStory } from '#market/ads/model/ad-story.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { sayAdStory } from '#market/ads/screens/say-ad-story.ts';
import { aPartLoader, PART } from '../../../../support/builders/a-room.ts';
import { anAttempt } from '../../../../support/builders/an-attempt.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { SUBJECT, smallCase } from '../../../../support/builders/small-case.ts';

const { answers, material } = smallCase();
const atD01 = () => anAttempt(PART).passesOn().chooses('contact');

describe('the answer to a decision', () => {
  it('is fetched only after the decision is in the log', async () => {
    const parts = aPartLoader();

    await expect(explainDecision(parts, atD01().log, PART, 'd01')).rejects.toThrow('before it is given');
    expect(parts.asked).toEqual([]);
  });

  it('contains only the answer to the chosen option of this decision', async () => {
    const parts = aPartLoader();
    const found = await explainDecision(parts, atD01().chooses('a').log, PART, 'd01');
    const { options, principle, sources } = answers.key.decisions.d01 ?? {};

    expect(found).toEqual({ ...options?.a, principle, sources });
    expect(parts.asked).toEqual(['key/decisions/d01.json']);
  });

  it('of an unrated choice is undefined, and opens no part', async () => {
    const parts = aPartLoader();

    expect(await explainDecision(parts, atD01().log, PART, 'desk')).toBeUndefined();
    expect(await explainDecision(parts, atD01().log, PART, 'briefing')).toBeUndefined();
    expect(parts.asked).toEqual([]);
  });
});

describe('the truth of the market', () => {
  it('is fetched only after the exercise is committed', async () => {
    const parts = aPartLoader();
    const { log, state } = anAttempt(PART).continues();

    await expect(
      createAnswers({ loader: parts, kinds: KINDS }).explainExercise(log, PART, state, 'find'),
    ).rejects.toThrow('before find is committed');
    expect(parts.asked).toEqual([]);
  });

  it('neither shows nor counts ads that the story still needs, and says how many they are', async () => {
    const log = playCase(material, answers, 'count-flags', 'wall');
    const attempt = replayAttempt(material, log);
    const story = new Set(adsSharingPhone(material.market, SUBJECT));

    const shown = await createAnswers({ loader: aPartLoader(), kinds: KINDS }).explainExercise(
      log,
      PART,
      attempt,
      'find',
    );
    const { facts, findings, figures } = shown;
    const whole = scoreAttempt(log, material, answers);

    // Who is behind an ad stays what it is in the whole market; of the other ads, those of the story have no name.
    const quietly = JSON.stringify(
      whole.findings.filter(({ at }) => at.ad !== undefined && !story.has(at.ad)),
      (name, value) => {
        if (name === 'story') return { ...value, unnamed: 'story' };
        return Array.isArray(value) ? value.filter((one) => !story.has(one)) : value;
      },
    );
    expect(JSON.parse(JSON.stringify(findings))).toEqual(JSON.parse(quietly));
    expect(whole.findings.some(({ at }) => at.ad === SUBJECT)).toBe(true);
    const storyOf = (found: readonly Finding[], ad: string | undefined) =>
      found.find(({ at, story: told }) => told && at.ad === ad)?.story;
    const related = material.market.ads
      .map(({ id }) => id)
      .filter((ad) => !story.has(ad) && JSON.stringify(storyOf(whole.findings, ad) ?? '').includes(SUBJECT));
    expect(related.length).toBeGreaterThan(0);
    for (const ad of related) {
      const said = sayAdStory(storyOf(findings, ad) as AdStory).join(' ');
      expect(said).toContain('Ads that the case goes on with are not named here.');
      expect(said).not.toContain('has no other ad');
    }
    const adsOf = (found: unknown) =>
      Object.values(found as DetectionFacts)
        .filter(Array.isArray)
        .flat();
    expect(adsOf(whole.exercises.find(({ state }) => state === 'find')?.facts)).toContain(SUBJECT);
    expect(adsOf(facts).filter((ad) => story.has(ad))).toEqual([]);
    expect(adsOf(facts).length).toBeGreaterThan(0);

    const judgable = material.market.ads.filter(({ withheld }) => !withheld).map(({ id }) => id);
    const others = judgable.filter((ad) => !story.has(ad));
    const own = facts as DetectionFacts;
    const countOf = (id: string) => figures.find((figure) => figure.id === id)?.count;
    expect(shown.leftOut).toBe(judgable.length - others.length);
    expect(shown.leftOut).toBeGreaterThan(0);
    expect(own.of).toBe(others.length);
    expect(countOf('flagged')?.[1]).toBe(others.length);
    expect(countOf('sensitivity')).toEqual([own.hits.length, own.controlled]);
    expect(own.hits.length + own.misses.length + own.leftOut.length).toBe(
      own.controlled - own.unknowable.filter((ad) => !own.hits.includes(ad)).length,
    );
  });

  it('counts no mark on such an ad, and no place of it in the queue', async () => {
    const log = playCase(material, answers, 'oracle', 'wall');
    const attempt = replayAttempt(material, log);
    const find = attempt.responses['find'] as DetectionResponse;
    const story = new Set(adsSharingPhone(material.market, SUBJECT));
    const marks = find.marks.filter(({ ad }) => story.has(ad));
    const onlyThere = { ...attempt, responses: { ...attempt.responses, find: { ...find, marks } } };

    const { figures, findings } = await createAnswers({ loader: aPartLoader(), kinds: KINDS }).explainExercise(
      log,
      PART,
      onlyThere,
      'find',
    );

    expect(marks.length).toBeGreaterThan(0);
    expect(figures.find(({ id }) => id === 'marks')?.value).toBe(0);
    expect(findings.filter(({ kind, indicator }) => kind === 'hit' && indicator !== undefined)).toEqual([]);
  });
});

describe('an exercise of a kind that cannot leave ads out', () => {
  it('is not explained before the case has ended', async () => {
    const log = playCase(material, answers, 'oracle', 'wall');
    const attempt = replayAttempt(material, log);
    const { states } = PART.scenario;
    const preserved = { ...PART, scenario: { ...PART.scenario, states: { ...states, find: states['preserve'] } } };

    await expect(
      createAnswers({ loader: aPartLoader(), kinds: KINDS }).explainExercise(
        log,
        preserved as typeof PART,
        attempt,
        'find',
      ),
    ).rejects.toThrow('withoutAds in the scoring of exercise kind preservation');
  });
});

describe('the debrief', () => {
  it('opens no answer before the case has ended', async () => {
    const parts = aPartLoader();
    const { log, state } = atD01();

    await expect(createAnswers({ loader: parts, kinds: KINDS }).scoreCase(log, PART, state)).rejects.toThrow(
      'before the case has ended',
    );
    expect(parts.asked).toEqual([]);
  });

  it('gives the same report from the parts of the key as from the whole key', async () => {
    const log = playCase(material, answers, 'oracle', 'wall');
    const attempt = replayAttempt(material, log);

    const report = await createAnswers({ loader: aPartLoader(), kinds: KINDS }).scoreCase(log, PART, attempt);

    expect(report).toEqual(scoreAttempt(log, material, answers));
  });

  it('needs exactly the parts that are prefetched for offline use', async () => {
    const parts = aPartLoader();
    const log = playCase(material, answers, 'nothing', 'wall');
    await createAnswers({ loader: parts, kinds: KINDS }).scoreCase(log, PART, replayAttempt(material, log));

    expect(new Set(answerParts(PART, KINDS))).toEqual(new Set(parts.asked));
    for (const part of answerParts(PART, KINDS)) expect(part).toMatch(/^key\//);
  });
});
