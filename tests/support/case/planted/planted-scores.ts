import type { CriterionFacts } from '#case/debrief/model/criterion-sentences.ts';
import type { FigureFacts } from '#case/debrief/model/figure-sentences.ts';
import { holds, type Planted, rule } from './planted.ts';

/** False conditions about criteria and figures, of whichever kind they are. */
export const PLANTED_IN_SCORES: readonly Planted[] = [
  {
    name: 'nine tenths of the way are the best',
    rules: {
      'level.best': rule<CriterionFacts>(({ id, scaled, min, max }) =>
        holds(id !== 'outreach.hints' && min !== max && scaled >= 0.9),
      ),
    },
  },
  {
    name: 'the middle of the way is nearer to its end',
    rules: {
      'level.more': rule<CriterionFacts>(({ id, scaled, min, max }) =>
        holds(id !== 'outreach.hints' && min !== max && scaled >= 0.5 && scaled < 0.995),
      ),
      'level.half': rule<CriterionFacts>(() => []),
    },
  },
  {
    name: 'worse than the best constant answer counts as equal to it',
    rules: {
      'level.none': rule<CriterionFacts>(({ id, scaled, min, max }) =>
        holds(id !== 'outreach.hints' && min !== max && scaled <= 0),
      ),
      'level.worse': rule<CriterionFacts>(() => []),
    },
  },
  {
    name: 'a red line keeps nothing low',
    rules: { 'level.capped': rule<CriterionFacts>(() => []) },
  },
  {
    name: 'to flag more readily is to tell ads apart better',
    rules: {
      'change.sharper.readier': rule<FigureFacts>(({ change }) => holds(change?.readiness === 'readier')),
    },
  },
  {
    name: 'to tell ads apart at all is as good as the ideal reader',
    rules: {
      'figure.dprime.near': rule<FigureFacts>(({ figures }) =>
        holds(figures.some(({ id, value }) => id === 'dprime' && value >= 0.3)),
      ),
    },
  },
];
