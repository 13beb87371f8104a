import { fireEvent, render, screen } from '@testing-library/svelte';
import { type CourtroomAction, type CourtroomResponse, playCourtroom } from '#kinds/courtroom/model/play.ts';
import Exercise from '#kinds/courtroom/screens/Exercise.svelte';
import type { MotionOpening } from '#kinds/courtroom/screens/motion-opening.ts';
import { aCourt } from './a-court.ts';

export const { file: FILE, key: KEY } = aCourt();
const NOW = '2031-05-05T09:00:00Z';

/** A trainee in the courtroom: acts are recorded and reduced to the response, as by the attempt log. */
export function sitInCourt(
  start: Partial<CourtroomResponse> = {},
  props: { readOnly?: boolean; opening?: () => MotionOpening; file?: typeof FILE } = {},
) {
  const acts: CourtroomAction[] = [];
  let response: CourtroomResponse = { ...playCourtroom.empty, ...start };
  const { rerender, container } = render(Exercise, {
    title: 'The file',
    text: 'Read it.',
    file: FILE,
    response,
    base: '/kit/',
    opening: () => (KEY.motions.copy ?? 'loading') as MotionOpening,
    again: () => {},
    print: () => {},
    commit: () => {},
    act: (action: CourtroomAction) => {
      acts.push(action);
      response = playCourtroom.reduce(response, { ...action }, { at: NOW, seq: acts.length });
    },
    ...props,
  });
  const settle = () => rerender({ response });
  return {
    container,
    acts,
    response: () => response,
    settle,
    async click(name: string | RegExp, role = 'button') {
      await fireEvent.click(screen.getByRole(role, { name }));
      await settle();
    },
    async press(key: string) {
      await fireEvent.keyDown(document.activeElement ?? document.body, { key });
      await settle();
    },
    async write(label: string | RegExp, text: string) {
      const field = screen.getByLabelText(label);
      await fireEvent.input(field, { target: { value: text } });
      await fireEvent.change(field, { target: { value: text } });
      await settle();
    },
  };
}
