import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { type PolicyAction, type PolicyResponse, playPolicy } from '#kinds/policy/model/play.ts';
import Exercise from '#kinds/policy/screens/Exercise.svelte';
import type { OwnReports } from '#kinds/policy/screens/own-reports.ts';
import { BRIEF } from './a-table.ts';

/** A table-top on screen over a log of its own: acts go through the reducer of the kind. */
export function openTable(start: Partial<PolicyResponse> = {}, props: { readOnly?: boolean; own?: OwnReports } = {}) {
  const acts: PolicyAction[] = [];
  const done = { committed: 0, printed: 0 };
  const saved = new Map<string, string>();
  let response: PolicyResponse = { ...playPolicy.empty, ...start };
  const { rerender, container } = render(Exercise, {
    title: 'Which measures first?',
    text: 'Read what was found.',
    brief: BRIEF,
    base: '/',
    notice: 'SYNTHETIC TRAINING MATERIAL',
    response,
    act: (action: PolicyAction) => {
      acts.push(action);
      response = playPolicy.reduce(response, { ...action } as never, { at: '2031-04-07T08:00:00Z', seq: acts.length });
    },
    commit: () => {
      done.committed += 1;
    },
    save: (name: string, text: string) => void saved.set(name, text),
    print: () => {
      done.printed += 1;
    },
    ...props,
  });
  const settle = () => rerender({ response });
  return {
    container,
    acts,
    done,
    saved,
    response: () => response,
    /** Goes to a part of the table-top. */
    async go(part: string) {
      const parts = screen.getByRole('navigation', { name: 'Parts of the table-top' });
      await fireEvent.click(within(parts).getByRole('button', { name: new RegExp(`\\d\\s*${part}$`) }));
      await settle();
    },
    async click(name: string | RegExp, role = 'button') {
      await fireEvent.click(screen.getByRole(role, { name }));
      await settle();
    },
    async tick(group: RegExp, name: string) {
      await fireEvent.click(within(screen.getByRole('group', { name: group })).getByRole('checkbox', { name }));
      await settle();
    },
    async openFile(name: string, text: string) {
      const file = new File([text], name, { type: 'application/json' });
      await fireEvent.change(screen.getByLabelText(/saved attempt/), { target: { files: [file] } });
      // The page has read it, too, once it is read here.
      await file.text();
      await settle();
    },
    async choose(field: HTMLElement, value: string) {
      await fireEvent.change(field, { target: { value } });
      await settle();
    },
    async write(name: string | RegExp, value: string) {
      const field = screen.getByRole('textbox', { name });
      await fireEvent.input(field, { target: { value } });
      await fireEvent.change(field, { target: { value } });
      await settle();
    },
  };
}
