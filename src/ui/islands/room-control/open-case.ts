import { createPartLoader } from '#adapters/browser/part-loader.ts';
import { siteRoot } from '#adapters/browser/site-root.ts';
import { PUBLIC_PART, type PublicPart } from '#app/case/case-parts.ts';
import type { PartLoader } from '#app/case/ports.ts';
import type { ToldBoard } from '#app/room/tell-board.ts';
import type { Board } from '#core/room/board.ts';
import type { RunPlan } from '#core/room/run-plan.ts';
import type { Answers } from '#core/scoring/answers.ts';

/** The case of a room: its public part, and a way to tell a board in its words. */
export interface OpenCase {
  readonly part: PublicPart;
  /** The run plans of its printed sheets, one for each length that is offered; none where they cannot be had. */
  runPlans(): Promise<readonly RunPlan[]>;
  answers(): Promise<Answers>;
  tell(board: Board): Promise<ToldBoard>;
}

/** Loads the case of a room. Its answers are loaded when a board is told for the first time. */
export async function openCase(id: string): Promise<OpenCase> {
  const parts: PartLoader = createPartLoader(new URL(`cases/${id}/`, siteRoot()).href);
  const part = (await parts.load(PUBLIC_PART)) as PublicPart;
  const answers = async () => {
    const { openAnswers } = await import('#app/case/open-answers.ts');
    return openAnswers(parts, part);
  };
  return {
    part,
    async runPlans() {
      const site = createPartLoader(new URL(`facilitate/cases/${id}/`, siteRoot()).href);
      return site.load('plan.json').then(
        (plans) => plans as readonly RunPlan[],
        () => [],
      );
    },
    answers,
    async tell(board) {
      const { tellBoard } = await import('#app/room/tell-board.ts');
      return tellBoard(board, part, await answers());
    },
  };
}
