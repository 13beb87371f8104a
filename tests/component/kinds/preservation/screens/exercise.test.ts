import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { chooseFlagged, openWorkbench, press, write } from '../../../../support/kinds/preservation/open-bench.ts';
import { MARKET } from '../../../../support/kinds/preservation/small-market.ts';

const CLOSED = MARKET.ads.find(({ withheld }) => withheld)?.id ?? '';

describe('before the first capture', () => {
  test('authority requires a legal basis and a purpose, and names the missing one', async () => {
    const { acts } = await openWorkbench();
    await write('Legal basis', 'Order OST-0312');
    await press('Note the authority');
    expect(acts).toEqual([]);
    const purpose = screen.getByLabelText(/Purpose and scope/);
    expect(purpose.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(purpose);
    await write(/Purpose and scope/, 'keep one ad');
    await press('Note the authority');
    expect(acts).toEqual([
      {
        type: 'authority.noted',
        legalBasis: 'Order OST-0312. Purpose: keep one ad',
        actor: 'Analyst 4',
        role: 'analyst',
      },
    ]);
    expect(document.activeElement).toBe(screen.getAllByRole('button', { name: 'Note it anew' })[0]);
  });

  test('the two clocks differ by 37 s, and any stated offset is accepted, right or wrong', async () => {
    const { acts } = await openWorkbench();
    expect(screen.getByText('2031-03-12 10:52:46')).toBeTruthy();
    expect(screen.getByText('2031-03-12 10:52:09')).toBeTruthy();
    await write(/Offset of this workstation/, 'half a minute');
    await press('Note the clock check');
    expect(screen.getByText(/Write a whole number/)).toBeTruthy();
    expect(acts).toEqual([]);
    await write(/Offset of this workstation/, '-37');
    await press('Note the clock check');
    expect(acts).toMatchObject([{ type: 'clock.checked', offsetSeconds: -37 }]);
    expect(screen.getByText('Noted as: 37 s behind UTC')).toBeTruthy();
  });

  test('a case may set another offset, and the clock shows it', async () => {
    await openWorkbench([], {}, -9);
    expect(screen.getByText('2031-03-12 10:52:00')).toBeTruthy();
  });
});

describe('capturing', () => {
  test('records status, size and hash of the bytes that the site sends, and shows the exchange', async () => {
    const { acts, see } = await openWorkbench();
    await press('Capture the page');
    const { body } = see('0301').served;
    expect(acts).toMatchObject([{ type: 'page.captured', ad: '0301', status: 200, bytes: body.length }]);
    expect(screen.getByText(/GET \/services\/ad\?id=0301&from=list HTTP\/1\.1/)).toBeTruthy();
    expect(screen.getByText(/last-modified/)).toBeTruthy();
  });

  test('shows the workstation clock of the capture, and its offset only after the check', async () => {
    await openWorkbench();
    await press('Capture the page');
    expect(screen.getByText('2031-03-12 10:52:46, not compared with a reference')).toBeTruthy();
    await write(/Offset of this workstation/, '37');
    await press('Note the clock check');
    expect(screen.getByText('2031-03-12 10:52:46, noted as 37 s ahead of UTC')).toBeTruthy();
  });

  test('the child-material check can be noted once', async () => {
    const { acts } = await openWorkbench();
    await press('Note: nothing points to a child');
    await press('Checked: nothing points to a child');
    expect(acts).toHaveLength(1);
  });

  test('a page that is gone is captured with its error response', async () => {
    const { acts } = await openWorkbench([{ ad: '0301', at: '2031-03-12T10:00:00Z', change: 'removed' }]);
    expect(screen.getByText(/The site answers 404/)).toBeTruthy();
    await press('Capture the page');
    expect(acts).toMatchObject([{ type: 'page.captured', status: 404 }]);
    expect(screen.getByText('404, no longer available')).toBeTruthy();
  });

  test('a withheld ad has its closed card and its address, and the address can be reported', async () => {
    const { acts } = await openWorkbench();
    await chooseFlagged('0303');
    expect(screen.getByText('Report the address; never copy.')).toBeTruthy();
    expect(screen.getByText('https://ostrel-smallads.example/services/ad?id=0303&from=list')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Capture/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Write the record/ })).toBeNull();
    await press('Report the address');
    expect(acts).toEqual([]);
    await write(/To whom does the address go/, 'Child protection');
    await press('Report the address');
    expect(acts).toMatchObject([{ type: 'closed-card.reported', ad: '0303', to: 'Child protection' }]);
    expect(screen.getByText('Address reported to: Child protection')).toBeTruthy();
  });

  test('a copy of a closed card needs a second confirmation, and is then logged', async () => {
    const { acts } = await openWorkbench();
    await chooseFlagged('0303');
    await press('Download a copy');
    expect(acts).toEqual([]);
    await fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Not now' }));
    expect(acts).toEqual([]);
    await press('Download a copy');
    await fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Download a copy' }));
    expect(acts).toMatchObject([{ type: 'page.captured', ad: '0303', status: 451 }]);
  });

  test('a copy of a closed card is reported as a red line at once, and offers no further work on it', async () => {
    await openWorkbench();
    await chooseFlagged('0303');
    await press('Download a copy');
    await fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Download a copy' }));
    expect(screen.getByRole('alert').textContent).toContain('crosses a red line');
    expect(screen.queryByRole('button', { name: 'Download a copy' })).toBeNull();
    await press('Finish at the bench');
    expect(screen.getByRole('dialog').textContent).not.toMatch(/EV-001|Ad 0303/);
  });
});

describe('the record', () => {
  test('shows an error beside each missing field and moves the focus to the first', async () => {
    const { acts } = await openWorkbench();
    await press('Capture the page');
    await press('Write the record');
    expect(acts).toHaveLength(1);
    expect(screen.getByText('Write or paste the address of the page.')).toBeTruthy();
    expect(screen.getByText('Write the moment of the capture.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Exact address'));
  });

  test('refuses a time without zone, but never discloses whether a well-formed answer is right', async () => {
    const { acts } = await openWorkbench();
    await press('Capture the page');
    await write('Exact address', 'https://ostrel-smallads.example/services/ad');
    await write(/Time of capture/, '2031-03-12 11:52:09');
    await fireEvent.click(screen.getByLabelText(/Phone \+999 555 010 02/));
    await press('Write the record');
    expect(screen.getByText(/with the T and the Z/)).toBeTruthy();
    await write(/Time of capture/, '2031-03-12T11:52:46Z');
    await press('Write the record');
    expect(acts.at(-1)).toMatchObject({
      type: 'record.written',
      item: 'EV-001',
      identifiers: ['phone:+999 555 010 02'],
    });
    expect(document.querySelector('.field__error')).toBeNull();
  });

  test('a button fills in the whole address of the pane', async () => {
    await openWorkbench();
    await press('Capture the page');
    await press('Copy the address of the pane');
    expect((screen.getByLabelText('Exact address') as HTMLInputElement).value).toBe(
      'https://ostrel-smallads.example/services/ad?id=0301&from=list',
    );
  });

  test('an unfinished record survives a switch to another ad', async () => {
    await openWorkbench([], { suggested: ['0301', '0302'] });
    await press('Capture the page');
    await write(/Time of capture/, '2031-03-12T10');
    await chooseFlagged('0302');
    await chooseFlagged('0301');
    expect((screen.getByLabelText(/Time of capture/) as HTMLInputElement).value).toBe('2031-03-12T10');
  });

  test('an unfinished record survives a reload, and an unreadable draft is ignored', async () => {
    let kept: unknown;
    await openWorkbench([], {
      keepDraft: (drafts) => {
        kept = JSON.parse(JSON.stringify(drafts));
      },
    });
    await press('Capture the page');
    await write(/Time of capture/, '2031-03-12T10');
    expect(kept).toMatchObject({ 'EV-001': { time: '2031-03-12T10' } });
    cleanup();
    for (const [draft, time] of [
      [kept, '2031-03-12T10'],
      [{ 'EV-001': { time: 5, identifiers: 'x' } }, ''],
      ['nothing', ''],
    ] as const) {
      await openWorkbench([], { draft });
      await press('Capture the page');
      expect((screen.getByLabelText(/Time of capture/) as HTMLInputElement).value).toBe(time);
      cleanup();
    }
  });

  test('offers identifiers that the page does not show beside those it shows', async () => {
    await openWorkbench();
    await press('Capture the page');
    const group = screen.getByRole('group', { name: 'Identifiers on the page' });
    const offered = within(group).getAllByRole('checkbox');
    expect(offered.length).toBeGreaterThan(4);
    expect(within(group).getByLabelText(/Phone \+999 555 010 01/)).toBeTruthy();
    expect(within(group).getByLabelText(/Phone \+999 555 010 02/)).toBeTruthy();
  });
});

describe('original and copies', () => {
  test('the hash is recomputed over the captured bytes, even when the page has changed since', async () => {
    const { acts } = await openWorkbench([{ ad: '0301', at: '2031-03-12T10:53:00Z', change: 'edited' }]);
    await press('Capture the page');
    expect(screen.getByText(/The page has changed since EV-001 was captured/)).toBeTruthy();
    await press('Read the hash back');
    await screen.findByText('equal');
    expect(acts[1]).toMatchObject({ type: 'hash.verified', sha256: (acts[0] as { sha256: string }).sha256 });
    expect(screen.getByText('equal')).toBeTruthy();
  });

  test('an original is sealed once', async () => {
    const { acts } = await openWorkbench();
    await press('Capture the page');
    await press('Seal the original, make a working copy');
    await press('Original sealed, working copy made');
    expect(acts.filter((action) => action.type === 'copy.sealed')).toHaveLength(1);
  });
});

describe('log and leaving', () => {
  test('every act is a row of the custody log and is announced', async () => {
    await openWorkbench();
    await press('Note: nothing points to a child');
    await press('Capture the page');
    const rows = within(screen.getByRole('table', { name: /Who did what/ })).getAllByRole('row');
    expect(rows).toHaveLength(3);
    expect(rows[2]?.textContent).toContain('captured the answer of the site and its headers');
    expect(screen.getByText(/2 entries, each fits the one before it/)).toBeTruthy();
    const said = screen.getAllByRole('status').map((status) => status.textContent);
    expect(said).toContain('Entry 2: captured the answer of the site and its headers, EV-001, ad 0301.');
  });

  test('finishing asks first, names open points, and does not demand a copy of a withheld ad', async () => {
    const { commit } = await openWorkbench();
    await press('Finish at the bench');
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText('Flagged, and no page captured: 0301.')).toBeTruthy();
    expect(within(dialog).getByText('The clock is not checked.')).toBeTruthy();
    expect(commit).not.toHaveBeenCalled();
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Finish' }));
    expect(commit).toHaveBeenCalledOnce();
  });

  test('the whole list can be searched by what an ad shows', async () => {
    await openWorkbench([], { suggested: [] });
    expect(screen.getByText('No ad is flagged')).toBeTruthy();
    await write(/Search text/, '010 02');
    expect(screen.getByText('1 ad')).toBeTruthy();
    await write(/Search text/, 'nowhere');
    await press('Clear the search');
    expect(screen.getByText(`${MARKET.ads.length} ads`)).toBeTruthy();
  });

  test('opens on the ads that the case is about, and lists them before flagged ads', async () => {
    await openWorkbench([], { ofCase: ['0302'], suggested: ['0301', '0302'] });
    expect(screen.getByRole('heading', { name: 'Ad 0302 on the bench' })).toBeTruthy();
    const rows = (name: RegExp) =>
      within(screen.getByRole('list', { name }))
        .getAllByRole('button')
        .map((row) => row.textContent?.match(/\d{4}/)?.[0]);
    expect(rows(/^Ads that the case names/)).toEqual(['0302']);
    expect(rows(/^Ads you flagged/)).toEqual(['0301']);
  });

  test('mentions judged ads only where the list has one', async () => {
    await openWorkbench([], { ofCase: ['0302'], told: ['0302'], suggested: [] });
    expect(screen.getByRole('list', { name: 'Ads that the case names' })).toBeTruthy();
    cleanup();
    await openWorkbench([], { ofCase: ['0302', '0301'], told: ['0302'], suggested: [] });
    expect(screen.getByRole('list', { name: /^Ads that the case names, and .* that you judged$/ })).toBeTruthy();
  });

  test('opens on a closed card only where the case is about nothing else', async () => {
    await openWorkbench([], { ofCase: [CLOSED, '0302'], suggested: [] });
    expect(screen.getByRole('heading', { name: 'Ad 0302 on the bench' })).toBeTruthy();
    expect(screen.queryByText('No ad is flagged')).toBeNull();
    cleanup();
    await openWorkbench([], { ofCase: [CLOSED], suggested: [] });
    expect(screen.getByRole('heading', { name: `Ad ${CLOSED} on the bench` })).toBeTruthy();
  });

  test('names the flags that it leaves out, and demands no copy of them', async () => {
    await openWorkbench([], { suggested: [], leftOut: ['0301'] });
    expect(screen.getByText(/^Ad 0301 is not in this list any more/)).toBeTruthy();
    await press('Finish at the bench');
    expect(within(screen.getByRole('dialog')).queryByText(/Flagged, and no page captured/)).toBeNull();
  });

  test('a read-only bench has no controls', async () => {
    await openWorkbench([], { readOnly: true });
    expect(screen.queryByRole('button', { name: /Capture|Note|Finish|Do it|Make unreadable/ })).toBeNull();
  });
});
