import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';

/** The value of a statechart: the name of the active state, or of each active state inside one. */
export type StateValue = string | { readonly [state: string]: StateValue | undefined };

/** The active scenes of a statechart's value, in the order of the file. */
export function activeIn(value: StateValue): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value).flatMap(([id, inner]) => {
    const found = inner === undefined ? [] : activeIn(inner);
    // A state without child states has an empty value.
    return found.length > 0 ? found : [id];
  });
}

/** The value of the statechart in which these scenes are active. */
export function statechartValue({ states }: CompiledScenario, active: readonly string[]): StateValue {
  const inside = (parent: string | undefined): StateValue => {
    const children = active.map((id) => childOf(id, parent)).filter((id) => id !== undefined);
    const names = [...new Set(children)];
    const [only] = names;
    if (names.length === 1 && only !== undefined && active.includes(only)) return only;
    return Object.fromEntries(names.map((id) => [id, inside(id)]));
  };

  /** The direct child of `parent` that is or contains the scene; undefined if the scene lies outside `parent`. */
  function childOf(id: string, parent: string | undefined): string | undefined {
    let at: string | undefined = id;
    while (at !== undefined && states[at]?.parent !== parent) at = states[at]?.parent;
    return at;
  }
  return inside(undefined);
}
