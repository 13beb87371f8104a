import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import TeamChoice from '#room/team/screens/TeamChoice.svelte';
import VoteCards from '#room/team/screens/VoteCards.svelte';
import VoteCover from '#room/team/screens/VoteCover.svelte';
import VoteTally from '#room/team/screens/VoteTally.svelte';
import VoteTurn from '#room/team/screens/VoteTurn.svelte';

const options = [
  { id: 'x', text: 'Ring off.' },
  { id: 'y', text: 'Stay on.' },
];
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('one person at the laptop', () => {
  const turn = {
    person: 3,
    people: 4,
    title: 'Someone else picks up',
    text: 'It rings.',
    question: 'And now?',
    options,
  };

  it('passes on the choice, or none', async () => {
    const cast = vi.fn();
    render(VoteTurn, { props: { ...turn, cast, stop: () => {} } });
    expect(screen.getByText('Person 3 of 4. The others look away.')).toBeTruthy();

    await press('Cover and pass on');
    expect(cast).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('I would rather not vote');
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Ring off.' }));

    await fireEvent.click(screen.getByRole('radio', { name: 'Stay on.' }));
    await press('Cover and pass on');
    await press('I would rather not vote');
    expect(cast.mock.calls).toEqual([['y'], []]);
  });

  it('sees nothing chosen by the one before', () => {
    render(VoteTurn, { props: { ...turn, cast: () => {}, stop: () => {} } });
    for (const radio of screen.getAllByRole('radio')) expect(radio).toHaveProperty('checked', false);
  });
});

describe('the cover between two votes', () => {
  it('names who is next, and shows no choice', async () => {
    const uncover = vi.fn();
    render(VoteCover, { props: { next: 4, people: 4, uncover, show: () => {} } });
    expect(screen.queryByRole('radio')).toBeNull();
    await press('I am person 4');
    expect(uncover).toHaveBeenCalledOnce();
  });

  it('after the last person leads to the counts', async () => {
    const show = vi.fn();
    render(VoteCover, { props: { people: 4, uncover: () => {}, show } });
    await press('Show the vote');
    expect(show).toHaveBeenCalledOnce();
  });
});

describe('raised cards', () => {
  const cards = { title: 'Someone else picks up', options, people: 4, show: () => {}, stop: () => {} };

  it('are counted by letter, and the last count can be undone', async () => {
    const count = vi.fn();
    render(VoteCards, { props: { ...cards, votes: { options: { x: 1 }, keptDown: 0 }, counted: 1, count } });
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('button', { name: 'One less for B' })).toHaveProperty('disabled', true);

    await press('One more for B');
    await press('One more card kept down');
    await press('Undo');
    await press('Undo');
    expect(count.mock.calls).toEqual([
      ['y', 1],
      [undefined, 1],
      [undefined, -1],
      ['y', -1],
    ]);
  });

  it('are never more than the people of the team', () => {
    render(VoteCards, { props: { ...cards, votes: { options: { x: 4 }, keptDown: 0 }, counted: 4, count: () => {} } });
    for (const button of screen.getAllByRole('button', { name: /^One more/ }))
      expect(button).toHaveProperty('disabled', true);
  });
});

describe('the counts of a team', () => {
  it('are shown by letter, with what to talk about', () => {
    render(VoteTally, { props: { options, votes: { options: { x: 2, y: 1 }, keptDown: 1 } } });
    expect(screen.getByRole('heading', { name: 'You do not all agree' })).toBeTruthy();
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent?.replaceAll(/\s+/g, ' ').trim());
    expect(rows).toEqual(['A 2', 'B 1', 'kept down 1']);
    expect(screen.getByText(/One answer has a single vote/)).toBeTruthy();
  });
});

describe('the choice of a team', () => {
  const choice = { options, readOnly: false, onreason: () => {}, more: () => {} };

  it('needs an answer and no reason', async () => {
    const decide = vi.fn();
    render(TeamChoice, { props: { ...choice, reason: '', decide } });
    await press('This is our choice');
    expect(decide).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('radio', { name: 'Stay on.' }));
    await press('This is our choice');
    expect(decide).toHaveBeenCalledExactlyOnceWith('y', '');
  });

  it('sends the reason as one line, and counts its signs', async () => {
    const decide = vi.fn();
    render(TeamChoice, { props: { ...choice, reason: ' We do\tnot know. ', decide } });
    expect(screen.getByText('17 of 90 signs')).toBeTruthy();
    await fireEvent.click(screen.getByRole('radio', { name: 'Ring off.' }));
    await press('This is our choice');
    expect(decide).toHaveBeenCalledExactlyOnceWith('x', 'We do not know.');
  });
});
