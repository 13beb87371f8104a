import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import PredictiveValue from '#case/debrief/screens/scores/PredictiveValue.svelte';

it('draws a hundred flags for one who flags, and says that nothing is flagged for one who does not', async () => {
  const { rerender } = render(PredictiveValue, { own: { sensitivity: 80, specificity: 90 } });
  expect(screen.getByRole('img', { name: /^Of 100 flags, 34 stand on controlled ads/ })).toBeTruthy();
  expect(screen.getByText('At 6 in 100, one flag in three is right')).toBeTruthy();

  await rerender({ own: { sensitivity: 0, specificity: 100 } });
  const drawing = screen.getByRole('img', { name: 'Nothing is flagged.' });
  expect(drawing.querySelectorAll('rect, circle')).toHaveLength(0);
  expect(screen.getByText('At 6 in 100, nothing is flagged')).toBeTruthy();
  expect(screen.queryByText(/ of 100$/)).toBeNull();
});
