import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import RefusedLocker from '#evidence/locker/screens/RefusedLocker.svelte';
import ReportView from '#evidence/locker/screens/ReportView.svelte';
import { reportGroups, shownGroups } from '#evidence/locker/screens/report-groups.ts';
import type { LockerReport } from '#evidence/locker/use-cases/locker-report.ts';
import { translator } from '#i18n/translator.ts';
import evidence from '#words/evidence/evidence.json' with { type: 'json' };
import messages from '#words/evidence/locker.json' with { type: 'json' };
import { forged } from '../../../../support/evidence/locker/forge-bag.ts';
import { reportAfter, smallLocker } from '../../../../support/evidence/locker/small-locker.ts';

const t = translator(messages);
const words = translator(evidence);
const locker = smallLocker();

const touch = (bag: Map<string, Uint8Array>, path: string) =>
  bag.set(path, Uint8Array.from([...(bag.get(path) ?? []), 32]));
const failing = (report: LockerReport) =>
  reportGroups(report)
    .filter(({ holds }) => !holds)
    .map(({ id }) => id);
const show = (report: LockerReport, print?: () => void) =>
  render(ReportView, { props: { report, name: 'locker.zip', bytes: 12, sha256: 'ab'.repeat(32), print } });
const partNamed = (name: string) => screen.getByText(name).closest('details') as HTMLElement;

describe('a report in groups', () => {
  test('lists every file of the locker once, the bag first and the items last', async () => {
    const report = await reportAfter();
    const groups = reportGroups(report);

    expect(groups.flatMap(({ paths }) => paths.map(({ path }) => path)).toSorted()).toEqual(
      report.paths.map(({ path }) => path).toSorted(),
    );
    expect(groups.map(({ part }) => part)).toEqual([
      'bag',
      'custody',
      'wacz',
      'timestamp',
      ...locker.items.map(() => 'item'),
    ]);
    expect(shownGroups(groups, 'fails')).toEqual([]);
  });

  test('groups each fault by its place: item, log, collection, time stamp, bag', async () => {
    const page = 'data/items/EV-002/page.html';
    expect(failing(await reportAfter((bag) => touch(bag, page)))).toEqual(['EV-002']);
    expect(failing(await reportAfter((bag) => touch(bag, 'README.txt')))).toEqual(['bag']);
    expect(failing(await reportAfter((bag) => touch(bag, 'data/locker.wacz')))).toContain('wacz');
    expect(failing(await reportAfter((bag) => touch(bag, 'timestamps/manifest-sha256.tsq')))).toContain('timestamp');
    const cut = await reportAfter((bag) => bag.set('data/custody.jsonl', new Uint8Array(0)));
    expect(failing(cut)).toContain('custody');
  });

  test('lists missing files and unlisted files', async () => {
    const page = 'data/items/EV-001/page.html';
    const groups = reportGroups(
      await reportAfter((bag) => {
        bag.delete(page);
        bag.set('data/items/EV-001/more.txt', Uint8Array.from([1]));
      }),
    );
    const states = new Map(groups.flatMap(({ paths }) => paths.map(({ path, state }) => [path, state])));

    expect(states.get(page)).toBe('missing');
    expect(states.get('data/items/EV-001/more.txt')).toBe('fails');
  });

  test('counts a gap in a record as a remark, not as a fault', async () => {
    const report = await reportAfter();
    const [first, ...rest] = report.items;
    const gapped = { ...report, items: [{ ...first, gaps: ['no-time'] }, ...rest] } as LockerReport;

    expect(shownGroups(reportGroups(gapped), 'noted').map(({ id }) => id)).toEqual([first?.folder]);
    expect(shownGroups(reportGroups(gapped), 'fails')).toEqual([]);
  });
});

describe('the report on the screen', () => {
  test('says what was compared with the log, and names each file that the log does not cover', async () => {
    const more = 'data/notes.txt';
    const report = await reportAfter((bag) => {
      for (const [path, bytes] of forged(bag, { [more]: 'more' })) bag.set(path, bytes);
    });
    const states = new Map(reportGroups(report).flatMap(({ paths }) => paths.map(({ path, state }) => [path, state])));
    show(report);
    const listIn = (head: string) => screen.getByRole('heading', { name: head }).parentElement as HTMLElement;

    expect(states.get(more)).toBe('open');
    expect(states.get('data/items/EV-001/page.html')).toBe('logged');
    expect(
      within(listIn(evidence['cover.compared'])).getByText(/pages 2 of 2, pictures and context \(the log names none\)/),
    ).toBeTruthy();
    expect(within(listIn(evidence['cover.open'])).getByText(new RegExp(more))).toBeTruthy();
  });

  test('shows no part or file as compared that was not, and no time stamp that is not there', async () => {
    const report = await reportAfter((bag) => {
      const path = 'data/items/EV-001/record.json';
      const text = Buffer.from(bag.get(path) ?? []).toString();
      const changes = { [path]: text.replace(/"operator":"[^"]*"/, '"operator":"Judge of the court"') };
      for (const [name, bytes] of forged(bag, changes)) bag.set(name, bytes);
    });
    show(report);
    await fireEvent(window, new Event('beforeprint'));
    const signOf = (place: Element | null | undefined) => place?.querySelector('.verdict')?.className ?? '';
    const rowOf = (name: string) => screen.getByText(name).closest('tr');

    expect(screen.getByText(words('claim.short.contradicts'))).toBeTruthy();
    expect(partNamed(t('part.timestamp')).querySelector('summary')?.textContent).toContain(t('state.no-stamp'));
    expect(partNamed(t('part.wacz')).querySelector('summary')?.textContent).toContain(t('state.partly'));
    for (const part of ['part.timestamp', 'part.wacz'] as const) expect(signOf(partNamed(t(part)))).not.toMatch(/hit/);
    for (const name of ['data/report.html', 'data/uco/case.jsonld', 'bag-info.txt', 'README.txt']) {
      expect(rowOf(name)?.textContent, name).toContain(words('file.state.unchecked'));
      expect(signOf(rowOf(name)), name).not.toMatch(/hit/);
    }
    expect(partNamed(t('part.item', { item: 'EV-001' })).textContent).toContain(words('item.page.logged'));
    await fireEvent(window, new Event('afterprint'));
  });

  test('explains each failed check in words with its place, unfolded', async () => {
    show(await reportAfter((bag) => touch(bag, 'data/items/EV-002/page.html')));
    const part = within(partNamed(t('part.item', { item: 'EV-002' })));

    expect(screen.getByText(words('claim.short.inconsistent'))).toBeTruthy();
    expect(part.getByText(/at least one byte of the file or of that line was changed/)).toBeTruthy();
    expect(part.getByText('page.html').closest('tr')?.textContent).toContain(words('file.state.fails'));
    expect(part.getByText('visual.svg').closest('tr')?.textContent).toContain(words('file.state.unchecked'));
  });

  test('calls an intact locker consistent, and compares a hash that the reader enters', async () => {
    const report = await reportAfter();
    show(report, () => undefined);
    expect(screen.getByText(words('claim.short.consistent'))).toBeTruthy();
    expect(screen.getByText(/can compute all of it anew/)).toBeTruthy();

    const field = screen.getByLabelText(new RegExp(t('report.head.ask')));
    await fireEvent.input(field, { target: { value: '0'.repeat(64) } });
    expect(screen.getByText(words('claim.short.head'))).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');

    await fireEvent.input(field, { target: { value: report.custody.head.toUpperCase() } });
    expect(screen.getByText(/is the hash of the last custody entry\. If somebody copied it earlier/)).toBeTruthy();
    expect(screen.getByText(words('claim.short.consistent'))).toBeTruthy();
  });

  test('can filter to failed checks', async () => {
    show(await reportAfter((bag) => touch(bag, 'data/items/EV-002/page.html')));
    await fireEvent.click(screen.getByLabelText(t('filter.fails')));

    const parts = [...document.querySelectorAll('summary .name')].map(({ textContent }) => textContent);
    expect(parts).toEqual([t('part.item', { item: 'EV-002' })]);
  });

  test('says that no check fails', async () => {
    show(await reportAfter());
    await fireEvent.click(screen.getByLabelText(t('filter.fails')));

    expect(screen.getByText(t('filter.none.fails'))).toBeTruthy();
    expect(document.querySelectorAll('details')).toHaveLength(0);
  });

  test('unfolds everything for printing, and folds it again', async () => {
    show(await reportAfter());
    expect(screen.queryByText('page.html')).toBeNull();

    await fireEvent(window, new Event('beforeprint'));
    expect(screen.getAllByText('page.html')).toHaveLength(locker.items.length);
    await fireEvent(window, new Event('afterprint'));
    expect(screen.queryByText('page.html')).toBeNull();
  });

  test('renders a long list completely, in steps', async () => {
    const report = await reportAfter();
    const many = Array.from({ length: 90 }, (_, n) => ({
      path: `data/items/EV-${100 + n}/page.html`,
      item: `EV-${100 + n}`,
      sha256: 'ab'.repeat(32),
      holds: true,
    }));
    show({ ...report, paths: many, items: [] });

    expect(document.querySelectorAll('details').length).toBeLessThan(90);
    await expect.poll(() => document.querySelectorAll('details').length).toBe(90);
  });
});

describe('a refused locker', () => {
  test('lists each entry for which it was refused, and shortens a list of thousands', () => {
    const issues = Array.from({ length: 60 }, (_, n) => ({
      code: 'zip.slip',
      severity: 'error' as const,
      path: [],
      params: { name: `../${n}` },
    }));
    render(RefusedLocker, { props: { name: 'bad.zip', issues } });

    expect(screen.getByRole('alert').textContent).toContain('The name "../0" could lead out of the folder');
    expect(screen.getAllByRole('listitem')).toHaveLength(50);
    expect(screen.getByText(t.count('refused.more', 10))).toBeTruthy();
  });
});
