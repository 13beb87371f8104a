import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Ad } from '#market/ads/model/market.ts';
import { buildRecordIndex, sharedRecords } from '#market/search/model/record-index.ts';
import AccountPage from '#market/search/screens/AccountPage.svelte';
import AdPage from '#market/search/screens/AdPage.svelte';
import KeepAd from '#market/search/screens/KeepAd.svelte';
import KeptPage from '#market/search/screens/KeptPage.svelte';
import type { AskedSearch } from '#market/search/screens/market-address.ts';
import NothingFound from '#market/search/screens/NothingFound.svelte';
import RecordsPart from '#market/search/screens/RecordsPart.svelte';
import type { RecordHolder } from '#market/search/screens/records/holders.ts';
import { RECORDS } from '../../../../support/market/records.ts';
import { SMALL_MARKET } from '../../../../support/market/small-market.ts';
import { textOf } from '../../../../support/market/text-of.ts';

const { ads, ...header } = SMALL_MARKET;
const adOf = (id: string) => ads.find((ad) => ad.id === id) as Ad;
// A link as the island makes it, without the way it goes.
const link = createRawSnippet<[{ text: string; label?: string }]>((given) => ({
  render: () => `<a href="#there">${given().text}</a>`,
}));
const keep = createRawSnippet<[Ad]>(() => ({ render: () => '<p>Kept</p>' }));

describe('AdPage', () => {
  it('links each trace to the ads with the same trace, and says where none exists', async () => {
    const counts: Record<string, number> = { phone: 2, room: 2, picture: 1 };
    render(AdPage, {
      ad: adOf('0302'),
      header,
      count: async ({ facets }: AskedSearch) => counts[Object.keys(facets)[0] as string] ?? 0,
      link,
      keep,
    });
    expect(await screen.findAllByText('same in 2 ads')).toHaveLength(2);
    expect(screen.getAllByText('in no other ad')).toHaveLength(1);
    expect(screen.getByText('R-17')).toBeTruthy();
  });

  it('shows word by word what an edit changed', () => {
    const [version] = adOf('0301').versions;
    if (!version) throw new Error('The ad has a version.');
    const edited: Ad = {
      ...adOf('0301'),
      versions: [
        { ...version, fields: { ...version.fields, price: 'SIM 120, one hour' } },
        { ...version, from: '2031-03-01T11:00:00Z' },
      ],
    };
    const { container } = render(AdPage, { ad: edited, header, count: async () => 1, link, keep });
    expect(textOf(container.querySelector('del'))).toBe('removed:120,');
    expect(textOf(container.querySelector('ins'))).toBe('added:140,');
    expect(screen.getByText('versions: 2')).toBeTruthy();
  });

  it('keeps a withheld card closed: no trace, no version, no link', () => {
    const { container } = render(AdPage, { ad: adOf('0303'), header, count: async () => 9, link, keep });
    expect(screen.getByRole('heading', { name: 'Ad withheld – possible minor' })).toBeTruthy();
    expect(container.querySelector('.pane, .traces, .history, a')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('what no page shows', () => {
  const shared = sharedRecords(
    buildRecordIndex([
      ['0302', RECORDS],
      ['0304', { ...RECORDS, phones: [], ledger: [], fees: 'payer-7', payer: 'payer-8' }],
    ]),
    RECORDS,
  );
  const show = (asked: readonly RecordHolder[], onask = vi.fn()) => {
    const read = vi.fn(async () => ({ records: RECORDS, shared }));
    render(RecordsPart, { asked, notice: header.notice, read, link, onask });
    return { read, onask };
  };

  it('stays hidden until a holder is asked', async () => {
    const { read, onask } = show([]);
    expect(read).not.toHaveBeenCalled();
    expect(screen.queryByText('dev-1')).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Ask: The payment service' }));
    expect(onask).toHaveBeenCalledWith(['money']);
  });

  it('comes only from the holder that was asked', async () => {
    show(['site']);
    expect(await screen.findByText('dev-1')).toBeTruthy();
    expect(screen.getByText('By hand: 1')).toBeTruthy();
    expect(screen.getByText(header.notice)).toBeTruthy();
    expect(screen.queryByText('$sim-w1')).toBeNull();
    const others = screen.getByRole('list', { name: 'Ads with dev-1 in their records', hidden: true });
    expect(within(others).getAllByRole('link', { hidden: true }).map(textOf)).toEqual(['Ad 0302', 'Ad 0304']);
    expect(screen.getAllByText('of this ad alone')).toHaveLength(3);
  });

  it('lists payments in order of time, incoming and outgoing', async () => {
    show(['money']);
    const rows = within(await screen.findByRole('table', { name: 'Payments of ten days' })).getAllByRole('row');
    expect(rows.slice(1).map((row) => [...row.children].map((cell) => textOf(cell)).at(-1))).toEqual(['120', '90']);
    expect(screen.getByText('Came in: SIM 120. Went out: SIM 90.')).toBeTruthy();
  });

  it('is reported as missing in a market without records', async () => {
    render(RecordsPart, { asked: ['site'], notice: header.notice, read: async () => undefined, link, onask: vi.fn() });
    expect(await screen.findByText('This market comes without records.')).toBeTruthy();
  });
});

describe('AccountPage', () => {
  const props = { account: 'a-0302', header, total: 2, names: new Set(['Sela', 'Bel']), link };

  it('lists the ads of an account, and its names', () => {
    render(AccountPage, { ...props, name: undefined, ads: [adOf('0302'), adOf('0304')] });
    const [days, list] = screen.getAllByRole('table');
    expect(
      within(days as HTMLElement)
        .getAllByRole('row')
        .map(textOf),
    ).toEqual(['DayAds', '2 Mar1', '4 Mar1']);
    const rows = within(list as HTMLElement).getAllByRole('row');
    expect(rows).toHaveLength(3);
    expect(textOf(rows[1])).toMatch('0302 Sela, new in Ostrel');
    expect(screen.getByText('Sela, in one ad')).toBeTruthy();
  });

  it('sets the ads of one name side by side', () => {
    render(AccountPage, { ...props, name: 'Sela', ads: [adOf('0302'), adOf('0304'), { ...adOf('0302'), id: '0399' }] });
    const [, fields] = screen.getAllByRole('table');
    expect(textOf(fields)).toMatch('SIM 70, one hour in 2 of 2');
    expect(textOf(fields)).not.toMatch('SIM 80');
  });
});

describe('what is kept', () => {
  const kept = { selections: [{ id: 's1', name: 'Same room', ads: ['0302'] }], notes: [{ ad: '0301', text: 'Ask.' }] };

  it('adds an ad to a selection and removes it', async () => {
    const onput = vi.fn();
    const props = { kept, lasting: true, onput, oncreate: vi.fn(), onnote: vi.fn() };
    const { rerender } = render(KeepAd, { ...props, adId: '0301' });
    await fireEvent.click(screen.getByRole('checkbox', { name: /Same room/ }));
    expect(onput).toHaveBeenLastCalledWith({ id: 's1', name: 'Same room', ads: ['0302', '0301'] });
    await rerender({ adId: '0302' });
    await fireEvent.click(screen.getByRole('checkbox', { name: /Same room/ }));
    expect(onput).toHaveBeenLastCalledWith({ id: 's1', name: 'Same room', ads: [] });
  });

  it('says when the browser keeps nothing', () => {
    render(KeepAd, { kept, lasting: false, onput: vi.fn(), oncreate: vi.fn(), onnote: vi.fn(), adId: '0301' });
    expect(screen.getByText(/This browser refuses storage/)).toBeTruthy();
    expect((screen.getByLabelText('Note on this ad') as HTMLTextAreaElement).value).toBe('Ask.');
  });

  it('restores a deleted selection, and moves the focus to the undo button', async () => {
    const onundo = vi.fn();
    const actions = { onput: vi.fn(), ondelete: vi.fn(), onundo, onexport: vi.fn() };
    render(KeptPage, {
      kept: { selections: [], notes: [] },
      lasting: true,
      deleted: kept.selections[0],
      link,
      ...actions,
    });
    const undo = screen.getByRole('button', { name: 'Undo' });
    await expect.poll(() => document.activeElement).toBe(undo);
    await fireEvent.click(undo);
    expect(onundo).toHaveBeenCalledOnce();
  });
});

it('suggests first the filter whose removal finds the most ads', async () => {
  const onask = vi.fn();
  render(NothingFound, {
    asked: { facets: { town: ['Ostrel'], price: { to: 10 } }, text: 'tea' },
    sites: header.sites,
    count: async ({ facets, text }: AskedSearch) => (facets.price ? (text ? 0 : 3) : 12),
    onask,
  });
  const buttons = await screen.findAllByRole('button', { name: /^Remove/ });
  expect(buttons.map(textOf)).toEqual(['Remove Price of an hour, SIM: up to 10', 'Remove “tea”']);
  await fireEvent.click(buttons[0] as HTMLElement);
  expect(onask).toHaveBeenCalledWith({ facets: { town: ['Ostrel'] }, text: 'tea' });
});
