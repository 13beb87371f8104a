import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Ad } from '#market/ads/model/market.ts';
import { adRow } from '#market/search/model/ad-row.ts';
import ResultList from '#market/search/screens/ResultList.svelte';
import type { RowStretch } from '#market/search/use-cases/search-port.ts';
import { SMALL_MARKET } from '../../../../support/market/small-market.ts';
import { textOf } from '../../../../support/market/text-of.ts';

/** The given number of ads, each with a unique title. */
const ads = (count: number): Ad[] =>
  Array.from({ length: count }, (_, n) => ({ ...(SMALL_MARKET.ads[0] as Ad), id: `${1000 + n}`, title: `Ad at ${n}` }));

const shown = (all: readonly Ad[], wanted: readonly string[] = []) => {
  const rows = all.map((ad) => adRow(ad, wanted));
  return {
    total: rows.length,
    rows: rows.slice(0, 50),
    wanted,
    read: async ({ from, to }: RowStretch) => rows.slice(from, to),
  };
};

function list(all: readonly Ad[], wanted: readonly string[] = []) {
  const opened: string[] = [];
  const { rerender } = render(ResultList, {
    list: shown(all, wanted),
    words: { when: (instant: string) => instant, siteName: (id: string) => id, href: (id: string) => `?ad=${id}` },
    onopen: (id: string, place: number) => opened.push(`${id} at ${place}`),
  });
  return { opened, show: (other: readonly Ad[]) => rerender({ list: shown(other) }) };
}

const focused = () => document.activeElement as HTMLElement;
const press = (key: string) => fireEvent.keyDown(focused(), { key });

/** Rows fill one section after the other. */
async function until(title: string): Promise<HTMLElement> {
  const find = () => [...document.querySelectorAll('.find__title')].find((part) => textOf(part) === title);
  await expect.poll(find).toBeTruthy();
  return find()?.closest('a') as HTMLElement;
}

describe('ResultList', () => {
  it('renders every ad in order, each with its position in the list', async () => {
    list(ads(120));
    await until('Ad at 119');
    const items = screen.getAllByRole('listitem');
    expect(items.map((item) => item.ariaPosInSet)).toEqual(Array.from({ length: 120 }, (_, n) => String(n + 1)));
    expect(new Set(items.map((item) => item.ariaSetSize))).toEqual(new Set(['120']));
    expect(screen.getAllByRole('list').map((one) => one.ariaLabel)).toEqual([
      'Ads 1 to 50',
      'Ads 51 to 100',
      'Ads 101 to 120',
    ]);
  });

  it('has one tab stop, from which keys reach every row', async () => {
    list(ads(120));
    await until('Ad at 119');
    const reachable = () => screen.getAllByRole('link').filter((link) => link.tabIndex === 0);
    expect(reachable().map((link) => link.dataset.id)).toEqual(['1000']);
    reachable()[0]?.focus();
    for (const [key, title] of [
      ['j', 'Ad at 1'],
      ['ArrowDown', 'Ad at 2'],
      ['k', 'Ad at 1'],
      ['PageDown', 'Ad at 11'],
      ['End', 'Ad at 119'],
      ['j', 'Ad at 119'],
      ['PageUp', 'Ad at 109'],
      ['Home', 'Ad at 0'],
      ['ArrowUp', 'Ad at 0'],
    ] as const) {
      await press(key);
      await expect.poll(() => textOf(focused().querySelector('.find__title'))).toBe(title);
      expect(reachable()).toEqual([focused()]);
    }
  });

  it('renders a window of a very long list, and jumps to any position', async () => {
    list(ads(10_001));
    await until('Ad at 999');
    expect(screen.getByText('This page shows ads 1 to 1,000 of 10,001.')).toBeTruthy();
    await fireEvent.input(screen.getByLabelText('Go to place'), { target: { value: '9876' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Go' }));
    await expect.poll(() => focused().dataset.id).toBe('10875');
    expect(screen.getByRole('status').textContent).toBe('Ad 9,876 of 10,001');
    expect(focused().parentElement?.ariaPosInSet).toBe('9876');
  });

  it('replaces the previous list completely', async () => {
    const all = ads(200);
    const { show } = list(all);
    await until('Ad at 199');
    for (const other of [all.slice(40, 198), all.slice(100, 103), all.slice(3, 180)]) {
      await show(other);
      const last = other.at(-1)?.title ?? '';
      await until(last);
      const ids = () => [...document.querySelectorAll<HTMLElement>('.finds__section a')].map((row) => row.dataset.id);
      await expect.poll(ids).toEqual(other.map(({ id }) => id));
      expect(new Set(screen.getAllByRole('listitem').map((item) => item.ariaSetSize))).toEqual(
        new Set([String(other.length)]),
      );
      expect(screen.getAllByRole('link').filter((link) => link.tabIndex === 0)).toHaveLength(1);
    }
  });

  it('opens the clicked ad, and highlights the search words', async () => {
    const { opened } = list(SMALL_MARKET.ads, ['frien']);
    await fireEvent.click(await until('Sela, new in Ostrel'));
    expect(opened).toEqual(['0302 at 1']);
    expect([...document.querySelectorAll('mark')].map(textOf)).toEqual(['friendly']);
  });

  it('shows only "withheld" for a closed card', async () => {
    list(SMALL_MARKET.ads);
    const row = await until('Ad withheld – possible minor');
    expect(textOf(row.querySelector('.find__title'))).toBe('Ad withheld – possible minor');
    for (const part of ['town', 'amount', 'text']) expect(textOf(row.querySelector(`.find__${part}`))).toBe('');
  });
});
