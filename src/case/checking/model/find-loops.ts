import type { Exploration } from '#case/language/model/explore-story.ts';

/** A topological order of the situations of an exploration, or the sets of situations that form cycles. */
export type VisitOrder =
  | { readonly loops: false; readonly order: Int32Array }
  | { readonly loops: true; readonly components: readonly (readonly number[])[] };

/** Sorts the situations topologically; if that is impossible, finds every set of situations that forms a cycle. */
export function orderSituations(exploration: Exploration): VisitOrder {
  const { count, steps, to } = exploration;
  const before = new Int32Array(count);
  for (const target of to) before[target] = (before[target] as number) + 1;
  const order = new Int32Array(count);
  let sorted = 0;
  for (let situation = 0; situation < count; situation++) if (before[situation] === 0) order[sorted++] = situation;
  for (let place = 0; place < sorted; place++) {
    const situation = order[place] as number;
    for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++) {
      const target = to[step] as number;
      const left = (before[target] as number) - 1;
      before[target] = left;
      if (left === 0) order[sorted++] = target;
    }
  }
  if (sorted === count) return { loops: false, order };
  return { loops: true, components: findComponents(exploration) };
}

/** The strongly connected components, by Tarjan's algorithm without recursion. */
function findComponents({ count, steps, to }: Exploration): number[][] {
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const next = new Int32Array(count);
  const stack: number[] = [];
  const components: number[][] = [];
  let clock = 0;
  for (let root = 0; root < count; root++) {
    if (index[root] !== -1) continue;
    const walk = [root];
    while (walk.length > 0) {
      const at = walk.at(-1) as number;
      if (index[at] === -1) {
        index[at] = clock;
        low[at] = clock++;
        stack.push(at);
        onStack[at] = 1;
        next[at] = steps[at] as number;
      }
      if ((next[at] as number) < (steps[at + 1] as number)) {
        const step = next[at] as number;
        next[at] = step + 1;
        const target = to[step] as number;
        if (index[target] === -1) walk.push(target);
        else if (onStack[target]) low[at] = Math.min(low[at] as number, index[target] as number);
        continue;
      }
      walk.pop();
      const caller = walk.at(-1);
      if (caller !== undefined) low[caller] = Math.min(low[caller] as number, low[at] as number);
      if (low[at] !== index[at]) continue;
      const component: number[] = [];
      for (;;) {
        const member = stack.pop() as number;
        onStack[member] = 0;
        component.push(member);
        if (member === at) break;
      }
      const leadsToItself = () => to.slice(steps[at], steps[at + 1]).includes(at);
      if (component.length > 1 || leadsToItself()) components.push(component.sort((a, b) => a - b));
    }
  }
  return components.sort((a, b) => (a[0] as number) - (b[0] as number));
}
