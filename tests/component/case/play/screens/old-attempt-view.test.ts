import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import OldAttemptView from '#case/play/screens/OldAttemptView.svelte';
import { textOf } from '../../../../support/market/text-of.ts';

it.each([
  ['s3', 'Sentence 3'],
  ['f:offered', 'Field “offered”'],
  ['v1:s4', 'Earlier line'],
  ['c2', 'Comment 2'],
  ['t:4-9', 'Letters 4 to 9 of the text'],
  ['r:payer', 'r:payer'],
])('an old mark at %s stands there as %j', (at, words) => {
  const marks = [{ ad: '0307', at, indicator: 'manager-reference' }];
  const old = { begun: undefined, generatorVersion: 7, marks, judged: [], written: [], steps: [] };
  render(OldAttemptView, { old, now: 8, names: {}, scenes: {} });
  expect(textOf(screen.getByRole('row', { name: /0307/ }))).toContain(words);
});
