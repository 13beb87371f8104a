import { type CompiledScenario, combinationsOf } from '#case/language/model/compiled-scenario.ts';
import { type Exploration, exploreStory, initialSituation } from '#case/language/model/explore-story.ts';
import { type Scenes, scenesOf } from '#case/language/model/scenes.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { TreeState } from '#case/language/model/state-tree.ts';
import { createStory } from '#case/language/model/story.ts';
import { pathInWords } from './path-in-words.ts';
import type { Path } from './report.ts';

/** A case with all reachable situations, and functions to describe them. */
export interface PlayedCase {
  readonly source: Scenario;
  readonly tree: readonly TreeState[];
  readonly compiled: CompiledScenario;
  readonly scenes: Scenes;
  readonly exploration: Exploration;
  /** Path of a state in its file. */
  readonly pathOf: (state: string) => Path;
  /** The values of the variables in a situation, in words. */
  readonly worldIn: (situation: number) => string;
  /** A shortest path to a situation, in words. */
  readonly wayTo: (situation: number) => string;
}

/** Explores every path through a case, in each of its roles. */
export function playEveryWay(
  { source, tree, compiled }: Pick<PlayedCase, 'source' | 'tree' | 'compiled'>,
  maxSituations?: number,
): PlayedCase {
  const story = createStory(compiled);
  const roles = compiled.roles ?? [undefined];
  const exploration = exploreStory(
    story,
    roles.map((role) => initialSituation(story, role)),
    maxSituations,
  );
  const scenes = scenesOf(source, tree);
  const paths = new Map(tree.map(({ id, path }) => [id, path]));
  return {
    source,
    tree,
    compiled,
    scenes,
    exploration,
    pathOf: (state) => paths.get(state) ?? ['states'],
    worldIn: (situation) => worldInWords(compiled, exploration.combinationOf(situation)),
    wayTo: (situation) => pathInWords(exploration, situation, scenes),
  };
}

/** The values of the variables in a combination, in words. */
export function worldInWords({ variables }: CompiledScenario, combination: number): string {
  const values = combinationsOf(variables)[combination] ?? {};
  const words = Object.entries(values).map(([name, value]) => `${name} is ${value}`);
  return words.join(', ') || 'nothing has changed';
}
