import { describe, expect, it } from 'vitest';
import { scoredParts } from '#case/language/model/scored-parts.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { AnAttempt } from '../../../../support/builders/an-attempt.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

/** By the beginning of a criterion: the part of a case that it is about. */
const PART_OF: Readonly<Record<string, string>> = {
  'outreach.decisions': 'decisions',
  'outreach.hints': 'hints',
  'preservation.order': 'order',
};

describe('what a case announces to be scored', () => {
  it.each([
    'find-house-pages',
    'quiet-number',
    'a-week-later',
    'one-person-or-three',
    'who-owns-the-sites',
    'gone-by-noon',
    'harvest-bus',
  ])('is what its criteria are about: %s', (name) => {
    const { material, answers } = theCase(`scenarios/${name}`);
    const { criteria } = scoreAttempt(new AnAttempt(material).log, material, answers);
    const scored = new Set(criteria.map(({ id }) => PART_OF[id] ?? id.split('.')[0]));

    expect(scoredParts(material).toSorted()).toEqual([...scored].toSorted());
  });
});
