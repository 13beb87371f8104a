import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Scenes } from '#case/language/model/scenes.ts';
import type { Market } from '#market/ads/model/market.ts';

/** The kinds of exercise as an attempt is replayed with them: how they are played, and what they tell of a response. */
export type ReplayKinds = Pick<Kinds, 'plays' | 'tells'>;

/** The public half of a case: what an attempt is replayed over. */
export interface CaseMaterial {
  readonly scenario: CompiledScenario;
  readonly scenes: Scenes;
  readonly market: Market;
  /** The kinds of exercise, as far as they are loaded: how they are played, and nothing of their answers. */
  readonly kinds: ReplayKinds;
}

/** A case that can be replayed: nothing of its words is needed. */
export type PlayableCase = Pick<CaseMaterial, 'scenario' | 'market' | 'kinds'>;

/** The exercises of a case, and how they are played: what a response is read with. */
export interface PlayedExercises {
  readonly scenario: Pick<CompiledScenario, 'states'>;
  readonly kinds: ReplayKinds;
}
