import type { CompiledScenario, CompiledState } from '#case/language/model/compiled-scenario.ts';
import type { HeldWords, PublicPart, WordsPart } from '#case/parts/use-cases/case-parts.ts';

type Held = { readonly states: CompiledScenario['states'] };

/** The entries of a table by state whose stage satisfies the condition. */
function ofStages<Value>(
  table: Readonly<Record<string, Value>>,
  { states }: Held,
  wanted: (stage: string) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(table).filter(([state]) => wanted(states[state]?.stage ?? '')));
}

/**
 * The public part as a team may have it: without scenes and briefs of stages that are not open. The statechart stays,
 * as ids and numbers: the log of the team is replayed with it, and the result line is encoded with it.
 */
export function withoutHeldWords(part: PublicPart, isOpen: (stage: string) => boolean): PublicPart {
  const { scenario, scenes } = part;
  const held = scenario.stages.map(({ id }) => id).filter((id) => !isOpen(id));
  if (held.length === 0) return part;
  const states = Object.fromEntries(
    Object.entries(scenario.states).map(([id, state]) => [id, isOpen(state.stage) ? state : withoutBrief(state)]),
  );
  return { ...part, scenario: { ...scenario, states }, scenes: ofStages(scenes, scenario, isOpen), held };
}

/** A translation as a team may have it. */
export function translationWithoutHeld(
  words: WordsPart,
  scenario: Held,
  isOpen: (stage: string) => boolean,
): WordsPart {
  return { ...words, scenes: ofStages(words.scenes, scenario, isOpen) };
}

/** What a team gets once a stage is open. With `isWhole`, the briefs of all stages with their hidden halves. */
export function heldWordsOf(
  { scenario, scenes }: PublicPart,
  stage: string,
  words: readonly WordsPart[],
  isWhole = false,
): HeldWords {
  const own = (id: string) => id === stage;
  const briefs = Object.entries(scenario.states).flatMap(([id, state]) =>
    (isWhole || state.stage === stage) && state.type === 'exercise' && state.brief ? [[id, state.brief] as const] : [],
  );
  return {
    schema: 'case-held/1',
    stage,
    scenes: ofStages(scenes, scenario, own),
    briefs: Object.fromEntries(briefs),
    translated: Object.fromEntries(words.map(({ locale, ...one }) => [locale, ofStages(one.scenes, scenario, own)])),
  };
}

/** The public part with the words of one more stage. */
export function withHeldWords(part: PublicPart, { stage, scenes, briefs }: HeldWords): PublicPart {
  const states = Object.fromEntries(
    Object.entries(part.scenario.states).map(([id, state]) => {
      const brief = briefs[id];
      return [id, state.type === 'exercise' && brief ? { ...state, brief } : state];
    }),
  );
  const held = part.held?.filter((id) => id !== stage) ?? [];
  return { ...part, scenario: { ...part.scenario, states }, scenes: { ...part.scenes, ...scenes }, held };
}

function withoutBrief(state: CompiledState): CompiledState {
  if (state.type !== 'exercise') return state;
  const { brief: _, ...rest } = state;
  return rest;
}
