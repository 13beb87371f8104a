import type { Scenario, ScenarioOption } from '#case/language/model/schemas.ts';
import type { AnswerKey, Rating } from '#case/scoring/model/schemas.ts';

const RATINGS: readonly Rating[] = ['good', 'acceptable', 'harmful'];
/** One in this many decisions is rated, as in a long case that also asks what comes next. */
const RATED_EACH = 12;

/** A small draw that is the same on every machine. */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/**
 * A long case of that many states and 64 combinations of two counters. Every decision has three options; two of them
 * count, the third asks for a counter. Steps lead forward, so that the situations are about states times combinations.
 */
export function wideScenario(states: number): { readonly source: Scenario; readonly key: AnswerKey } {
  const draw = drawing(5);
  const name = (n: number) => (n >= states - 1 ? 'out' : `s${n}`);
  const scenes: Scenario['states'] = {};
  const decisions: AnswerKey['decisions'] = {};
  for (let n = 0; n < states - 1; n++) {
    const option = (id: string, by: number, more: Partial<ScenarioOption>): ScenarioOption => ({
      id,
      text: `Take the way ${id} from the scene number ${n}.`,
      then: 'It is done.',
      minutes: 5,
      next: name(n + by),
      ...more,
    });
    scenes[name(n)] = {
      type: 'decision',
      ...(n % RATED_EACH === 0 && { decision: 'D01' }),
      stage: 'a',
      title: `Scene ${n}`,
      text: 'Something has to be done.',
      question: 'What now?',
      options: [
        option('a', 1, { set: { trust: '(trust + 1) % 8' } }),
        option('b', 1 + draw(4), { set: { harm: '(harm + 1) % 8' } }),
        option('c', 1 + draw(4), { when: draw(2) === 0 ? 'trust > harm || harm == 7' : 'trust + harm < 9' }),
      ],
    };
    if (n % RATED_EACH !== 0) continue;
    const options = ['a', 'b', 'c'].map(
      (id, k) => [id, { rating: RATINGS[(k + n) % 3] as Rating, meters: {}, reason: 'So.' }] as const,
    );
    decisions[name(n)] = { principle: 'Be kind.', sources: [], options: Object.fromEntries(options) };
  }
  scenes['out'] = { type: 'end', stage: 'a', title: 'The end', text: 'It ends.' };
  const source: Scenario = {
    schema: 'scenario/1',
    id: `wide-${states}`,
    title: 'A long case',
    summary: 'It is long.',
    contentLevel: 1,
    locale: 'en',
    role: { title: 'Analyst', text: 'You read.', operator: 'Analyst 1', legalBasis: 'Order 1' },
    market: { profile: 'BUY', preset: 'mini', prevalence: 'PRACTICE', seed: 'wide' },
    start: '2031-03-12T09:00:00Z',
    stages: [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ],
    variables: {
      trust: { type: 'int', initial: 0, min: 0, max: 7 },
      harm: { type: 'int', initial: 0, min: 0, max: 7 },
    },
    world: [],
    initial: 's0',
    states: scenes,
  };
  const model = Object.entries(decisions).map(([state, { options }]): [string, string] => [
    state,
    Object.keys(options).find((id) => options[id]?.rating === 'good') as string,
  ]);
  return { source, key: { schema: 'key/1', scenario: source.id, version: 1, decisions, model } };
}
