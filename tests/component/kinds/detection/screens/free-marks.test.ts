import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { markedText } from '#kinds/detection/model/stretch.ts';
import { findAd } from '#market/ads/model/ad-at.ts';
import { sitDown } from '../../../../support/kinds/detection/trainee.ts';
import { SMALL_MARKET } from '../../../../support/market/small-market.ts';
import { textOf } from '../../../../support/market/text-of.ts';

const TEXT = markedText(findAd(SMALL_MARKET, '0302')?.versions.at(-1)?.sentences ?? []);
/** The place of some words of ad 0302, found by looking for them. */
const placeOf = (words: string) => `t:${TEXT.indexOf(words)}-${TEXT.indexOf(words) + words.length}`;
const word = (text: string) =>
  [...document.querySelectorAll('[data-word]')].find((one) => one.textContent === text) as HTMLElement;
const sentence = (n: number) => screen.getByRole('button', { name: new RegExp(`^Mark sentence ${n}`) });

describe('free marks', () => {
  it('are made by keyboard: arrows choose a word, Shift extends, Enter opens the signs', async () => {
    const { press, click, acts } = await sitDown({ opened: ['0302'] });
    sentence(2).focus();
    await press('ArrowRight');
    await press('ArrowRight');
    await press('ArrowRight', undefined, true);
    await fireEvent.click(sentence(2));
    await click(/^A manager or driver named/, 'option');

    expect(acts).toEqual([
      { type: 'ad.marked', ad: '0302', at: placeOf('manager gives'), indicator: 'manager-reference' },
    ]);
    expect(document.activeElement).toBe(sentence(2));
  });

  it('can cross the end of a sentence', async () => {
    const { press, click, acts } = await sitDown({ opened: ['0302'] });
    sentence(1).focus();
    for (let n = 0; n < 5; n++) await press('ArrowRight', undefined, true);
    await fireEvent.click(sentence(1));
    await click(/^Time off/, 'option');

    expect(acts[0]).toMatchObject({ at: placeOf('She is friendly. The manager') });
  });

  it('are cancelled with Escape, which then does not open the pause screen', async () => {
    const { press } = await sitDown({ opened: ['0302'] });
    let escaped = 0;
    const count = () => {
      escaped += 1;
    };
    window.addEventListener('keydown', count);
    sentence(2).focus();
    await press('ArrowRight');
    expect(document.querySelectorAll('.mk--open')).toHaveLength(1);
    escaped = 0;
    await press('Escape');
    window.removeEventListener('keydown', count);

    expect(document.querySelectorAll('.mk--open')).toHaveLength(0);
    expect(escaped).toBe(0);
  });

  it('are drawn with the mouse, and the following click selects no sentence', async () => {
    const { click, acts, settle } = await sitDown({ opened: ['0302'] });
    await fireEvent.pointerDown(word('manager'), { pointerType: 'mouse', button: 0 });
    await fireEvent.pointerMove(word('time.'), { pointerType: 'mouse' });
    await fireEvent.pointerUp(word('time.'), { pointerType: 'mouse' });
    await fireEvent.click(word('time.'));
    await settle();
    await click(/^A manager or driver named/, 'option');

    expect(acts.map((act) => 'at' in act && act.at)).toEqual([placeOf('manager gives the time.')]);
  });

  it('are made by touch, word by word', async () => {
    const { click, acts } = await sitDown({ opened: ['0302'] });
    await click(/Mark sentence 2/);
    await click('Only some words…');
    await fireEvent.click(word('gives'));
    await fireEvent.click(word('manager'));
    await click(/^A manager or driver named/, 'option');

    expect(acts).toEqual([
      { type: 'ad.marked', ad: '0302', at: placeOf('manager gives'), indicator: 'manager-reference' },
    ]);
  });

  it('can overlap, each with its number', async () => {
    const { container } = await sitDown({
      opened: ['0302'],
      marks: [
        { ad: '0302', at: 's2', indicator: 'rest-gaps' },
        { ad: '0302', at: placeOf('manager gives'), indicator: 'manager-reference' },
      ],
    });

    expect([...container.querySelectorAll('.mk')].map((mark) => textOf(mark).trim())).toEqual([
      'The',
      'manager gives',
      'the time.',
    ]);
    expect([...container.querySelectorAll('.lines .key')].map((key) => key.textContent)).toEqual(['2', '1']);
  });

  it('stay listed where the page no longer shows the place', async () => {
    await sitDown({
      opened: ['0302'],
      marks: [
        { ad: '0302', at: 't:900-950', indicator: 'rest-gaps' },
        { ad: '0302', at: 's9', indicator: 'manager-reference' },
      ],
    });
    const list = screen.getByRole('list', { name: 'Your marks' });

    expect(textOf(list)).toMatch(/Time off.*no longer shows this place \(t:900-950\)/);
    expect(textOf(list)).toMatch(/driver named.*no longer shows this place \(s9\)/);
  });
});
