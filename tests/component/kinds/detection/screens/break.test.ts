import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { playDetection } from '#kinds/detection/model/play.ts';
import BreakNudge from '#kinds/detection/screens/BreakNudge.svelte';
import { Workspace } from '#kinds/detection/screens/workspace.svelte.ts';
import { SMALL_MARKET, see } from '../../../../support/market/small-market.ts';

it('a break is due after 25 ads judged in one session, until it is taken', () => {
  const given = {
    market: SMALL_MARKET,
    response: playDetection.empty,
    choices: [],
    readOnly: false,
    see,
    act: () => {},
  };
  const workspace = new Workspace(() => given);
  workspace.open('0301');
  for (let n = 1; n <= 24; n++) workspace.judge({ band: 'none', certainty: 1 });
  expect(workspace.breakDue).toBe(false);
  workspace.judge({ band: 'none', certainty: 1 });
  expect(workspace.breakDue).toBe(true);
  workspace.breakTaken = true;
  expect(workspace.breakDue).toBe(false);
});

it('a break is proposed without a clock and can be declined', async () => {
  const onclose = vi.fn();
  render(BreakNudge, { judged: 41, onclose });
  expect(screen.getByText('Ads that you have judged in this sitting: 41')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(onclose).toHaveBeenCalledOnce();
});
