import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Dialog from '#design/screens/forms/Dialog.svelte';

const words = (html: string) => createRawSnippet(() => ({ render: () => html }));
const given = (changes: object = {}) => ({
  open: true,
  title: 'Finish?',
  no: 'Go back',
  onclose: vi.fn(),
  children: words('<p>It cannot be undone.</p>'),
  yes: words('<button type="button">Finish</button>'),
  ...changes,
});
const outside = vi.fn();
globalThis.addEventListener('keydown', outside);
afterEach(() => outside.mockClear());

describe('Dialog', () => {
  it('shows its question, and offers the safe answer last', () => {
    render(Dialog, given());
    const dialog = screen.getByRole('dialog', { name: 'Finish?' });
    const text = document.getElementById(dialog.getAttribute('aria-describedby') ?? '');
    expect(text?.textContent).toBe('It cannot be undone.');
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Finish', 'Go back']);
  });

  it('asks the browser to put the focus on the safe answer', () => {
    render(Dialog, given());
    const marked = screen.getAllByRole('button').filter((button) => button.autofocus);
    expect(marked.map((button) => button.textContent)).toEqual(['Go back']);
  });

  it('stops the Escape event, so that the page behind it does not count it as the first of two presses', async () => {
    render(Dialog, given());
    await fireEvent.keyDown(screen.getByRole('button', { name: 'Go back' }), { key: 'Escape' });
    expect(outside).not.toHaveBeenCalled();
    await fireEvent.keyDown(screen.getByRole('button', { name: 'Go back' }), { key: 'a' });
    expect(outside).toHaveBeenCalledOnce();
  });

  it('reports a close by the browser as no, and does not report its own close', async () => {
    const props = given();
    const { rerender } = render(Dialog, props);
    (screen.getByRole('dialog') as HTMLDialogElement).close();
    expect(props.onclose).toHaveBeenCalledOnce();
    await rerender({ open: false });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(props.onclose).toHaveBeenCalledOnce();
  });

  it('shows only a close button where there is nothing to confirm', () => {
    render(Dialog, given({ yes: undefined }));
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });
});
