import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { ReadLibrary } from '#case/plug/use-cases/kind-builds.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { HOURS_AFTER_ANSWER, HOURS_ALONE, HOURS_TO_OBEY } from '#kinds/platform-test/model/card-questions.ts';
import { claimPoints } from '#kinds/platform-test/model/claim-points.ts';
import { REPLY_PERIOD } from '#kinds/platform-test/model/findings.ts';
import { RUNGS, WORST_CASES } from '#kinds/platform-test/model/ladder.ts';
import { MIXED_TEAMS, NOTICE_AND_REASONS } from '#kinds/platform-test/model/sources.ts';
import { ANSWER_PERIOD, REFERRAL_PERIOD, REMINDERS } from '#kinds/platform-test/model/trials.ts';
import { CLAIM_IDS } from '#market/platforms/model/claims.ts';
import { INTERVIEW_QUESTIONS, type TestedPlatform } from '#market/platforms/model/tested-platform.ts';

const testsIn = (scenario: Scenario) =>
  stateTree(scenario).flatMap(({ state }) =>
    state.type === 'exercise' && state.kind === 'platform-test' ? [state.title] : [],
  );

const platformsOf = ({ market }: Scenario, { platforms }: Pick<ReadLibrary, 'platforms'>) =>
  platforms.get(market.profile)?.tested ?? [];

/**
 * The texts of a test outside its scenario: the platforms and the rules of the ladder. Empty for a case without a test.
 */
export function platformTestTexts(scenario: Scenario, library: Pick<ReadLibrary, 'platforms'>): readonly unknown[] {
  if (testsIn(scenario).length === 0) return [];
  const tested = platformsOf(scenario, library).map(({ id, public: half, hidden }) => ({ id, public: half, hidden }));
  return [tested, RUNGS];
}

/**
 * What a test of platforms states, for reviewers: its questions, the rules of its ladder, and all values it assumes.
 */
export function platformTestStatements(
  _: AnswerKey,
  scenario: Scenario,
  library: Pick<ReadLibrary, 'platforms'>,
): readonly ReviewStatement[] {
  const [about] = testsIn(scenario);
  if (about === undefined) return [];
  const stated = { kind: 'kind', about, text: '' } as const;
  return [
    ...INTERVIEW_QUESTIONS.map(
      (question): ReviewStatement => ({
        ...stated,
        id: `checkathon.question.${question}`,
        topic: 'checkathon.question',
        answer: { id: `checkathon.question.${question}` },
        sources: [],
      }),
    ),
    ...RUNGS.map(
      ({ verdict, claim, share }): ReviewStatement => ({
        ...stated,
        id: `checkathon.rung.${claim}`,
        topic: `checkathon.rung.${verdict}`,
        answer: {
          id: `checkathon.rung.${claim}`,
          ...(share === undefined ? {} : { params: { percent: share * 100 } }),
        },
        sources: claim === 'not-referred' ? [NOTICE_AND_REASONS] : [],
      }),
    ),
    {
      ...stated,
      id: 'checkathon.rung.cooperative',
      topic: 'checkathon.rung.cooperative',
      answer: { id: 'checkathon.rung.cooperative', params: { cards: WORST_CASES.join(', ') } },
      sources: [],
    },
    ...valuesOf(stated),
    ...platformsOf(scenario, library).map((platform) => platformStatement(platform, about)),
  ];
}

function valuesOf(stated: Pick<ReviewStatement, 'kind' | 'about' | 'text'>): ReviewStatement[] {
  const points = (chance: number) =>
    ['pattern', 'once', 'not-seen'].map((word) => claimPoints(word as 'pattern', chance, true)) as [
      number,
      number,
      number,
    ];
  const [pattern, once, missed] = points(100);
  const [wrong, slip, cleared] = points(0);
  const values = {
    periods: { answer: ANSWER_PERIOD, referral: REFERRAL_PERIOD, reply: REPLY_PERIOD, reminders: REMINDERS },
    cards: { alone: HOURS_ALONE, after: HOURS_AFTER_ANSWER, late: HOURS_TO_OBEY },
    points: { pattern, once, missed, wrong, slip, cleared },
  };
  return Object.entries(values).map(([id, params]) => ({
    ...stated,
    id: `checkathon.value.${id}`,
    topic: 'checkathon.value',
    answer: { id: `checkathon.value.${id}`, params },
    sources: id === 'points' ? [MIXED_TEAMS] : [],
  }));
}

/** A claim as a message leaves it open: letters and digits alone. */
const slotOf = (claim: string) => claim.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function platformStatement({ id, name, hidden }: TestedPlatform, about: string): ReviewStatement {
  const { ageCheck, consentCheck, hoursToAct } = hidden.traits;
  const chances = CLAIM_IDS.map((claim) => [slotOf(claim), hidden.chances[claim]]);
  return {
    kind: 'kind',
    about,
    id: `checkathon.platform.${id}`,
    topic: 'checkathon.platform',
    text: `${name}: ${hidden.does}`,
    answer: {
      id: 'checkathon.platform',
      params: { ageCheck, consentCheck, hoursToAct, ...Object.fromEntries(chances) },
    },
    sources: [],
  };
}
