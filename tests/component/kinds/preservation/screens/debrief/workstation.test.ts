import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { isComplete } from '#evidence/letters/model/letter-parts.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { serveContext } from '#kinds/preservation/model/serve-context.ts';
import { emptyDraft, letterOf, letterProblems, withKept } from '#kinds/preservation/screens/case/letter-draft.ts';
import DebriefFaults from '#kinds/preservation/screens/debrief/DebriefFaults.svelte';
import RubricTable from '#kinds/preservation/screens/debrief/RubricTable.svelte';
import { adAtAddress } from '#kinds/preservation/screens/page/ad-at-address.ts';
import { openWorkbench, pick, press, write } from '../../../../../support/kinds/preservation/open-bench.ts';
import { MARKET, NOW } from '../../../../../support/kinds/preservation/small-market.ts';

const ADDRESS = 'https://ostrel-smallads.example/services/ad?id=0302&from=list';
const around = () => within(screen.getByRole('region', { name: 'Around the record' }));
const chooseAround = (act: string) => pick(around().getByLabelText('What do you do?'), act);
const chooseForItem = (act: string) =>
  pick(within(screen.getByRole('region', { name: /What else happens/ })).getByLabelText('What do you do?'), act);
const last = (acts: readonly PreservationAction[]) => acts.at(-1);

describe('the web of the case', () => {
  test('an address opens its ad in any spelling, and nothing outside the case', async () => {
    expect(adAtAddress(MARKET, ADDRESS)).toBe('0302');
    expect(adAtAddress(MARKET, ADDRESS.replace('list', 'search'))).toBe('0302');
    for (const wrong of ['', 'id=0302', ADDRESS.replace('0302', '0399'), ADDRESS.replace('ostrel', 'other')])
      expect(adAtAddress(MARKET, wrong)).toBeUndefined();
  });

  test('reports a redirect, keeps its response with the page, and offers both addresses', async () => {
    const to = { id: 'copies', name: 'Copies', host: 'copies.example' };
    const mirror = ADDRESS.replace('ostrel-smallads', 'copies');
    const { acts } = await openWorkbench([{ ad: '0302', at: NOW, change: 'moved', to }]);
    await write('Open an address', ADDRESS);
    await press('Open');
    expect(screen.getByText(/^Asked for/).textContent).toBe(
      `Asked for: ${ADDRESS}. That site answered 302 without a page and sent you on to ${mirror}.`,
    );

    await press('Capture the page');
    const exchange = screen.getByText('Request and answer, with headers').closest('details')?.textContent ?? '';
    expect(exchange).toMatch(/Answer 1\s*HTTP\/1\.1 302\s+location: https:\/\/copies\.example/);
    expect(exchange).toMatch(/Answer 2\s*HTTP\/1\.1 200/);

    await press('Copy the address asked for');
    await press('Copy the address of the pane for the answer');
    await write('Time of capture, UTC', NOW);
    await fireEvent.click(screen.getAllByRole('checkbox')[0] as HTMLElement);
    await press('Write the record');
    expect(last(acts)).toMatchObject({ type: 'record.written', url: ADDRESS, finalUrl: mirror });
  });

  test('reports a typed address that is not that of the ad', async () => {
    await openWorkbench();
    await write('Open an address', ADDRESS.replace('list', 'search'));
    await press('Open');
    expect(screen.getByRole('heading', { name: 'Ad 0302 on the bench' })).toBeTruthy();
    expect(screen.getByText(/^You typed/).textContent).toContain(`at its own address, ${ADDRESS}`);
  });

  test('the context of a page is captured with the bytes that the site sends at that time', async () => {
    const { acts } = await openWorkbench();
    await press('Account');
    await press('Capture the account’s page');
    const bytes = serveContext(MARKET, '0301', 'account', '2031-03-12T10:52:09Z') ?? new Uint8Array();
    expect(last(acts)).toMatchObject({ type: 'context.captured', ad: '0301', of: 'account', sha256: sha256Hex(bytes) });
    expect(screen.queryByRole('button', { name: 'Capture the page' })).toBeNull();
  });

  test('a screenshot is captured in the chosen extent, and shown under its bar', async () => {
    const { acts } = await openWorkbench();
    await press('Capture the look');
    expect(acts).toEqual([]);
    await fireEvent.click(screen.getByRole('radio', { name: 'A cut-out' }));
    await press('Capture the look');
    expect(last(acts)).toMatchObject({ type: 'look.captured', ad: '0301', extent: 'cropped' });
    const picture = screen.getByRole('img', { name: /page of ad 0301/, hidden: true }) as HTMLImageElement;
    const drawn = decodeURIComponent(picture.src.replace(/^[^,]*,/, ''));
    expect(sha256Hex(drawn)).toBe((last(acts) as { sha256: string }).sha256);
    expect(drawn).toContain('SYNTHETIC TRAINING MATERIAL');
  });
});

describe('the steps', () => {
  test('are listed as far as the log shows them, and completely only in the hint', async () => {
    await openWorkbench();
    expect(screen.getByText('Steps of good practice begun in your attempt log: 0 of 16')).toBeTruthy();
    await press('Note: nothing points to a child');
    const steps = screen.getByRole('region', { name: /2 of 16/ });
    expect(within(steps).getByText('Look for child material', { selector: 'ul li' })).toBeTruthy();
    expect(within(steps).getByText('Disclosure noted').closest('details')?.open).toBe(false);
  });
});

describe('one act after the other', () => {
  test('a form requires each line, and the act is logged', async () => {
    const { acts } = await openWorkbench();
    await press('Capture the page');
    await chooseForItem('note.written');
    await press('Do it');
    expect(screen.getAllByText('Fill this in.')).toHaveLength(2);
    await pick(screen.getByLabelText('Where'), 'original');
    await write('The remark', 'looks odd');
    await press('Do it');
    expect(last(acts)).toMatchObject({ type: 'note.written', item: 'EV-001', on: 'original', text: 'looks odd' });
    expect(screen.getByText('Done, and entered into the custody log.')).toBeTruthy();
  });

  test('an irreversible act needs a second confirmation, and cancelling leaves no log entry', async () => {
    const { acts } = await openWorkbench();
    await chooseAround('shortcut.payment');
    await fireEvent.click(around().getByRole('button', { name: 'Do it' }));
    const dialog = () => within(screen.getByRole('dialog'));
    await fireEvent.click(dialog().getByRole('button', { name: 'Not now' }));
    expect(acts).toEqual([]);
    await fireEvent.click(around().getByRole('button', { name: 'Do it' }));
    await fireEvent.click(dialog().getByRole('button', { name: 'Do it now' }));
    expect(acts).toMatchObject([{ type: 'shortcut.taken', shortcut: 'payment' }]);
    expect(screen.getByText('Done. The custody log holds no entry of it.')).toBeTruthy();
    expect(screen.getByText('Nothing is logged yet')).toBeTruthy();
  });

  test('a redacted line is unreadable in the working copy, and the original is unchanged', async () => {
    const { acts } = await openWorkbench();
    await press('Capture the page');
    await press('Seal the original, make a working copy');
    await fireEvent.click(
      screen.getByRole('button', { name: 'Make unreadable: Phone: +999 555 010 01', hidden: true }),
    );
    expect(last(acts)).toMatchObject({ type: 'bystander.redacted', item: 'EV-001', what: 'f:phone' });
    expect(screen.getByText('▒▒▒')).toBeTruthy();
    await press('Read the hash back');
    expect(await screen.findByText('equal')).toBeTruthy();
  });

  test('says that only one copy exists before sealing', async () => {
    await openWorkbench();
    await press('Capture the page');
    expect(screen.getByText('The one copy of EV-001 there is')).toBeTruthy();
  });

  test('the hash to be time-stamped is that over the hashes of the captures', async () => {
    const { acts, see } = await openWorkbench();
    await chooseAround('timestamp.requested');
    expect(screen.getByText('There is nothing to stamp yet')).toBeTruthy();
    await press('Capture the page');
    await press('Send this hash to be stamped');
    const lines = `${sha256Hex(see('0301', '2031-03-12T10:52:09Z').served.body)}  EV-001\n`;
    expect(last(acts)).toMatchObject({ type: 'timestamp.requested', sha256: sha256Hex(lines) });
  });

  test('a note on disclosure names the places that were ticked', async () => {
    const { acts } = await openWorkbench();
    await press('Capture the page');
    await chooseAround('disclosure.noted');
    await fireEvent.click(around().getByRole('checkbox', { name: 'Call first.' }));
    await write('Failures and gaps', 'none');
    await press('Enter the note on disclosure');
    expect(last(acts)).toMatchObject({ type: 'disclosure.noted', pointsAway: ['0301 s2'], failures: 'none' });
  });
});

describe('the request to keep data', () => {
  const subject = { ads: ['0301'], accounts: ['a-0001'], urls: [ADDRESS.replace('0302', '0301')] };

  test('can be filled in completely, and can be sent empty', async () => {
    const empty = emptyDraft();
    expect(letterProblems(empty)).toEqual({});
    expect(isComplete(letterOf(empty), subject)).toBe(false);
    const draft = withKept(empty, MARKET, ['0301', '0301']);
    const letter = {
      ...letterOf({ ...draft, days: ' 90 ' }),
      to: 'ostrel-smallads',
      authority: 'Unit 4',
      contact: 'desk',
      offence: 'trafficking',
      facts: 'ad 0301: one number',
      custodian: 'the site',
      urgency: 'ads vanish within hours',
      intent: 'order' as const,
      confidentiality: 'the account holder is not told, by the order',
      data: ['subscriber' as const],
      from: '2031-03-01T00:00:00Z',
      until: '2031-03-12T00:00:00Z',
    };
    expect(letter).toMatchObject({ ads: ['0301'], accounts: ['a-0001'], days: 90 });
    expect(isComplete(letter, subject)).toBe(true);
    const xs = { authority: 'x', contact: 'x', facts: 'x', custodian: 'x', urgency: 'x', confidentiality: 'x' };
    expect(isComplete({ ...letter, ...xs }, subject)).toBe(false);
  });

  test('a malformed period or time is refused beside its field', async () => {
    const { acts } = await openWorkbench();
    await chooseAround('request.entered');
    await write('Period asked for, in days', 'ninety');
    await write('From', '1 March');
    await press('Send the request');
    expect(acts).toEqual([]);
    expect(screen.getByText('Write a whole number.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('From'));
  });
});

describe('a picture of a page', () => {
  test('is mentioned where no page is captured, and does not count as a capture', async () => {
    await openWorkbench();
    expect(screen.getByText('No page of this ad is captured yet')).toBeTruthy();
    await fireEvent.click(screen.getByLabelText('The whole page'));
    await press('Capture the look');
    expect(screen.getByText('No page capture yet. There is a picture.')).toBeTruthy();
    expect(screen.queryByText('No page of this ad is captured yet')).toBeNull();
  });
});

describe('EV-100 in the debrief', () => {
  const figure = (line: string, value: number, of: number) => ({
    id: `rubric.${line}`,
    value,
    count: [value, of] as const,
  });

  test('lists each line with its points, and names the failed gate', () => {
    render(RubricTable, {
      props: {
        figures: [figure('authority', 6, 6), figure('order', 0, 10), figure('hash', 5, 10)],
        sentences: [
          { id: 'gate.never.shut', params: { count: 1, nevers: 'payment' }, events: [] },
          { id: 'gate.order.request', params: {}, events: [] },
          { id: 'never.payment', params: {}, events: [] },
        ],
        base: '/',
      },
    });
    const states = screen.getAllByRole('row').map((row) => row.querySelector('.verdict')?.textContent?.trim());
    expect(states.slice(1)).toEqual(['In full', 'Not earned', 'In part']);
    expect(screen.getByText('Sum of the lines: 11 of 100 points.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'A payment' }).getAttribute('href')).toBe('#never-payment');
    expect(screen.getByText(/no request to keep data had gone out before it/)).toBeTruthy();
    expect(screen.getByText(/costs all ten points of the line “Kept before notified”/)).toBeTruthy();
    expect(screen.queryByText(/Money was paid/)).toBeNull();
  });

  test('says where an error is visible', () => {
    const places = ['EV-002', '0301 s2', '0301 f:phone', '0301 v1:s4', '0301 c3', 'ad 0302', 'entry 7'];
    const finding = { kind: 'miss', at: { locator: 'E18' }, reason: 'error.E18', places, sources: [] } as const;
    render(DebriefFaults, {
      props: { findings: [finding], sentences: [{ id: 'error.E18.silent', params: {}, events: [] }], base: '/' },
    });

    expect(screen.getByText(/^Something on the kept pages points away from guilt/)).toBeTruthy();
    expect(screen.getByText(/^Where it shows/).textContent).toBe(
      'Where it shows: EV-002; ad 0301, sentence 2; ad 0301, phone; ad 0301, earlier line; ad 0301, comment 3; ad 0302; custody entry 7.',
    );
  });
});
