import { PUBLIC_PART, type PublicPart, readPublicPart } from '#case/parts/use-cases/case-parts.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import { createPartLoader } from '#kernel/browser/part-loader.ts';
import { siteRoot } from '#kernel/browser/site-root.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';
import type { Board } from '#room/model/board.ts';
import type { CasePlan } from '#room/use-cases/case-plan.ts';
import type { ToldBoard } from '#room/use-cases/tell-board.ts';

/** The case of a room: its public part, and a way to tell a board in its words. */
export interface OpenCase {
  readonly part: PublicPart;
  /** The run plans of its printed sheets and its planned injects; none where they cannot be had. */
  plan(): Promise<CasePlan>;
  answers(): Promise<Answers>;
  tell(board: Board): Promise<ToldBoard>;
}

/** Of a case whose plan cannot be had. */
export const NO_PLAN: CasePlan = { runs: [], injects: [] };

/** Loads the case of a room. Its answers are loaded when a board is told for the first time. */
export async function openCase(id: string): Promise<OpenCase> {
  const parts: PartLoader = createPartLoader(new URL(`cases/${id}/`, siteRoot()).href);
  const part = readPublicPart(await parts.load(PUBLIC_PART));
  const answers = async () => {
    const { openAnswers } = await import('#case/play/use-cases/open-answers.ts');
    return openAnswers(parts, part);
  };
  return {
    part,
    async plan() {
      const site = createPartLoader(new URL(`facilitate/cases/${id}/`, siteRoot()).href);
      return site.load('plan.json').then(
        (plan) => plan as CasePlan,
        () => NO_PLAN,
      );
    },
    answers,
    async tell(board) {
      const { tellBoard } = await import('#room/use-cases/tell-board.ts');
      return tellBoard(board, part, await answers());
    },
  };
}
