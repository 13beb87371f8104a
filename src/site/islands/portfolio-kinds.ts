import { ANSWER_KINDS } from '#app/kinds/answer-kinds.ts';
import type { PortfolioKinds } from '#app/portfolio/portfolio-of-device.ts';
import type { Kinds } from '#core/exercise/kinds.ts';
import { KIND_DEBRIEFS } from '#core/kinds/debrief.ts';
import { KIND_HANDLED } from '#core/kinds/handled.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import { KIND_PORTFOLIOS } from '#core/kinds/portfolio.ts';

/** The shipped kinds for the portfolio: it scores the attempts of this device and says what they were worth. */
export const PORTFOLIO_KINDS: PortfolioKinds & Pick<Kinds, 'says'> = {
  plays: KIND_PLAYS,
  scores: ANSWER_KINDS.scores,
  says: KIND_DEBRIEFS,
  handled: KIND_HANDLED,
  portfolios: KIND_PORTFOLIOS,
  reads: () => import('#core/kinds/schemas.ts').then(({ KIND_SCHEMAS }) => KIND_SCHEMAS),
};
