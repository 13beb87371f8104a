import { getContext, setContext } from 'svelte';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';

const AROUND = Symbol('debrief around a line');

/** What a line of a debrief can be explained from. */
export interface WhyAround {
  /** What the kinds say: the rules behind the sentences. */
  readonly kinds: Pick<Kinds, 'says'>;
  /** Left out on a page that is no debrief of a whole case. */
  readonly report?: Pick<ScoreReport, 'path' | 'findings'> | undefined;
  /** Address of the site's root, ending in a slash; empty in a page that has no site around it. */
  readonly base?: string | undefined;
  /** Names of signs by id. */
  readonly names?: Readonly<Record<string, string>> | undefined;
}

/** Gives this to everything inside this component that explains a line. */
export const setWhyAround = (around: () => WhyAround): void => {
  setContext(AROUND, around);
};

/** What the page around gives; undefined on one that says nothing of an attempt. */
export const whyAround = (): WhyAround | undefined => getContext<(() => WhyAround) | undefined>(AROUND)?.();
