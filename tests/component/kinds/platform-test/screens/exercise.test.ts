import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { type PlatformTestAct, type PlatformTestResponse, playPlatformTest } from '#kinds/platform-test/model/play.ts';
import { hoursToNext, seenAfter } from '#kinds/platform-test/model/seen-test.ts';
import { testAt } from '#kinds/platform-test/model/test-so-far.ts';
import Exercise from '#kinds/platform-test/screens/Exercise.svelte';
import { playAsOracle } from '#kinds/platform-test/use-cases/oracle.ts';
import { TEST_CARD_IDS } from '#market/platforms/model/test-cards.ts';
import { aBrief } from '../../../../support/kinds/platform-test/a-test.ts';

const AT = '2031-02-03T08:00:00Z';
const BRIEF = { ...aBrief('six-weeks-six-platforms'), from: AT } as const;

const after = (response: PlatformTestResponse, act: PlatformTestAct, seq: number) =>
  playPlatformTest.reduce(response, structuredClone(act) as never, { at: AT, seq });

/** The test as it is seen where the page has the whole brief. */
const seenAt = (response: PlatformTestResponse) => ({
  seen: seenAfter(BRIEF, response),
});

/** A test on screen over a log of its own: acts go through the reducer of the kind. */
function openTest(done: readonly PlatformTestAct[] = [], place?: string, more: object = {}) {
  let response = done.reduce((so, act, n) => after(so, act, n + 1), playPlatformTest.empty);
  const saved: { name: string; text: string }[] = [];
  const places: string[] = [];
  let seq = done.length;
  const act = (one: PlatformTestAct) => {
    seq += 1;
    response = after(response, one, seq);
  };
  const { rerender } = render(Exercise, {
    title: 'Six weeks of tests',
    text: 'Plan, do, and let time pass.',
    brief: BRIEF,
    response,
    ...seenAt(response),
    base: '/',
    place,
    keepPlace: (next: string) => places.push(next),
    act,
    toEvent: () => act({ type: 'time.passed', hours: hoursToNext(BRIEF, response) }),
    commit: () => undefined,
    print: () => undefined,
    save: (name: string, text: string) => saved.push({ name, text }),
    ...more,
  });
  return {
    saved,
    places,
    response: () => response,
    state: () => testAt(BRIEF, response).state,
    async click(name: string | RegExp) {
      await fireEvent.click(screen.getByRole('button', { name }));
      await rerender({ response, ...seenAt(response) });
    },
  };
}

describe('the matrix', () => {
  it('plans an act, takes it back, does it, and lets time pass by hand alone', async () => {
    const test = openTest();
    await test.click(/^TC1 on Four Towns Companions:/);
    await test.click(/^Place TC1 on Four Towns Companions/);
    expect(test.state().copies).toEqual([]);
    await test.click(/^Take back: Place TC1/);
    expect(screen.getByText('Nothing is planned.')).toBeTruthy();

    await test.click(/^Place TC1 on Four Towns Companions/);
    await test.click(/^Do what is planned/);
    expect(test.state().copies.map(({ id }) => id)).toEqual(['four-towns-TC1-1']);
    expect(test.state().hour).toBe(0);
    expect(
      screen.getByRole('button', { name: /^TC1 on Four Towns Companions: blocked .*as it should be/ }),
    ).toBeTruthy();

    await test.click('To the next event');
    expect(test.state().hour).toBeGreaterThan(0);
    expect(test.response().done.at(-1)?.action.type).toBe('time.passed');
  });

  it('counts planned acts where they are chosen, and links to the plan', async () => {
    const test = openTest([], 'matrix/four-towns/TC1');
    expect(screen.queryByRole('button', { name: 'To the plan' })).toBeNull();
    await test.click(/^Place TC1 on Four Towns Companions/);
    await test.click(/^Place TC1 on Four Towns Companions/);
    expect(screen.getByText('Planned: 2').getAttribute('role')).toBe('status');
    await test.click('To the plan');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Planned' }));
  });

  it('lets no time pass while something from outside waits for an answer', async () => {
    const test = openTest([
      { type: 'card.placed', site: 'four-towns', card: 'TC12' },
      { type: 'time.passed', hours: 200 },
    ]);
    const clock = screen.getByRole('region', { name: 'Clock of the test' });
    expect(within(clock).queryAllByRole('button')).toEqual([]);
    await test.click(/^Stop here, refer at once/);
    expect(within(clock).getAllByRole('button')).toHaveLength(4);
  });

  it('says the hours until a card was blocked, and not until somebody heard of it', () => {
    openTest([
      { type: 'card.placed', site: 'four-towns', card: 'TC1' },
      { type: 'time.passed', hours: 40 },
    ]);
    const log = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(log.some((line) => line?.includes('The authority hears from Four Towns'))).toBe(true);
    expect(screen.getByRole('button', { name: /^TC1 on Four Towns Companions: blocked 0 h/ })).toBeTruthy();
  });

  it('has a cell for each card and site, moves in them by arrow keys, and opens where it was left', async () => {
    const test = openTest([], 'matrix/marrin-evenings/TC9');
    expect(screen.getByRole('heading', { name: 'TC9 on Marrin Evenings' })).toBeTruthy();
    const cells = screen.getAllByRole('button', { name: /^TC\d+ on / });
    expect(cells).toHaveLength(TEST_CARD_IDS.length * BRIEF.platforms.length);

    const first = screen.getByRole('button', { name: /^TC1 on Ostrel Small Ads/ });
    first.focus();
    await fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent?.trim()).toMatch(/^TC2 on Ostrel Small Ads/);
    await fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'ArrowRight' });
    expect(document.activeElement?.textContent?.trim()).toMatch(/^TC2 on Kelvast Notices/);

    await test.click(/^TC2 on Kelvast Notices/);
    expect(test.places.at(-1)).toBe('matrix/kelvast-notices/TC2');
  });

  it('shows nothing of the hidden half, and no text on any card', () => {
    openTest(playAsOracle(BRIEF).acts.slice(0, 150), 'matrix/four-towns/TC1');
    for (const { hidden } of BRIEF.platforms) expect(document.body.textContent).not.toContain(hidden.does);
    expect(screen.getByText('none, ever')).toBeTruthy();
  });
});

describe('a test whose hidden half is with a room', () => {
  it('reports a silent room, sends it no request, and keeps acts', async () => {
    const test = openTest([], 'matrix/four-towns/TC8', { waiting: 'lost', toEvent: undefined });
    expect(screen.getByText(/^The room does not answer\. What you did and typed is kept/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'To the next event' }).disabled).toBe(true);

    await fireEvent.click(screen.getByRole('button', { name: /^Place TC8/ }));
    expect(test.response().planned).toEqual([{ type: 'card.placed', site: 'four-towns', card: 'TC8' }]);
  });

  it('shows the first chair of a team its own view, and no act of another chair', () => {
    openTest([{ type: 'card.placed', site: 'four-towns', card: 'TC8' }], 'matrix/four-towns/TC8', { people: 4 });
    expect(screen.getByRole('button', { name: 'To the next event' })).toBeTruthy();
    expect(screen.getByRole('option', { name: 'Lead (prosecutor): person 1' })).toBeTruthy();
    expect(screen.queryByRole('option', { name: 'all six in turn' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Place TC8/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^TC8 on Four Towns Companions: nothing told/ })).toBeTruthy();
  });
});

describe('findings and report', () => {
  const whole = playAsOracle(BRIEF).acts;

  it('show what a finding lacks and not whether it is true', async () => {
    const test = openTest(
      whole.filter(({ type }) => type !== 'finding.recorded' && type !== 'reply.asked' && type !== 'report.sealed'),
      'findings/ostrel-smallads/document-age',
    );
    await fireEvent.change(screen.getByRole('combobox', { name: 'Word' }), { target: { value: 'pattern' } });
    await test.click('Write the finding');
    const row = screen.getByRole('button', { name: /whose document is below the limit/ }).closest('tr') as HTMLElement;
    expect(within(row).getByText('No item shows it.')).toBeTruthy();
    expect(within(row).getByText('The platform was not asked.')).toBeTruthy();
    expect(row.textContent).not.toMatch(/right|wrong|true|false/i);
  });

  it('print a report whose lines have counts, and save a table with the header that tools read', async () => {
    const test = openTest(whole, 'report');
    const paper = screen.getByRole('article');
    expect(within(paper).getAllByText(/^F-\d\d .*\d+ of \d+ \(\d+ to \d+ %\)/).length).toBeGreaterThan(5);
    expect(within(paper).getAllByRole('link', { name: 'S31' })[0]?.getAttribute('href')).toBe(
      '/library/recommendations/s31/',
    );
    await test.click('Findings as CSV');
    expect(test.saved[0]?.text).toMatch(/^testCard,site,finding,hours,evidence\n/);
    await test.click('Save as HTML');
    expect(test.saved[1]?.text).toMatch(/^<!doctype html>[\s\S]*EXERCISE/);
    expect(test.saved[1]?.text).not.toContain('class=');
  });

  it('take an objection with a reason once for each chair, say why one cannot be written, and print it', async () => {
    const test = openTest([{ type: 'card.placed', site: 'ostrel-smallads', card: 'TC11' }], 'findings/ostrel-smallads');
    const write = async (reason: string) => {
      await fireEvent.input(screen.getByRole('textbox', { name: /^Reason/ }), { target: { value: reason } });
      await test.click('Write the objection down');
    };
    await fireEvent.change(screen.getByRole('combobox', { name: 'Chair that objects' }), {
      target: { value: 'sellers' },
    });
    await write('no');
    expect(screen.getByText('Not written: the reason is too short.')).toBeTruthy();
    expect(test.state().objections).toEqual([]);

    await write('The seller says it herself, call 06 12 34 56 78.');
    expect(screen.getByText(/^Not written: the reason has a number/)).toBeTruthy();
    expect(test.state().objections).toEqual([]);

    await write('One false report is enough to ask this.');
    expect(test.state().objections).toMatchObject([{ role: 'sellers', about: { act: 'card.placed' } }]);
    const chairs = within(screen.getByRole('combobox', { name: 'Chair that objects' })).getAllByRole('option');
    expect(chairs.map((chair) => chair.textContent)).not.toContain("Sellers' association");
    await test.click('Report');
    expect(screen.getByRole('article').textContent).toContain('"One false report is enough to ask this."');
  });
});

describe('a card whose question is over', () => {
  it('is taken down with all others at once', async () => {
    const sites = ['marrin-evenings', 'ostrel-smallads', 'four-towns'];
    const test = openTest([
      ...sites.map((site) => ({ type: 'card.placed', site, card: 'TC7' }) as const),
      { type: 'time.passed', hours: 200 },
    ]);
    await test.click('Take all of them down');

    expect(test.state().copies.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
    expect(test.state().reminded).toEqual({});
  });

  it('is named above the matrix until it is taken down, without cost', async () => {
    const test = openTest([
      { type: 'card.placed', site: 'marrin-evenings', card: 'TC5' },
      { type: 'time.passed', hours: 200 },
    ]);
    const { spent } = test.state();
    expect(screen.getByRole('region', { name: /^Cards to take down/ })).toBeTruthy();
    await test.click('Take TC5 (1) down on Marrin Evenings');

    expect(screen.queryByRole('region', { name: /^Cards to take down/ })).toBeNull();
    expect(test.state()).toMatchObject({ spent, red: [], copies: [{ status: 'withdrawn' }] });
  });
});
