import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { sitDown } from './trainee.ts';

const title = () => screen.getByRole('heading', { level: 2, name: /Mira|Sela|Bel|House|Tam|withheld/ }).textContent;

const isChecked = (radio: Element) => (radio as HTMLInputElement).checked;

describe('keys of the desk', () => {
  it('J and K go through the list', async () => {
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

  it('N goes to what is still open in the notebook', async () => {
    const { press } = await sitDown({ opened: ['0301'] });
    await press('n');
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /No action/ }));
    await press('2');
    await press('n');
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Unsure/ }));
  });

  it('are letters again while someone writes', async () => {
    const { press } = await sitDown({ opened: ['0301'] });
    await press('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search the ads' }));
    await press('j');
    await press('2');
    expect(title()).toContain('Mira');
    expect(isChecked(screen.getByRole('radio', { name: /Check links/ }))).toBe(false);
  });

  it('leave what belongs to the browser alone', async () => {
    await sitDown({ opened: ['0301'] });
    await fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true });
    expect(title()).toContain('Mira');
  });

  it('can be switched off in the window that lists them', async () => {
    const { press, click } = await sitDown({ opened: ['0301'] });
    await press('?');
    expect(screen.getByRole('dialog', { name: 'All keys' })).toBeTruthy();
    await click('Single-letter keys are on', 'checkbox');
    await click('Close');
    await press('j', document.body);
    expect(title()).toContain('Mira');
  });

  it('the picker is worked by arrows and Enter, and Escape leaves it without a mark', async () => {
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
