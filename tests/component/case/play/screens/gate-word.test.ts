import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import GateWord from '#case/play/screens/GateWord.svelte';

const given = (changes: object = {}) => ({
  title: 'Reach out',
  tryWords: vi.fn(() => Promise.resolve('opened' as const)),
  opened: vi.fn(),
  ...changes,
});

async function type(words: string) {
  await fireEvent.input(screen.getByLabelText('Gate word'), { target: { value: words } });
  await fireEvent.click(screen.getByRole('button', { name: 'Open' }));
}

describe('GateWord', () => {
  it('names the part, tries what was typed and goes on', async () => {
    const props = given();
    render(GateWord, props);
    expect(screen.getByText(/gate word of “Reach out”/)).toBeTruthy();
    await type('otter lemon');

    await expect.poll(() => props.opened).toHaveBeenCalledOnce();
    expect(props.tryWords).toHaveBeenCalledExactlyOnceWith('otter lemon');
  });

  it.each([
    ['wrong', /This is not the gate word of “Reach out”/],
    ['insecure', /came over plain http.+open it from the disk/],
  ] as const)('says what to do where words are %s', async (came, sentence) => {
    const props = given({ tryWords: () => Promise.resolve(came) });
    render(GateWord, props);
    await type('otter');

    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.getByLabelText('Gate word').getAttribute('aria-invalid')).toBe(String(came === 'wrong'));
    expect(props.opened).not.toHaveBeenCalled();
  });

  it('says that the file is damaged where nothing can be tried', async () => {
    render(GateWord, given({ tryWords: () => Promise.reject(new Error('damaged')) }));
    await type('otter');

    expect(await screen.findByText(/are damaged/)).toBeTruthy();
  });

  it('goes on without the answers only where one can, and tries nothing that is empty', async () => {
    const goOn = vi.fn();
    const props = given({ goOn });
    const { rerender } = render(GateWord, props);
    await type('  ');
    await fireEvent.click(screen.getByRole('button', { name: 'Go on without the answers' }));

    expect(props.tryWords).not.toHaveBeenCalled();
    expect(goOn).toHaveBeenCalledOnce();
    await rerender(given({ goOn: undefined }));
    expect(screen.queryByRole('button', { name: 'Go on without the answers' })).toBeNull();
  });
});
