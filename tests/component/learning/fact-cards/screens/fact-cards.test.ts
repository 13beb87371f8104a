import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import FactCards from '#learning/fact-cards/screens/FactCards.svelte';
import { textOf } from '../../../../support/market/text-of.ts';

function open() {
  render(FactCards);
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  const tick = (name: RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }));
  const say = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
  const explanation = () => screen.queryByRole('region', { name: 'The explanation' });
  const skip = async (times: number) => {
    for (let n = 0; n < times; n += 1) await press('Leave this card out');
  };
  return { press, tick, say, explanation, skip };
}

describe('the fact cards', () => {
  it('ask two things, each in a group with a name', () => {
    open();

    expect(
      within(screen.getByRole('group', { name: 'Which of the three does this card show?' })).getAllByRole('checkbox'),
    ).toHaveLength(3);
    expect(within(screen.getByRole('group', { name: 'What do you say?' })).getAllByRole('radio')).toHaveLength(3);
    expect(screen.getByRole('heading', { name: 'Card 1 of 12 A restaurant kitchen', level: 4 })).toBeTruthy();
  });

  it('explain nothing before an answer is chosen', async () => {
    const { press, explanation } = open();
    await press('Explain this card');

    expect(explanation()).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Trafficking on these facts' }));
    expect(screen.getAllByText('Choose one of the three answers first.').length).toBeGreaterThan(0);
  });

  it('say which words show what, and what a wrong suspicion would mean for the person', async () => {
    const { press, tick, say, explanation } = open();
    await tick(/^Act/);
    await tick(/^Purpose/);
    await say('Trafficking on these facts');
    await press('Explain this card');

    const said = textOf(explanation() as HTMLElement);
    expect(document.activeElement).toBe(explanation());
    expect(said).toMatch(/^Not trafficking on these facts/);
    expect(said).toMatch(/You ticked what the facts speak against: Purpose\./);
    expect(said).toMatch(/did not tick all three\. For an adult, all three are needed\./);
    expect(said).toMatch(/What your reading would mean for the person\. Tilda wants her wages\./);
    expect(said).toMatch(/“She has her papers and her own flat”/);
    expect(said).toMatch(/What is missing.+What to ask next.+Where States differ/);
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('accept that it cannot be said yet', async () => {
    const { press, tick, say, explanation, skip } = open();
    await skip(2);
    await tick(/^Act/);
    await say('Cannot be said yet');
    await press('Explain this card');

    const said = textOf(explanation() as HTMLElement);
    expect(said).toMatch(/^Cannot be said yet: .+ You said the same\./);
    expect(said).not.toMatch(/would mean for the person|You ticked|You did not tick/);
  });

  it('begin each card without the ticks of the one before, with the focus on its name', async () => {
    const { press, tick, say } = open();
    await tick(/^Act/);
    await say('Not trafficking on these facts');
    await press('Explain this card');
    await press('Next card');

    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Card 2 of 12 An office abroad' }));
    expect(screen.queryByRole('checkbox', { checked: true })).toBeNull();
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  });

  it('end with each card by its name, without points, and can be begun again', async () => {
    const { press, say, skip } = open();
    await skip(6);
    await say('Trafficking on these facts');
    await press('Explain this card');
    await press('Next card');
    await skip(5);

    const summary = textOf(screen.getByRole('region', { name: 'Sort twelve fact cards' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Summary, card by card' }));
    expect(summary).toMatch(/You answered 1 of 12 cards\./);
    expect(summary).toMatch(/You read 1 card as trafficking although its facts do not say so\./);
    expect(summary).toMatch(/A shared flat .+ Bel and Tam would get a visit\./);
    expect(screen.getAllByText('You did not answer this card.')).toHaveLength(11);
    expect(summary).not.toMatch(/\d+ points|%|score/);

    await press('Start again');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: /^Card 1 of 12/ }));
    expect(screen.getByRole('button', { name: 'Explain this card' })).toBeTruthy();
  });

  it('can be ended at any card', async () => {
    const { press, say } = open();
    await say('Not trafficking on these facts');
    await press('Explain this card');
    await press('End here and see the summary');

    expect(screen.getByText('You answered 1 of 12 cards.')).toBeTruthy();
    expect(screen.getByText(/You read no card as trafficking/)).toBeTruthy();
  });
});
