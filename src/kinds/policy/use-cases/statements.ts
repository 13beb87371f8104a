import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { POLICY } from '#kinds/policy/model/kind.ts';
import { BUDGET, INDICATORS, MEASURE_IDS, MEASURES, rangeOf } from '#kinds/policy/model/measures.ts';

const tablesIn = (scenario: Scenario) =>
  stateTree(scenario).flatMap(({ state, path }) =>
    state.type === 'exercise'
      ? POLICY.authoredIn([{ state, path }]).map(({ brief }) => ({ title: state.title, brief }))
      : [],
  );

/** The model that the tables of a case show: with another one the same review would be of something else. */
export const policyTexts = (scenario: Scenario): readonly unknown[] =>
  tablesIn(scenario).length > 0 ? [MEASURES, BUDGET] : [];

/** What a table-top states, for reviewers: its findings, the cards with their sources, the law, and the whole model. */
export function policyStatements(_: AnswerKey, scenario: Scenario): readonly ReviewStatement[] {
  const tables = tablesIn(scenario);
  const ofBriefs = tables.flatMap(({ title, brief: { report, cards = [], law = [] } }) => {
    const stated = { kind: 'kind', about: title } as const;
    return [
      ...(report?.findings ?? []).map(
        ({ id, says }): ReviewStatement => ({
          ...stated,
          id: `policy.finding.${id}`,
          topic: 'policy.finding',
          text: says,
          sources: [],
        }),
      ),
      ...cards.map(
        ({ id, says, sources }): ReviewStatement => ({
          ...stated,
          id: `policy.card.${id}`,
          topic: 'policy.card',
          text: says,
          sources,
        }),
      ),
      ...law.map(
        ({ title: rule, text, sources }, n): ReviewStatement => ({
          ...stated,
          id: `policy.law.${n + 1}`,
          topic: 'policy.law',
          about: rule,
          text,
          sources,
        }),
      ),
    ];
  });
  const [first] = tables;
  return first ? [...ofBriefs, ...modelStatements(first.title)] : [];
}

const modelStatements = (about: string): ReviewStatement[] =>
  MEASURE_IDS.map((measure) => ({
    kind: 'kind',
    about,
    id: `policy.measure.${measure}`,
    topic: 'policy.measure',
    text: measure,
    answer: {
      id: 'policy.measure',
      params: {
        cost: MEASURES[measure].cost,
        ...Object.fromEntries(
          INDICATORS.flatMap((indicator) => {
            const [low, high] = rangeOf(measure, indicator);
            return [
              [`low${indicator}`, low],
              [`high${indicator}`, high],
            ];
          }),
        ),
      },
    },
    sources: [],
  }));
