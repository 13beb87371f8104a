import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';
import { KIND_ABOUT_WORDS } from '#kinds/shipped/screens/about-registry.ts';
import { SAYING_KINDS } from '#kinds/shipped/screens/saying-kinds.ts';
import { ANSWER_KINDS } from '#kinds/shipped/use-cases/answer-kinds.ts';
import type { ToldKinds } from '#learning/portfolio/screens/told-kinds.ts';
import type { PortfolioKinds } from '#learning/portfolio/use-cases/portfolio-of-device.ts';

/** The shipped kinds for the portfolio: it scores the attempts of this device and says what they were worth. */
export const PORTFOLIO_KINDS: PortfolioKinds & ToldKinds = {
  plays: KIND_PLAYS,
  tells: KIND_TELLS,
  scores: ANSWER_KINDS.scores,
  ...SAYING_KINDS,
  aboutWords: KIND_ABOUT_WORDS,
  reads: () => import('#kinds/shipped/model/reads.ts').then(({ KIND_READS }) => KIND_READS),
};
