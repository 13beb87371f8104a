import { fireEvent, render, screen } from '@testing-library/svelte';
import { lawCardOf } from '#evidence/court-file/model/court-law.ts';
import { required } from '#kernel/model/invariant.ts';
import { type LedgerAction, type LedgerResponse, playLedger } from '#kinds/ledger/model/play.ts';
import { WORKED_LEDGER } from '#kinds/ledger/model/worked-ledger.ts';
import Exercise from '#kinds/ledger/screens/Exercise.svelte';
import { LIBRARY } from '../../builders/the-library.ts';

const LAW = required(lawCardOf(LIBRARY.courts, 'solenvast'), 'the law card of Solenvast');

/** The worked ledger on screen over a log of its own: acts go through the reducer of the kind. */
export function openLedger(start: Partial<LedgerResponse> = {}, props: { readOnly?: boolean } = {}) {
  const acts: LedgerAction[] = [];
  const done = { committed: 0, printed: 0 };
  let response: LedgerResponse = { ...playLedger.empty, ...start };
  const { rerender, container } = render(Exercise, {
    title: 'Read the payments',
    text: 'Follow the money.',
    book: WORKED_LEDGER.book,
    law: LAW,
    base: '/',
    notice: 'SYNTHETIC TRAINING MATERIAL',
    response,
    act: (action: LedgerAction) => {
      acts.push(action);
      response = playLedger.reduce(response, { ...action } as never, { at: '2031-04-15T08:00:00Z', seq: acts.length });
    },
    commit: () => {
      done.committed += 1;
    },
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
    response: () => response,
    async click(name: string | RegExp, role = 'button') {
      await fireEvent.click(screen.getByRole(role, { name }));
      await settle();
    },
    async choose(name: string | RegExp, value: string) {
      await fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
      await settle();
    },
    async write(name: string | RegExp, value: string, role = 'textbox') {
      const field = screen.getByRole(role, { name });
      await fireEvent.input(field, { target: { value } });
      await fireEvent.change(field, { target: { value } });
      await settle();
    },
    async press(key: string) {
      await fireEvent.keyDown(document.activeElement ?? document.body, { key });
      await settle();
    },
  };
}
