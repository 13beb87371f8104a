import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { sitDown } from '../../../../support/kinds/detection/trainee.ts';

const ids = () => {
  const list = screen.queryByRole('list', { name: 'Market list' });
  return list
    ? within(list)
        .getAllByRole('link')
        .map((row) => row.textContent?.match(/\d{4}/)?.[0])
    : [];
};
const search = (value: string) => fireEvent.input(screen.getByRole('searchbox'), { target: { value } });
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });

describe('the market list', () => {
  it('searches everything that the pages show', async () => {
    await sitDown();
    await search('manager');
    expect(ids()).toEqual(['0302']);
    await search('r-17');
    expect(ids()).toEqual(['0302', '0304']);
    await search('+99955502002');
    expect(ids()).toEqual(['0302', '0304']);
    for (const typed of ['+999 555 020 02', '999-555-020-02', '0099955502002', '555 020 02']) {
      await search(typed);
      expect(ids()).toEqual(['0302', '0304']);
    }
    await search('0305');
    expect(ids()).toEqual(['0305']);
    await search('pid-1001');
    expect(ids()).toEqual(['0301']);
    expect(screen.getByText('1 of 6 shown')).toBeTruthy();
  });

  it('filters by a value and clears the filter', async () => {
    const { click } = await sitDown();
    await choose('Filter by Town', 'Ostrel');
    expect(ids()).toEqual(['0302', '0304', '0306']);
    await click('Drop Ostrel');
    expect(ids()).toHaveLength(6);
  });

  it('suggests the one filter to drop where no ad fits', async () => {
    const { click } = await sitDown();
    await choose('Filter by Town', 'Ostrel');
    await search('house');
    expect(screen.getByText('No ad fits these filters')).toBeTruthy();
    expect(screen.getByText('3 ads would fit without “house”.')).toBeTruthy();
    await click('Drop “house”');
    expect(ids()).toEqual(['0302', '0304', '0306']);
  });

  it('sorts by price, ads without one last', async () => {
    await sitDown();
    await choose('Order', 'price');
    expect(ids()).toEqual(['0302', '0304', '0301', '0306', '0305', '0303']);
  });

  it('determines the next ad: in the shown order, unread ads first', async () => {
    const { click, press, acts } = await sitDown({ opened: ['0301', '0302'] });
    await click(/^0302/, 'link');
    await choose('Order', 'newest');
    const judge = async () => {
      for (const key of ['1', '7', 'c']) await press(key, document.body);
      return acts.at(-1);
    };
    // Newest first: 0306 to 0301. After 0302 the list goes round, since 0301 was read.
    expect(await judge()).toEqual({ type: 'ad.opened', ad: '0306' });
    await choose('Filter by Town', 'Ostrel');
    expect(ids()).toEqual(['0306', '0304', '0302']);
    expect(await judge()).toEqual({ type: 'ad.opened', ad: '0304' });
    // The list is read: what the filter hides comes next, in the same order.
    expect(await judge()).toEqual({ type: 'ad.opened', ad: '0303' });
  });

  it('then returns to read but unjudged ads in list order', async () => {
    const { click, press } = await sitDown({ opened: ['0301', '0302', '0303', '0304', '0305', '0306'] });
    await choose('Order', 'price');
    await click(/^0304/, 'link');
    for (const key of ['1', '7', 'c']) await press(key, document.body);
    expect(screen.getByRole('heading', { level: 2, name: 'Mira, Kelvast' })).toBeTruthy();
  });

  it('shows which ads were read, marked and judged', async () => {
    await sitDown({
      opened: ['0301', '0302', '0304'],
      marks: [{ ad: '0302', at: 's1', indicator: 'rest-gaps' }],
      judgements: { '0304': { band: 'check', certainty: 2 } },
    });
    const state = (id: string) => screen.getByRole('link', { name: new RegExp(`^${id}`) }).textContent;
    expect(state('0301')).toContain('Read');
    expect(state('0302')).toContain('1 mark');
    expect(state('0304')).toContain('Check links');
    expect(state('0305')).toContain('not read yet');
    expect(state('0303')).toContain('Withheld, possible minor');
    expect(
      screen.getByText('1 of 5 judged; withheld, not to be judged: 1', { selector: '.workspace__head span' }),
    ).toBeTruthy();
  });
});
