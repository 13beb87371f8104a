import type { Kinds } from '#case/exercise/model/kinds.ts';
import { KIND_DEBRIEFS } from '#kinds/shipped/model/debrief.ts';
import { KIND_HANDLED } from '#kinds/shipped/model/handled.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/play.ts';
import { KIND_PORTFOLIOS } from '#kinds/shipped/model/portfolio.ts';
import { ANSWER_KINDS } from '#kinds/shipped/use-cases/answer-kinds.ts';
import type { PortfolioKinds } from '#learning/portfolio/use-cases/portfolio-of-device.ts';

/** The shipped kinds for the portfolio: it scores the attempts of this device and says what they were worth. */
export const PORTFOLIO_KINDS: PortfolioKinds & Pick<Kinds, 'says'> = {
  plays: KIND_PLAYS,
  scores: ANSWER_KINDS.scores,
  says: KIND_DEBRIEFS,
  handled: KIND_HANDLED,
  portfolios: KIND_PORTFOLIOS,
  reads: () => import('#kinds/shipped/model/schemas.ts').then(({ KIND_SCHEMAS }) => KIND_SCHEMAS),
};
