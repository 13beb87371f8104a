import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { EMPTY_CARD, type LocalCard, MAX_CONTACTS } from '#safety/care/model/local-card.ts';
import LocalCardEditor from '#safety/care/screens/LocalCardEditor.svelte';
import LocalCardView from '#safety/care/screens/LocalCardView.svelte';

const TODAY = '2031-03-12';
const HEDGEROW = {
  id: 'contact-1',
  name: 'Hedgerow',
  number: '+999 512 345 678',
  hours: 'Day and night',
  note: 'Free of charge',
  checkedOn: TODAY,
};
const DESK = { id: 'contact-2', name: 'Desk', number: '', hours: '', note: 'Room 3', checkedOn: '' };
const aCard = (...contacts: LocalCard['contacts']): LocalCard => ({ ...EMPTY_CARD, contacts });
const DANGER = 'If you or someone is in danger, call your local emergency number.';

describe('LocalCardView', () => {
  const given = (card: LocalCard | undefined) => ({ card, today: TODAY, base: '/kit/' });

  it('shows what to do in danger first, even while the card is loading', () => {
    const { container } = render(LocalCardView, given(undefined));

    expect(container.textContent?.trim()).toBe(DANGER);
  });

  it('says that the card is empty, and links to its editor', () => {
    render(LocalCardView, given(EMPTY_CARD));

    expect(screen.getByText(DANGER)).toBeTruthy();
    expect(screen.getByText('The facilitator has not filled in the local card on this device.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Fill in the local card' }).getAttribute('href')).toBe('/kit/help/');
  });

  it('shows each contact with its check, and no button to press by accident', () => {
    const { container } = render(
      LocalCardView,
      given(aCard(HEDGEROW, DESK, { ...DESK, id: 'contact-3', checkedOn: '2030-01-05' })),
    );
    const [hedgerow, editor, old] = screen.getAllByRole('listitem');

    expect(hedgerow?.textContent).toMatch(
      /Hedgerow.*\+999 512 345 678.*Day and night.*Free of charge.*Last checked on 12 March 2031\. Check before use\./s,
    );
    expect(editor?.textContent).toMatch(/Desk.*Room 3.*Nobody has checked this contact\. Check it before use\./s);
    expect(old?.textContent).toMatch(/Last checked on 5 January 2030\. That is long ago\. Check it before use\./);
    expect(container.querySelector('a[href^="tel:"]')).toBeNull();
  });
});

describe('LocalCardEditor', () => {
  /** The editor bound to a card that stores its changes, as on the page. */
  function anEditor(card: LocalCard, more: { lasting?: boolean; failed?: boolean } = {}) {
    let now = card;
    const onprint = vi.fn();
    const given = () => ({ card: now, lasting: true, today: TODAY, onchange, onprint, ...more });
    const { rerender } = render(LocalCardEditor, { ...given() });
    function onchange(next: LocalCard) {
      now = next;
      void rerender(given());
    }
    return { names: () => now.contacts.map(({ name }) => name), card: () => now, onprint };
  }
  const field = (label: string) => screen.getByRole('textbox', { name: label });
  const fill = (label: string, value: string) => fireEvent.input(field(label), { target: { value } });
  const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
  const NAME = 'Name of the service or person';
  const NUMBER = 'Number, or another way to reach it';

  it('says that the card is empty, and accepts several contacts', async () => {
    const editor = anEditor(EMPTY_CARD);
    expect(screen.getByText('There is no contact on this card yet.')).toBeTruthy();
    expect(screen.getByText(DANGER)).toBeTruthy();

    for (const name of ['Emergency number', 'Hedgerow']) {
      await fill(NAME, name);
      await fill(NUMBER, '+999 512 345 678');
      await press('Checked today');
      await press('Put on the card');
    }

    expect(editor.names()).toEqual(['Emergency number', 'Hedgerow']);
    expect(editor.card().contacts.map(({ checkedOn }) => checkedOn)).toEqual([TODAY, TODAY]);
    expect(screen.getByRole('status').textContent).toBe('“Hedgerow” stands on the card.');
    expect((field(NAME) as HTMLInputElement).value).toBe('');
  });

  it('shows an error beside each invalid field, and moves the focus there', async () => {
    const editor = anEditor(EMPTY_CARD);

    await press('Put on the card');
    await expect.poll(() => document.activeElement).toBe(field(NAME));

    expect(editor.names()).toEqual([]);
    const described = (label: string) =>
      (field(label).getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent?.trim());
    expect(described(NAME)).toContain('A contact needs a name. Write who answers there.');
    expect(described(NUMBER)).toContain(
      'There is no way to reach this contact. Write a number, or say in the note how to find it.',
    );
    expect(field(NAME).getAttribute('aria-invalid')).toBe('true');
  });

  it('deletes a contact, and restores it at its old place with the undo button', async () => {
    const editor = anEditor(aCard(HEDGEROW, DESK));

    await press('Delete Hedgerow');
    expect(editor.names()).toEqual(['Desk']);
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
    await press('Undo');

    expect(editor.names()).toEqual(['Hedgerow', 'Desk']);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('restores a contact by keyboard, but not while the user types', async () => {
    const editor = anEditor(aCard(HEDGEROW, DESK));
    await press('Delete Hedgerow');

    await fireEvent.keyDown(field(NAME), { key: 'z', ctrlKey: true });
    expect(editor.names()).toEqual(['Desk']);
    await fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(editor.names()).toEqual(['Hedgerow', 'Desk']);
  });

  it('changes a contact, leaves it as it is, and moves it', async () => {
    const editor = anEditor(aCard(HEDGEROW, DESK));
    await press('Change Hedgerow');
    const list = within(screen.getByRole('list'));
    await fireEvent.input(list.getByRole('textbox', { name: NAME }), { target: { value: 'Hedgerow by night' } });
    await fireEvent.click(list.getByRole('button', { name: 'Save the change' }));
    expect(editor.names()).toEqual(['Hedgerow by night', 'Desk']);

    await press('Change Desk');
    await fireEvent.click(within(screen.getByRole('list')).getByRole('button', { name: 'Cancel' }));
    expect(editor.names()).toEqual(['Hedgerow by night', 'Desk']);

    await press('Move Desk up');
    expect(editor.names()).toEqual(['Desk', 'Hedgerow by night']);
    await press('Move Desk up');
    expect(editor.names()).toEqual(['Desk', 'Hedgerow by night']);
    await press('Move Desk down');
    expect(editor.names()).toEqual(['Hedgerow by night', 'Desk']);
  });

  it('can print once the card has a contact', async () => {
    const { onprint } = anEditor(aCard(HEDGEROW));
    await press('Print the card');
    expect(onprint).toHaveBeenCalledOnce();
  });

  it('cannot print an empty card, and says where the card is stored', () => {
    anEditor(EMPTY_CARD);
    expect(screen.queryByRole('button', { name: 'Print the card' })).toBeNull();
    expect(screen.getByText(/Kept in this browser on this device/)).toBeTruthy();
  });

  it('says where nothing can be stored, and where a change was not stored', () => {
    anEditor(aCard(HEDGEROW), { lasting: false, failed: true });
    expect(screen.getByText(/This browser keeps nothing/)).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toMatch(/could not be saved/);
  });

  it('accepts no more contacts on a full card until one is deleted', () => {
    anEditor(
      aCard(
        ...Array.from({ length: MAX_CONTACTS }, (_, n) => ({ ...HEDGEROW, id: `contact-${n}`, name: `Service ${n}` })),
      ),
    );
    expect(screen.getByText(/The card is full\. It has 8 contacts/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Put on the card' })).toBeNull();
  });
});
