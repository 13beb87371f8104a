import fc from 'fast-check';
import type { InnerState, Next, Scenario, ScenarioOption } from '#case/language/model/schemas.ts';

type States = Record<string, InnerState>;
type TopStates = Scenario['states'];

/** How deep groups and parallel states of a random story stand inside each other. */
const DEEPEST = 2;

const FORMULAS = [
  'door',
  '!door',
  'tries > 1',
  'tries % 2 == 0',
  'door && tries < 3',
  'mood == "calm"',
  'tries in [0, 2]',
];
const EFFECTS: readonly Record<string, string | boolean | number>[] = [
  { tries: '(tries + 1) % 4' },
  { door: true },
  { door: '!door', tries: 'tries > 0 ? tries - 1 : tries' },
  { mood: 'tense' },
  { mood: 'door ? "calm" : "tense"', tries: 3 },
];

/**
 * Any story that is in order: every state leads to the one after it or further on, out of groups too, so that each can be
 * reached and none goes round. With `loops` some ways lead back as well.
 */
export function anyScenario({ loops = false }: { readonly loops?: boolean } = {}): fc.Arbitrary<Scenario> {
  return fc.array(fc.nat(10_000), { minLength: 60, maxLength: 300 }).map((tape) => storyOf(tape, loops));
}

function storyOf(tape: readonly number[], loops: boolean): Scenario {
  let at = 0;
  let named = 0;
  const draw = (below: number) => (tape[at++ % tape.length] as number) % below;
  const pick = <Item>(items: readonly Item[]) => items[draw(items.length)] as Item;

  /** `outside` are the states of the containers around, as far as one may leave for them. */
  function statesOf(
    depth: number,
    outside: readonly string[],
    last: 'end' | 'done',
  ): { initial: string; states: States } {
    const ids = Array.from({ length: 2 + draw(depth === 0 ? 5 : 3) }, () => `s${++named}`);
    const states: States = {};
    ids.forEach((id, n) => {
      const further = [...ids.slice(n + 1), ...(draw(4) === 0 ? outside : [])];
      const back = loops && n > 0 && draw(3) === 0 ? ids.slice(0, n) : [];
      states[id] = (n === ids.length - 1 ? lastOf(last) : stateOf(depth, further, back)) as InnerState;
    });
    return { initial: ids[0] as string, states };
  }

  const lastOf = (type: 'end' | 'done') =>
    type === 'done' ? { type } : { type, stage: 'a', title: 'The end', text: 'It ends.' };

  function stateOf(depth: number, further: readonly string[], back: readonly string[]): InnerState {
    const scene = { stage: 'a', title: `Scene ${named}`, text: 'Something is told.' };
    const kind = draw(depth < DEEPEST ? 8 : 6);
    const set = draw(3) === 0 ? { set: pick(EFFECTS) } : {};
    switch (kind) {
      case 0:
        return { type: 'narrative', ...scene, ...set, next: nextOf(further) };
      case 1:
        return { type: 'inject', from: 'Somebody', minutes: draw(90), ...scene, ...set, next: nextOf(further) };
      case 2:
        return { type: 'exercise', kind: 'detection', brief: {}, ...scene, ...set, next: nextOf(further) };
      case 3: {
        const options = draw(2) === 0 ? { options: optionsOf(1 + draw(2), further, back) } : {};
        return { type: 'timer', minutes: 1 + draw(120), ...scene, ...set, ...options, next: nextOf(further) };
      }
      case 6:
        return { type: 'group', stage: 'a', ...statesOf(depth + 1, further, 'done'), next: nextOf(further) };
      case 7: {
        const regions = Array.from({ length: 2 + draw(2) }, () => {
          const name = `r${++named}`;
          return [name, statesOf(depth + 1, further, 'done')] as const;
        });
        return { type: 'parallel', stage: 'a', regions: Object.fromEntries(regions), next: nextOf(further) };
      }
      default: {
        const rated = draw(2) === 0 ? { decision: 'D01' } : {};
        const options = optionsOf(3 + draw(2), further, back);
        const hints = draw(3) === 0 ? { hints: [{ text: 'Look again.', cost: 1 }] } : {};
        return { type: 'decision', question: 'What now?', ...scene, ...rated, ...hints, options };
      }
    }
  }

  /** The first way is always open and leads to the next state. */
  function optionsOf(count: number, further: readonly string[], back: readonly string[]): ScenarioOption[] {
    return Array.from({ length: count }, (_, n) => ({
      id: `o${n}`,
      text: `Option ${n}.`,
      then: 'It is done.',
      minutes: draw(60),
      next: n === 0 ? (further[0] as string) : pick([...further, ...back]),
      ...(n > 0 && draw(2) === 0 && { when: pick(FORMULAS) }),
      ...(draw(2) === 0 && { set: pick(EFFECTS) }),
    }));
  }

  function nextOf(further: readonly string[]): Next {
    if (draw(3) > 0) return further[0] as string;
    return [{ when: pick(FORMULAS), next: pick(further) }, { next: further[0] as string }];
  }

  const { initial, states } = statesOf(0, [], 'end');
  return {
    schema: 'scenario/1',
    id: 'any-story',
    title: 'Any story',
    summary: 'It may be any.',
    contentLevel: 1,
    locale: 'en',
    role: { title: 'Analyst', text: 'You read.', operator: 'Analyst 1', legalBasis: 'Order 1' },
    market: { profile: 'BUY', preset: 'mini', prevalence: 'PRACTICE', seed: 'any-story' },
    start: '2031-03-12T09:00:00Z',
    stages: [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ],
    variables: {
      door: { type: 'bool', initial: false },
      tries: { type: 'int', initial: 1, min: 0, max: 3 },
      mood: { type: 'one-of', initial: 'calm', values: ['calm', 'tense'] },
    },
    world: [],
    initial,
    states: states as TopStates,
  };
}
