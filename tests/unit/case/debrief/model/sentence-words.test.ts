import { describe, expect, it } from 'vitest';
import { CASE_SENTENCES } from '#case/debrief/model/case-sentences.ts';
import { CRITERION_SENTENCES } from '#case/debrief/model/criterion-sentences.ts';
import { figureSentences } from '#case/debrief/model/figure-sentences.ts';
import { SIGN_SENTENCES } from '#case/debrief/model/reading/sign-sentences.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import ofWorkbench from '#words/kinds/preservation/debrief.json' with { type: 'json' };
import { SENTENCE_MESSAGES } from '../../../../support/i18n/debrief-messages.ts';

const RULES = [
  ...CASE_SENTENCES,
  ...KIND_SAYS.entries().flatMap(([, { sentences }]) => sentences),
  ...CRITERION_SENTENCES,
  ...figureSentences(KIND_SAYS),
  ...SIGN_SENTENCES,
].map(({ id }) => id);

describe('the words of a debrief', () => {
  it('have one text for each rule, and no duplicate rule', () => {
    expect(RULES.toSorted()).toEqual([...new Set(RULES)].toSorted());
    expect(RULES.filter((id) => !(id in SENTENCE_MESSAGES))).toEqual([]);
  });

  it('calls a line of EV-100 by the name that it has in its table', () => {
    const name = ofWorkbench['figure.rubric.order'].replace(/^EV-100: /, '');
    const [, said = ''] = /the line “([^”]+)”/.exec(ofWorkbench['gate.order.nothing']) ?? [];

    expect(said.toLowerCase()).toBe(name);
  });
});
