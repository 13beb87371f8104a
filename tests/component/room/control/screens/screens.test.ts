import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import ActPanel from '#room/control/screens/ActPanel.svelte';
import InjectPanel from '#room/control/screens/InjectPanel.svelte';
import { sayRefusal } from '#room/control/screens/say-refusal.ts';
import TeamTile from '#room/control/screens/TeamTile.svelte';
import type { ControlTeam, ControlView } from '#room/model/protocol.ts';
import type { RoomInject } from '#room/model/room-state.ts';
import type { WallDecision, WallSlide } from '#room/use-cases/wall-deck.ts';
import WallView from '#room/wall/screens/WallView.svelte';
import { textOf } from '../../../../support/market/text-of.ts';

const NOW = 1_000_000;
const NO_HOURS = new Map<string, number>();
const aTeam = (changes: Partial<ControlTeam> = {}): ControlTeam => ({
  id: 't2',
  name: 'Heron',
  people: 4,
  code: 'K7M2Q',
  joinedAt: 0,
  rejoined: 0,
  received: 0,
  heardAt: NOW,
  seenAt: NOW,
  paused: false,
  votes: {},
  decisions: {},
  onPaper: false,
  last: 0,
  ...changes,
});
const PARTS = ['Briefing', 'Find'].map((title, n) => ({
  id: `p${n}`,
  title,
  states: [`s${n}`],
  decisions: [],
  keyParts: [],
}));
const aView = (released: number, changes: Partial<ControlView['room']> = {}, teams = [aTeam()]): ControlView =>
  ({
    schema: 'room-control/1',
    tag: '1',
    seq: 1,
    now: NOW,
    room: {
      opened: { room: '7KQ', minutes: 90, parts: PARTS },
      openedAt: 0,
      parts: PARTS.map(({ id }, n) => ({ id, ...(n < released && { released: { by: 'facilitator', at: 1 } }) })),
      held: false,
      injects: [],
      ...changes,
    },
    teams,
    addresses: [],
  }) as unknown as ControlView;

describe('a tile', () => {
  const tile = (team: ControlTeam) =>
    render(TeamTile, {
      team,
      table: 3,
      scene: 'A number',
      gate: undefined,
      now: NOW,
      open: () => undefined,
    });

  it.each([
    [{}, 'Has joined'],
    [{ place: { state: 's0', part: 'p0', last: 1 } }, 'At work'],
    [{ gate: 'p1' }, 'Waits at the gate'],
    [{ paused: true, seenAt: 0 }, 'Leave them in peace.'],
    [{ seenAt: NOW - 6 * 60_000 }, 'Quiet for 6 min'],
    [{ handIn: { by: 'line', at: 1, line: 'X' } }, 'Handed in by result line'],
    [{ onPaper: true, seenAt: 0 }, 'Plays on paper'],
  ] as const)('of %j says %s', (changes, said) => {
    tile(aTeam(changes as Partial<ControlTeam>));
    expect(textOf(screen.getByRole('listitem'))).toContain(said);
  });

  it('shows the code of the team, and where another laptop has gone on for it', () => {
    tile(aTeam({ rejoined: 1, rejoinedAt: NOW - 4 * 60_000, seenAt: NOW }));
    const said = textOf(screen.getByRole('listitem'));
    expect(said).toContain('code K7M2Q');
    expect(said).toMatch(/On another laptop since \d\d:\d\d\. Look whether it is theirs\./);
    expect(screen.getByRole('listitem').classList).toContain('team-tile--look');
  });

  it('needs no look any more some minutes after another laptop has gone on', () => {
    tile(aTeam({ rejoined: 1, rejoinedAt: NOW - 6 * 60_000 }));
    expect(textOf(screen.getByRole('listitem'))).toMatch(/On another laptop since/);
    expect(screen.getByRole('listitem').classList).not.toContain('team-tile--look');
  });

  it('says how many have voted', () => {
    tile(aTeam({ place: { state: 's0', part: 'p0', last: 1 }, votes: { s0: { options: { a: 1 }, keptDown: 1 } } }));
    expect(screen.getByText('2 of 4 have voted.')).toBeTruthy();
  });
});

describe('the release', () => {
  it('offers the next part, and to take the last one back', async () => {
    const act = vi.fn(async () => ({ ok: true as const }));
    render(ActPanel, { view: aView(1), hours: NO_HOURS, act });

    screen.getByRole('button', { name: 'Release part 2: Find' }).click();
    screen.getByRole('button', { name: 'Take back “Briefing”' }).click();
    screen.getByRole('button', { name: 'Hold all here' }).click();

    expect(act.mock.calls).toEqual([
      [{ type: 'part.released', part: 'p1' }],
      [{ type: 'release.taken-back', part: 'p0' }],
      [{ type: 'room.held' }],
    ]);
  });

  it('has nothing to take back before the first part, and nothing to release after the last', () => {
    const act = async () => ({ ok: true as const });
    const { unmount } = render(ActPanel, { view: aView(0), hours: NO_HOURS, act });
    expect(screen.queryByRole('button', { name: /Take back/ })).toBeNull();
    expect(screen.getByRole('status').textContent).toContain('Teams wait for “Briefing”.');
    unmount();

    render(ActPanel, { view: aView(2), hours: NO_HOURS, act });
    expect(screen.queryByRole('button', { name: /Release/ })).toBeNull();
  });

  it('says that all are held, and offers to let them go', () => {
    render(ActPanel, { view: aView(1, { held: true }), hours: NO_HOURS, act: async () => ({ ok: true as const }) });
    expect(screen.getByRole('status').textContent).toContain('All teams are held.');
    expect(screen.getByRole('button', { name: 'Let go' })).toBeTruthy();
  });
});

describe('messages of the case', () => {
  const planned = [
    { at: 'p0', title: 'A call', text: 'The line rings. ' },
    { at: 'p1', title: 'A letter', text: 'A letter comes.' },
  ];
  const panel = (injects: readonly RoomInject[], act = vi.fn(async () => ({ ok: true as const }))) => {
    const { room, teams } = aView(1);
    const titles = new Map(PARTS.map(({ id, title }) => [id, title]));
    render(InjectPanel, { injects, planned, parts: room.parts, titles, teams, act });
    return act;
  };
  const item = (title: string) => within(screen.getByText(title).closest('li') as HTMLElement);

  it('are sent with one press once their part is open', () => {
    const act = panel([]);

    item('A call').getByRole('button', { name: 'Send to all' }).click();

    expect(act).toHaveBeenCalledExactlyOnceWith({ type: 'inject.sent', text: 'The line rings. ' });
    expect(item('A letter').queryByRole('button')).toBeNull();
    expect(item('A letter').getByText('For “Find”. You can send it once this part is open.')).toBeTruthy();
  });

  it('go to the teams that are chosen', async () => {
    const act = panel([]);

    await fireEvent.click(screen.getByRole('checkbox', { name: 'Heron' }));
    await fireEvent.click(item('A call').getByRole('button', { name: 'Send to 1 team' }));

    expect(act).toHaveBeenCalledExactlyOnceWith({ type: 'inject.sent', text: 'The line rings. ', to: ['t2'] });
  });

  it('that all teams have say when, and can still be sent to others where only some have them', () => {
    const sent = { id: 'i1', text: 'The line rings.', at: NOW };
    panel([sent]);
    expect(item('A call').queryByRole('button')).toBeNull();
    expect(item('A call').getByText(/^sent to all, /)).toBeTruthy();
    expect(screen.queryByText('Sent')).toBeNull();
    cleanup();

    panel([{ ...sent, to: ['t2'] }]);
    expect(item('A call').getByRole('button', { name: 'Send to all' })).toBeTruthy();
    expect(screen.getByText(/^sent to Heron, /)).toBeTruthy();
  });
});

describe('a refused line', () => {
  it('names the groups that were heard wrongly', () => {
    const fault = (groups: number[]) =>
      sayRefusal({ ok: false, why: 'bad-line', detail: { fault: 'groups', groups } }, (id) => id);
    expect(fault([3])).toBe('Group 3 was heard wrongly. Ask for it once more.');
    expect(fault([3, 7])).toBe('These groups were heard wrongly: 3, 7. Ask for them once more.');
  });
});

describe('a slide', () => {
  const decision: WallDecision = {
    kind: 'decision',
    number: 4,
    of: 6,
    question: 'A strange voice picks up. What do you do?',
    options: [
      { at: 0, text: 'End the call', teams: 2, votes: 7, reasons: ['Nobody knows who holds it.'], keptBack: false },
      { at: 1, text: 'Leave a message', teams: 1, votes: 1, reasons: [], keptBack: true },
    ],
    restsOn: 3,
    votes: { counted: 8, keptDown: 0, restsOn: 3 },
  };
  const show = (slide: WallSlide) =>
    render(WallView, { deck: { title: 'The case', teams: 4, slides: [slide] }, at: 0 });

  it('draws one square a team, quotes what was ticked, and keeps back what one team alone said', () => {
    const { container } = show(decision);

    const [first, second] = screen.getAllByRole('listitem');
    expect(within(first as HTMLElement).getByText('“Nobody knows who holds it.”')).toBeTruthy();
    expect(
      within(second as HTMLElement).getByText('One team chose this. The reason of a single team is not shown.'),
    ).toBeTruthy();
    expect(container.querySelectorAll('.u-team')).toHaveLength(3);
    expect(container.querySelectorAll('.u-rest')).toHaveLength(5);
    expect(screen.getByText(/3 of 4 teams decided here/)).toBeTruthy();
    expect(container.textContent).not.toMatch(/Good|Could harm|Red line/);
  });

  it('shows ratings and reasons only afterwards', () => {
    show({
      ...decision,
      kind: 'reason',
      options: decision.options.map((option, n) => ({
        ...option,
        rating: n === 0 ? ('good' as const) : ('red' as const),
        reason: `Because ${n}.`,
      })),
      principle: 'Whoever picks up may control the phone.',
      sources: [{ code: 'WHO03', mark: 'V', says: 'Rule 2.' }],
    });

    expect(screen.getByText('Good')).toBeTruthy();
    expect(screen.getByText('Red line')).toBeTruthy();
    expect(screen.getByText(/Because 1\./)).toBeTruthy();
    expect(screen.getByText(/Rule 2\./)).toBeTruthy();
  });
});

describe('a refused file', () => {
  const said = (detail: string) => sayRefusal({ ok: false, why: 'bad-file', detail }, (id) => id);

  it.each([
    'not-json',
    'not-attempt',
    'report-alone',
    'newer',
    'changed',
    'other-case',
    'other-version',
    'impossible-attempt',
    'too-long',
    'unknown-state',
    'unknown-option',
    'too-many-votes',
  ] as const)('says of %s what is wrong with it', (fault) => {
    expect(said(fault)).toMatch(/^This (?:file|is no file)/);
  });

  it('says in general what has no sentence of its own', () => {
    expect(said('anything')).toBe('This is no attempt at this case, or it is damaged. Nothing was changed.');
  });
});
