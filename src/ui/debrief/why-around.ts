import { getContext, setContext } from 'svelte';
import type { ScoreReport } from '#core/scoring/score-report.ts';

const AROUND = Symbol('debrief around a line');

/** What a line of a debrief can be explained from. */
export interface WhyAround {
  readonly report: Pick<ScoreReport, 'path' | 'findings'>;
  /** Address of the site's root, ending in a slash; empty in a page that has no site around it. */
  readonly base: string;
  /** Names of signs by id. */
  readonly names?: Readonly<Record<string, string>> | undefined;
}

/** Gives the report to everything inside this component that explains a line of it. */
export const setWhyAround = (around: () => WhyAround): void => {
  setContext(AROUND, around);
};

/** What the debrief around gives; undefined on a page that is no debrief of a whole case. */
export const whyAround = (): WhyAround | undefined => getContext<(() => WhyAround) | undefined>(AROUND)?.();
