import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { sitDown } from '../../../../support/kinds/detection/trainee.ts';
import { SMALL_CARD as CARD } from '../../../../support/market/small-market.ts';
import { textOf } from '../../../../support/market/text-of.ts';

const title = () => screen.getByRole('heading', { level: 2, name: /Mira|Sela|Bel|House|Tam|withheld/ }).textContent;

const isChecked = (radio: Element) => (radio as HTMLInputElement).checked;

describe('keys of the workspace', () => {
  it('J and K move through the list', async () => {
    const { press } = await sitDown({ opened: ['0301'] });
    await press('j');
    expect(title()).toContain('Sela');
    await press('K');
    expect(title()).toContain('Mira');
    await press('k');
    expect(title()).toContain('Tam');
  });

  it('M goes from sentence to sentence, F from field to field', async () => {
    const { press } = await sitDown({ opened: ['0301'] });
    await press('m');
    await press('m');
    expect(document.activeElement?.getAttribute('data-at')).toBe('s2');
    await press('f');
    expect(document.activeElement?.getAttribute('data-at')).toBe('f:town');
  });

  it('digits choose the triage band of the open ad', async () => {
    const { press, click, acts } = await sitDown({ opened: ['0301'] });
    await press('3');
    expect(isChecked(screen.getByRole('radio', { name: /Prioritise/ }))).toBe(true);
    await press('0');
    expect(isChecked(screen.getByRole('radio', { name: /Need more information/ }))).toBe(true);
    await click(/^Sure/, 'radio');
    await click('Commit judgement');
    expect(acts).toContainEqual({ type: 'ad.judged', ad: '0301', band: 'unknown', certainty: 3 });
  });

  it('7, 8 and 9 set the certainty, and C commits and opens the next ad', async () => {
    const { press, acts } = await sitDown({ opened: ['0301'] });
    await press('2');
    await press('8');
    expect(isChecked(screen.getByRole('radio', { name: /^Fairly/ }))).toBe(true);
    await press('9');
    expect(isChecked(screen.getByRole('radio', { name: /^Sure/ }))).toBe(true);
    await press('7');
    await press('c');
    expect(acts.filter(({ type }) => type === 'ad.judged')).toEqual([
      { type: 'ad.judged', ad: '0301', band: 'check', certainty: 1 },
    ]);
    expect(title()).toContain('Sela');
  });

  it('C names a missing field and moves the focus there', async () => {
    const { press, acts } = await sitDown({ opened: ['0301'] });
    await press('2');
    await press('c');
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('radio', { name: /^Unsure/ }));
    expect(screen.getByText('Say how sure you are.')).toBeTruthy();
    expect(acts).toEqual([]);
  });

  it('commit nothing of a withheld ad, of a finished part, or while someone writes', async () => {
    const judged = { '0301': { band: 'none', certainty: 1 } } as const;
    const writing = await sitDown({ opened: ['0301'], judgements: judged });
    await writing.press('/');
    await writing.press('c');
    await writing.press('9');
    expect(writing.acts).toEqual([]);
    expect(isChecked(screen.getByRole('radio', { name: /^Unsure/ }))).toBe(true);
    writing.unmount();

    const closed = await sitDown({ opened: ['0301'], judgements: judged }, { readOnly: true });
    await closed.press('9', document.body);
    await closed.press('c', document.body);
    expect(closed.acts).toEqual([]);
    expect(isChecked(screen.getByRole('radio', { name: /^Unsure/ }))).toBe(true);
    closed.unmount();

    const withheld = await sitDown({ opened: ['0303'] });
    for (const key of ['2', '8', 'c']) await withheld.press(key, document.body);
    expect(withheld.acts).toEqual([]);
  });

  it('I opens the market card while reading and closes it, returning to the same place', async () => {
    const { press, click } = await sitDown({ opened: ['0301'] }, { profile: CARD });
    await press('m');
    const place = document.activeElement;
    await press('i');
    const card = screen.getByRole('dialog', { name: `Market card: ${CARD.state}` });
    expect(textOf(card)).toContain(CARD.summary);
    expect(textOf(card)).toContain('training values, not statistics');
    await press('i', card);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(place);
    await click('Market card');
    expect(screen.getByRole('dialog', { name: /Market card/ })).toBeTruthy();
    await click('Back to the ad');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are listed on the screen and in the help window', async () => {
    const { press, container } = await sitDown({ opened: ['0301'] }, { profile: CARD });
    const bar = textOf(container.querySelector('.keys'));
    for (const words of ['7–9 how sure', 'C commit', 'I market card']) expect(bar).toContain(words);
    await press('?');
    const window = textOf(screen.getByRole('dialog', { name: 'All keys' }));
    for (const words of ['unsure, fairly, sure', 'commit the judgement', 'open the market card'])
      expect(window).toContain(words);
  });

  it('N moves to the next open entry of the notebook', async () => {
    const { press } = await sitDown({ opened: ['0301'] });
    await press('n');
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /No action/ }));
    await press('2');
    await press('n');
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Unsure/ }));
  });

  it('type letters while a text field has the focus', async () => {
    const { press } = await sitDown({ opened: ['0301'] });
    await press('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search the ads' }));
    await press('j');
    await press('2');
    expect(title()).toContain('Mira');
    expect(isChecked(screen.getByRole('radio', { name: /Check links/ }))).toBe(false);
  });

  it('do not override browser shortcuts', async () => {
    await sitDown({ opened: ['0301'] });
    await fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true });
    expect(title()).toContain('Mira');
  });

  it('can be switched off in the help window', async () => {
    const { press, click } = await sitDown({ opened: ['0301'] });
    await press('?');
    expect(screen.getByRole('dialog', { name: 'All keys' })).toBeTruthy();
    await click('Single-letter keys are on', 'checkbox');
    await click('Close');
    await press('j', document.body);
    expect(title()).toContain('Mira');
  });

  it('the picker works by arrows and Enter, and Escape closes it without a mark', async () => {
    const { press, click, acts } = await sitDown({ opened: ['0302'] });
    await click(/Mark sentence 1/);
    await press('ArrowDown');
    await press('Enter');
    expect(acts).toEqual([{ type: 'ad.marked', ad: '0302', at: 's1', indicator: 'manager-reference' }]);
    await click(/Mark sentence 2/);
    let escaped = 0;
    const count = () => {
      escaped += 1;
    };
    window.addEventListener('keydown', count);
    await press('Escape');
    window.removeEventListener('keydown', count);
    expect(screen.queryByRole('combobox', { name: /Which sign/ })).toBeNull();
    expect(document.activeElement?.getAttribute('data-at')).toBe('s2');
    expect(acts).toHaveLength(1);
    expect(escaped).toBe(0);
  });
});
