import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { vi } from 'vitest';
import Exercise from '#kinds/preservation/screens/Exercise.svelte';
import type { WorldState } from '#market/ads/model/world-state.ts';
import { createWorkbench } from './small-market.ts';

/** A workbench on the screen, with the log that it writes. */
export async function openWorkbench(
  world: WorldState = [],
  extra: Partial<{
    ofCase: string[];
    told: string[];
    suggested: string[];
    leftOut: string[];
    readOnly: boolean;
    draft: unknown;
    keepDraft: (drafts: unknown) => void;
  }> = {},
  offset = 37,
) {
  const workbench = createWorkbench(world, offset);
  const commit = vi.fn();
  const props = () => ({ ...workbench.props(), ...extra, act: workbench.act, commit });
  const view = render(Exercise, { props: props() });
  workbench.onchange(() => void view.rerender(props()));
  await tick();
  return { ...workbench, commit };
}

export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
export const chooseFlagged = (ad: string) =>
  fireEvent.click(
    within(screen.getByRole('list', { name: 'Ads you flagged' })).getByRole('button', { name: new RegExp(`^${ad}`) }),
  );
export const write = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
/** Picks an entry of a list by its value. */
export const pick = (label: HTMLElement, value: string) => fireEvent.change(label, { target: { value } });
