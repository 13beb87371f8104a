import { fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, test } from 'vitest';
import { openDesk } from '../../../../support/kinds/requests/open-desk.ts';
import { afterActs, aLetter, DESK, send } from '../../../../support/kinds/requests/small-desk.ts';

const openKind = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const press = async (name: RegExp) => {
  await fireEvent.click(screen.getByRole('button', { name }));
  await tick();
};

describe('a desk with a choice of channel', () => {
  const [home, abroad] = DESK.states;
  if (!home || !abroad) throw new Error('The desk has two States.');
  const channels = { point: 300, central: 86_400 };
  const desk = { states: [home, { ...abroad, channels }] };

  test('asks for the way of each letter but a notice, and other desks do not ask', async () => {
    await openDesk({ desk });
    await openKind(/^Notice/);
    expect(screen.queryByLabelText('By which way it goes')).toBeNull();
    await openKind(/^Request for assistance/);
    const ways = screen.getByLabelText<HTMLSelectElement>('By which way it goes');
    expect(ways.value).toBe('');
    expect(ways.options).toHaveLength(7);
  });

  test('has no such field where no way is open to any State', async () => {
    await openDesk();
    await openKind(/^Request to keep/);
    expect(screen.queryByLabelText('By which way it goes')).toBeNull();
  });

  test('sends the letter by that way and says what the answer shows, or why the way leads nowhere', async () => {
    const begun = afterActs(
      send({ ...aLetter('preservation'), channel: 'point' }),
      send({ ...aLetter('order', { data: ['subscriber'] }), channel: 'direct' }),
      send({ ...aLetter('assistance', { data: ['subscriber', 'messages'] }), channel: 'central' }),
    );
    await openDesk({ desk, response: begun });
    expect(screen.getByRole('article', { name: 'Letter L-01' }).textContent).toMatch(
      /Point of contact of Tessaval.*By way of: to the point of contact of the other State/s,
    );
    await press(/^Wait for the next answer/);
    const refused = screen.getByRole('article', { name: 'Answer to L-02' });
    expect(refused.textContent).toContain('This way is not open');
    expect(refused.textContent).not.toContain('What this answer shows');
    await press(/^Wait for the next answer/);
    expect(screen.getByRole('article', { name: 'Answer to L-01' }).textContent).toMatch(
      /What this answer shows, and what it does not.*It says nothing of what is in them/s,
    );
    // Assistance takes sixty days: nobody waits for it at the desk.
    expect(screen.queryByRole('button', { name: /^Wait for the next answer/ })).toBeNull();
    expect(screen.getByText(/^The next answer comes 2031-05-\d\d/)).toBeTruthy();
  });
});
