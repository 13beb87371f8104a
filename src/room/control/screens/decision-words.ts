import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Scenes } from '#case/language/model/scenes.ts';
import { letterOf } from '#kernel/model/letter-of.ts';

/** A decision of the case with its words. Options that say the same have the same letter. */
export interface DecisionWords {
  readonly state: string;
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly letter: string; readonly text: string }[];
}

/** All decisions of the case, in the order of the file. */
export function decisionWords(scenario: CompiledScenario, scenes: Scenes): DecisionWords[] {
  return Object.entries(scenario.states).flatMap(([state, compiled]) => {
    if (!('options' in compiled) || compiled.options.length === 0) return [];
    const scene = scenes[state];
    const texts = compiled.options.map(({ id }) => scene?.options.find((option) => option.id === id)?.text ?? id);
    const distinct = [...new Set(texts)];
    const options = compiled.options.map(({ id }, at) => {
      const text = texts[at] as string;
      return { id, letter: letterOf(distinct.indexOf(text)), text };
    });
    return [{ state, title: scene?.title ?? state, options }];
  });
}
