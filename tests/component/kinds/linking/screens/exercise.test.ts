import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Market } from '#market/ads/model/market.ts';
import { sitAtBoard } from '../../../../support/kinds/linking/analyst.ts';
import { RECORDS } from '../../../../support/market/records.ts';
import { SMALL_MARKET } from '../../../../support/market/small-market.ts';

const list = () => screen.getByRole('list', { name: 'Ads that were found' });
const found = () =>
  within(list())
    .getAllByRole('button')
    .map((row) => row.textContent?.match(/\d{4}/)?.[0]);
const said = (words: RegExp) => screen.getAllByRole('status').some((region) => words.test(region.textContent ?? ''));
const node = (name: RegExp) => screen.getByRole('button', { name });

const LINKED = {
  board: ['0302', '0304', '0301'],
  edges: [{ a: '0302', b: '0304', kind: 'shared-phone' }],
  groups: [{ id: 'network-1', name: 'North', ads: ['0302'] }],
};

describe('the board', () => {
  it('finds the ads with the same phone from the page of one', async () => {
    const { click } = sitAtBoard();
    await click(/^0302/);
    expect(document.activeElement?.textContent).toBe('Ad 0302');
    await click(/Look for this phone in other ads/);
    expect(found()).toEqual(['0302', '0304']);
    await click('Show all ads');
    expect(found()).toHaveLength(6);
  });

  it('shows records where the brief says so, and finds other ads by them', async () => {
    const market: Market = {
      ...SMALL_MARKET,
      ads: SMALL_MARKET.ads.map((ad) => (['0301', '0305'].includes(ad.id) ? { ...ad, records: RECORDS } : ad)),
    };
    const { click } = sitAtBoard({ board: ['0305'] }, { market, brief: { records: true } });
    await click(/^0301/);
    expect(screen.getByText('Came in: SIM 120. Went out: SIM 90.')).toBeTruthy();
    await fireEvent.click(screen.getByText('$sim-b9', { selector: 'button', exact: false }));
    expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('"$sim-b9"');
    await click(/^0301/);
    expect(found()).toEqual(['0301', '0305']);
    expect(screen.getByRole('option', { name: 'Money that ends in one account' })).toBeTruthy();
  });

  it('shows no record where the brief does not say so', async () => {
    const market = { ...SMALL_MARKET, ads: SMALL_MARKET.ads.map((ad) => ({ ...ad, records: RECORDS })) };
    const { click } = sitAtBoard({ board: ['0305'] }, { market });
    await click(/^0301/);
    expect(screen.getByRole('option', { name: 'The same phone number' })).toBeTruthy();
    expect(screen.queryByText(/Records, as a lawful request/)).toBeNull();
    expect(screen.queryByRole('option', { name: 'Money that ends in one account' })).toBeNull();
  });

  it('offers only the ads of the brief', () => {
    sitAtBoard({}, { brief: { ads: ['0301', '0302'] } });
    expect(found()).toEqual(['0301', '0302']);
  });

  it('does not link a withheld ad, and shows only neutral facts of it', async () => {
    const { click } = sitAtBoard();
    await click(/^0303/);
    expect(screen.getByText('You cannot link a withheld ad here.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Put on the board' })).toBeNull();
  });

  it('links two ads by a reason and draws the line', async () => {
    const { click, choose, response } = sitAtBoard({ board: ['0304'] });
    await click(/^0302/);
    await choose('Other ad', '0304');
    expect(screen.getByRole('region', { name: /0304/ })).toBeTruthy();
    await choose('What both show', 'shared-phone');
    await click('Link them');
    expect(response().board).toEqual(['0304', '0302']);
    expect(response().edges).toEqual([{ a: '0302', b: '0304', kind: 'shared-phone' }]);
    expect(said(/Linked 0302 and 0304: phone/)).toBe(true);
    expect(node(/^0302: Sela.*Linked with 0304: phone\.$/)).toBeTruthy();
  });

  it('shows an error beside a missing field, and does not link', async () => {
    const { click, choose, acts } = sitAtBoard(LINKED);
    await click(/^0302 Sela.*on the board/);
    await click('Link them');
    expect(screen.getByText('Choose the other ad.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Other ad' }));
    await choose('Other ad', '0304');
    await choose('What both show', 'shared-phone');
    await click('Link them');
    expect(screen.getByText('These two ads are already linked for this reason. Choose another reason.')).toBeTruthy();
    expect(acts).toEqual([]);
  });

  it('draws what was linked and nothing that was not: 0302 and 0304 also share a room', () => {
    const { container } = sitAtBoard(LINKED);
    expect([...container.querySelectorAll('.link__word')].map((word) => word.textContent?.trim())).toEqual(['phone']);
    expect(node(/^0301: .*Linked with no other ad\.$/)).toBeTruthy();
  });

  it('shows the same links in the table as in the drawing', () => {
    sitAtBoard(LINKED);
    const table = screen.getByRole('table', { name: 'What you have linked', hidden: true });
    const rows = within(table).getAllByRole('row', { hidden: true }).slice(1);
    expect(rows.map((row) => row.textContent?.replaceAll(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^0302 Sela.*NorthLinked with 0304: phone\.$/),
      expect.stringMatching(/^0304 Bel.*In noneLinked with 0302: phone\.$/),
      expect.stringMatching(/^0301 Mira.*In noneLinked with no other ad\.$/),
    ]);
  });

  it('hides the lines of a kind that is filtered out', async () => {
    const edges = [...LINKED.edges, { a: '0301', b: '0302', kind: 'same-room' }];
    const { container } = sitAtBoard({ ...LINKED, edges });
    await fireEvent.click(screen.getByRole('checkbox', { name: 'phone' }));
    expect([...container.querySelectorAll('.link__word')].map((word) => word.textContent?.trim())).toEqual(['room']);
  });

  it('is walked by arrow keys and opens an ad with Enter', async () => {
    const { press } = sitAtBoard({ ...LINKED, board: ['0302', '0304'] });
    const start = node(/^0302 North: Sela/);
    start.focus();
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      await press(key);
      if (document.activeElement !== start) break;
    }
    expect(document.activeElement).toBe(node(/^0304: Bel/));
    await press('Enter');
    expect(document.activeElement?.textContent).toBe('Ad 0304');
  });

  it('puts ads into a network, renames it and dissolves it', async () => {
    const { click, choose, response } = sitAtBoard(LINKED);
    await choose('Network of ad 0304', 'network-1');
    expect(response().groups).toEqual([{ id: 'network-1', name: 'North', ads: ['0302', '0304'] }]);
    await fireEvent.change(screen.getByRole('textbox', { name: 'Name of North' }), { target: { value: 'Harbour' } });
    expect(response().groups[0]?.name).toBe('Harbour');
    await click(/^Add the network/);
    expect(response().groups.map(({ id }) => id)).toEqual(['network-1', 'network-2']);
    await click(/^Dissolve Harbour/);
    expect(response().groups.map(({ id }) => id)).toEqual(['network-2']);
  });

  it('removes an ad with its links, and restores all with one undo', async () => {
    const { click, press, response } = sitAtBoard(LINKED);
    await click('Take off ad 0302 and its links');
    expect(response()).toEqual({
      board: ['0304', '0301'],
      edges: [],
      groups: [{ id: 'network-1', name: 'North', ads: [] }],
    });
    await press('z', document.body, { ctrlKey: true });
    expect(new Set(response().board)).toEqual(new Set(LINKED.board));
    expect(response().edges).toEqual(LINKED.edges);
    expect(response().groups).toEqual(LINKED.groups);
    expect(said(/Undone: Ad 0302 taken off the board/)).toBe(true);
    await click('Redo');
    expect(response().edges).toEqual([]);
  });

  it('is read-only while another tab writes', () => {
    sitAtBoard(LINKED, { readOnly: true });
    for (const name of ['Undo', 'Finish linking', /^Take/, 'Add the network'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('asks before finishing, and names the unlinked ads', async () => {
    const { click, finished } = sitAtBoard(LINKED);
    await click('Finish linking');
    expect(screen.getByText('On the board, without a link and in no network: 0301.')).toBeTruthy();
    await click('Finish');
    expect(finished()).toBe(1);
  });
});
