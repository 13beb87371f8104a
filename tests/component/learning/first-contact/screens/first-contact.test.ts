import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { EXAMPLE_MESSAGES } from '#learning/first-contact/model/example-messages.ts';
import FirstContact from '#learning/first-contact/screens/FirstContact.svelte';
import { textOf } from '../../../../support/market/text-of.ts';

function open() {
  const onsave = vi.fn<(text: string) => void>();
  render(FirstContact, { onsave });
  const field = () => screen.getByRole('textbox', { name: 'Your message' }) as HTMLTextAreaElement;
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  const write = (text: string) => fireEvent.input(field(), { target: { value: text } });
  const reading = () => screen.queryByRole('region', { name: 'The reading' });
  const readBy = (name: RegExp) => textOf(screen.getByRole('heading', { name, level: 4 }).parentElement as HTMLElement);
  return { onsave, field, press, write, reading, readBy };
}

describe('the first message', () => {
  it('is read by four people, each sentence with the words that it rests on', async () => {
    const { press, write, readBy } = open();
    await write('Hello, this is the police with a question for you.');
    await press('Read it as four people');

    expect(readBy(/^Somebody else who holds/)).toMatch(/“police”: this reader learns that an authority may be near/);
    expect(readBy(/^The person in the ad, if somebody controls/)).toMatch(
      /Not found: words that let the person say no/,
    );
    expect(readBy(/^The person in the ad, if they work for themselves/)).toMatch(/“police”/);
    expect(readBy(/^A colleague or a lawyer/)).toMatch(/“police”: the reader asks whether this was an offer of help/);
    expect(screen.getByText('police', { selector: 'mark' })).toBeTruthy();
  });

  it('is not read before it is asked for, and moves the focus to its reading', async () => {
    const { press, write, reading } = open();
    await write('Hello, I saw your listing.');
    expect(reading()).toBeNull();

    await press('Read it as four people');
    expect(document.activeElement).toBe(reading());
    expect(screen.getByText('Read. 1 passage found in the message.')).toBeTruthy();
  });

  it('asks for a message where there is none', async () => {
    const { press, reading, field } = open();
    await press('Read it as four people');

    expect(screen.getByText('Write a message first.')).toBeTruthy();
    expect(document.activeElement).toBe(field());
    expect(reading()).toBeNull();
  });

  it('says that a reading belongs to the earlier text once the message is changed', async () => {
    const { press, write } = open();
    await write('Hello, I saw your listing.');
    await press('Read it as four people');
    expect(screen.queryByText(/You have changed the message/)).toBeNull();

    await write('Hello, I saw your page.');
    expect(screen.getByText(/You have changed the message/)).toBeTruthy();
  });

  it('can be cleared, and brought back', async () => {
    const { press, write, field } = open();
    await write('My own words for you.');
    await press('Clear');
    expect(field().value).toBe('');

    await press('Bring back the earlier message');
    expect(field().value).toBe('My own words for you.');
    expect(screen.queryByRole('button', { name: 'Bring back the earlier message' })).toBeNull();
  });

  it('is not lost when an example is loaded over it', async () => {
    const { press, write, field } = open();
    await write('My own words for you.');
    await press('A harmful message');
    expect(field().value).toBe(EXAMPLE_MESSAGES.harmful);

    await press('Bring back the earlier message');
    expect(field().value).toBe('My own words for you.');
  });

  it('counts its characters, and says when there are too many', async () => {
    const { write } = open();
    await write('x'.repeat(320));
    expect(screen.getByText('320 of 320 characters')).toBeTruthy();

    await write('x'.repeat(321));
    expect(screen.getByText('321 of 320 characters. That is too many.')).toBeTruthy();
  });

  it('is kept only when its writer saves it, with the reading', async () => {
    const { press, onsave } = open();
    await press('A careful message');
    await press('Read it as four people');
    expect(onsave).not.toHaveBeenCalled();

    await press('Save message and reading as a file');
    const [text = ''] = onsave.mock.calls[0] ?? [];
    expect(text).toContain(EXAMPLE_MESSAGES.careful);
    expect(text).toMatch(/This message was not sent\./);
    expect(text).toMatch(/“answer 1”: this reader can send the same answer/);
    expect(text).not.toMatch(/Can harm:|Not found:|\{/);
  });

  it('in another language is not judged', async () => {
    const { press, write, reading } = open();
    await write('Hola, soy Nora de la línea de salud.');
    await press('Read it as four people');

    expect(textOf(reading() as HTMLElement)).toMatch(/they say nothing about it/);
    expect(within(reading() as HTMLElement).queryByRole('heading')).toBeNull();
  });

  it('with a number that could be real gets a warning first', async () => {
    const { press, write, reading } = open();
    await write('Hello, ring us at +49 30 901820 when you like.');
    await press('Read it as four people');

    expect(textOf(reading() as HTMLElement)).toMatch(
      /^This could be real: \+49 30 901820\. Take it out of the message\./,
    );
  });
});
