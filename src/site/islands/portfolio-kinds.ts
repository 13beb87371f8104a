import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';
import { ANSWER_KINDS } from '#kinds/shipped/use-cases/answer-kinds.ts';
import type { PortfolioKinds } from '#learning/portfolio/use-cases/portfolio-of-device.ts';

/** The shipped kinds for the portfolio: it scores the attempts of this device and says what they were worth. */
export const PORTFOLIO_KINDS: PortfolioKinds = {
  plays: KIND_PLAYS,
  tells: KIND_TELLS,
  scores: ANSWER_KINDS.scores,
  says: KIND_SAYS,
  reads: () => import('#kinds/shipped/model/reads.ts').then(({ KIND_READS }) => KIND_READS),
};
