import { fireEvent, render, screen } from '@testing-library/svelte';
import { type LinkingAction, type LinkingResponse, playLinking } from '#kinds/linking/model/play.ts';
import type { LinkingBrief } from '#kinds/linking/model/schemas.ts';
import Exercise from '#kinds/linking/screens/Exercise.svelte';
import type { Market } from '#market/ads/model/market.ts';
import { NOW, SMALL_MARKET, see } from '../../market/small-market.ts';

/** A trainee who links ads: acts are recorded and reduced to the response, as by the attempt log. */
export function sitAtBoard(
  start: Partial<LinkingResponse> = {},
  props: { readOnly?: boolean; brief?: LinkingBrief; market?: Market } = {},
) {
  const acts: LinkingAction[] = [];
  let finished = 0;
  let response: LinkingResponse = { ...playLinking.empty, ...start };
  const { rerender, container } = render(Exercise, {
    title: 'Link',
    text: 'Link what belongs together.',
    market: SMALL_MARKET,
    response,
    see,
    act: (action: LinkingAction) => {
      acts.push(action);
      response = playLinking.reduce(response, { ...action }, { at: NOW, seq: acts.length });
    },
    commit: () => {
      finished += 1;
    },
    ...props,
  });
  const settle = () => rerender({ response });
  return {
    container,
    acts,
    finished: () => finished,
    response: () => response,
    settle,
    async click(name: string | RegExp, role = 'button') {
      await fireEvent.click(screen.getByRole(role, { name }));
      await settle();
    },
    async choose(label: string | RegExp, value: string) {
      await fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } });
      await settle();
    },
    async press(key: string, target: Element | null = document.activeElement, more: KeyboardEventInit = {}) {
      await fireEvent.keyDown(target ?? document.body, { key, ...more });
      await settle();
    },
  };
}
