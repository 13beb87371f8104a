import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { sitDown } from '../../../../support/kinds/detection/trainee.ts';
import { NOW } from '../../../../support/market/small-market.ts';
import { POST, STORY_MARKET, seeStory } from '../../../../support/market/story-market.ts';
import { textOf } from '../../../../support/market/text-of.ts';

const sit = (marks: readonly { readonly at: string }[] = []) =>
  sitDown(
    { opened: [POST.id], marks: marks.map(({ at }) => ({ ad: POST.id, at, indicator: 'manager-reference' })) },
    { market: STORY_MARKET, see: seeStory },
  );
const control = (name: RegExp) => screen.getByRole('button', { name });

describe.each([
  ['c1', /^Mark comment 1 by Tam: Which company is it\?/, 'Comment 1 by Tam', 'Which company is it?'],
  ['v1:s4', /^Mark earlier line: He waits in the car\./, 'Earlier line', 'He waits in the car.'],
  ['f:offered', /^Mark also offered: bed in a shared house/, 'also offered', 'bed in a shared house'],
  ['f:employer', /^Mark employer: not stated/, 'employer', 'not stated'],
] as const)('a mark at %s', (at, name, place, quote) => {
  it('is made by pressing what the page shows there, and said and quoted', async () => {
    const { click, acts, settle, container } = await sit();
    await fireEvent.click(control(name));
    await settle();
    expect(control(name).getAttribute('aria-expanded')).toBe('true');
    await click(/^A manager or driver named/, 'option');

    expect(acts).toEqual([{ type: 'ad.marked', ad: POST.id, at, indicator: 'manager-reference' }]);
    expect(document.activeElement).toBe(control(name));
    expect(textOf(screen.getByRole('list', { name: 'Your marks' }))).toContain(`“${quote}”, ${place}`);
    expect(container.querySelector('.mk--you')?.textContent).toBe(quote);
    expect(screen.getAllByRole('status').map(textOf).join('\n')).toContain(`${place} marked`);
  });

  it('stays on the page where it was made', async () => {
    await sit([{ at }]);
    expect(control(name).querySelector('.mk--you')).not.toBeNull();
  });
});

describe('the keyboard', () => {
  it('goes from the sentences on to the earlier line and the comments, and from them to the first sentence', async () => {
    const { press } = await sit();
    const visited: (string | null | undefined)[] = [];
    for (let n = 0; n < 7; n++) {
      await press('m');
      visited.push(document.activeElement?.getAttribute('data-at'));
    }
    expect(visited).toEqual(['s1', 's2', 's3', 'v1:s4', 'c1', 'c2', 's1']);
  });

  it('goes through the fields, also to one that is not stated', async () => {
    const { press } = await sit();
    const visited: (string | null | undefined)[] = [];
    for (let n = 0; n < 7; n++) {
      await press('f');
      visited.push(document.activeElement?.getAttribute('data-at'));
    }
    expect(visited).toEqual(['f:town', 'f:employer', 'f:sector', 'f:pay', 'f:offered', 'f:start', 'f:phone']);
  });

  it.each(['Enter', ' '])('marks a sentence of a paragraph with %j, and closes the picker again', async (key) => {
    const { press } = await sit();
    const second = control(/^Mark sentence 2/);
    second.focus();
    await press(key);
    expect(second.getAttribute('aria-expanded')).toBe('true');
    await press(key, second);
    expect(second.getAttribute('aria-expanded')).toBe('false');
  });

  it('chooses words in a sentence of a paragraph, and none in a comment', async () => {
    const { press, container } = await sit();
    control(/^Mark sentence 2/).focus();
    await press('ArrowRight');
    expect(container.querySelectorAll('.mk--open')).toHaveLength(1);
    await press('Escape');
    control(/^Mark comment 2 by Oda/).focus();
    await press('ArrowRight');
    expect(container.querySelectorAll('.mk--open')).toHaveLength(0);
    await press('Enter');
    expect(screen.queryByRole('button', { name: 'Only some words…' })).toBeNull();
  });
});

describe('the draft of a workspace', () => {
  it.each(['c2', 'v1:s4', 'f:start', 'f:employer'])('opens the picker at %s again', async (openAt) => {
    const draft = { openId: POST.id, openAt, judgements: {}, filter: { query: '', chosen: {}, order: 'posted' } };
    const { container } = await sitDown({ opened: [POST.id] }, { market: STORY_MARKET, see: seeStory, draft });
    expect(container.querySelector(`[data-at="${openAt}"]`)?.getAttribute('aria-expanded')).toBe('true');
  });
});

it('is a page of the moment at which the exercise is played', () => {
  expect(STORY_MARKET.until).toBe(NOW);
});
