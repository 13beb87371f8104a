import { openAnswers } from '#case/play/use-cases/open-answers.ts';
import { required } from '#kernel/model/invariant.ts';
import { createSiteParts } from '../../scripts/room/case-of-room.ts';
import { readBoard } from '../support/browser/board-page.ts';
import { SITE } from '../support/browser/built-site.ts';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers, NARROW, NARROW_LIGHT, WIDE } from '../support/browser/find-barriers.ts';
import { type Day, expectNoSideways, JoinedTeam } from '../support/browser/joined-team.ts';
import type { TeamPlayer } from '../support/browser/team-player.ts';
import { expect, test } from '../support/browser/test.ts';
import { ROOM_BROWSER, startWorkshop, type Workshop } from '../support/browser/workshop.ts';
import { withKinds } from '../support/builders/kinds.ts';
import { inFull } from '../support/in-full.ts';
import { countBoard } from '../support/room/count-board.ts';
import { countTeams } from '../support/room/count-from-logs.ts';

test.use({ launchOptions: ROOM_BROWSER });

const WALL = { width: 1920, height: 1080 };
const PHONE = { viewport: { width: 375, height: 760 }, isMobile: true, hasTouch: true };
const t = words.team;
const c = words.control;

const judges =
  (ad: string, ...judgement: Parameters<TeamPlayer['find']['judge']>) =>
  async ({ find }: TeamPlayer) => {
    await find.open(ad);
    await find.judge(...judgement);
  };

const EVERY_DAY: readonly Day[] = [
  {
    name: 'Heron',
    atMarket: async (team) => {
      await team.find.open('0303');
      await team.find.mark(1, team.text.sign('confined-location'));
      await team.find.judge('urgent', 3);
    },
    desk: ['contact'],
    decides: [['d01', 'b', { b: 2, c: 1 }]],
    handsIn: 'lan',
  },
  {
    name: 'Wren',
    atMarket: judges('0301', 'urgent', 3),
    desk: ['contact'],
    decides: [['d01', 'b', { b: 3 }]],
    handsIn: 'lan',
  },
  // Its laptop stops at the gate of “Reach”; another one goes on under its name.
  {
    name: 'Plover',
    atMarket: judges('0306', 'check', 1),
    desk: ['contact'],
    decides: [
      ['d01', 'c', { c: 2 }],
      ['d02', 'a', { a: 1, e: 2 }],
      ['d03', 'e', { d: 3 }],
    ],
    handsIn: 'lan',
  },
  { name: 'Oak', device: PHONE, desk: ['notify', 'contact'], decides: [['d01', 'b', { a: 1, b: 1 }]], handsIn: 'lan' },
  // These two lose the network at their decision.
  {
    name: 'Elm',
    atMarket: judges('0303', 'prioritise', 2),
    desk: ['contact'],
    decides: [['d01', 'b', { b: 2 }]],
    handsIn: 'line',
  },
  {
    name: 'Finch',
    atMarket: judges('0301', 'none', 2),
    desk: ['request', 'contact'],
    decides: [['d01', 'b', { d: 3 }]],
    handsIn: 'file',
  },
  // Its time is over at the second decision.
  {
    name: 'Larch',
    atMarket: ({ find, text }) => find.handOver(text.withheldAd),
    desk: ['contact'],
    decides: [['d01', 'd', { c: 1, d: 1, a: 1 }]],
    handsIn: 'lan',
  },
  { name: 'Owl', desk: ['request', 'contact'], decides: [['d01', 'b', { b: 1 }]], handsIn: 'lan' },
];
/** Two of the eight do nothing that no other team does. */
const DAYS = inFull(
  EVERY_DAY,
  EVERY_DAY.filter(({ name }) => !['Wren', 'Owl'].includes(name)),
);

let workshop: Workshop;
test.beforeEach(async () => {
  workshop = await startWorkshop();
});
test.afterEach(() => workshop.stop());

test(`${DAYS.length} teams play a whole workshop, and the board counts what their logs say`, async ({
  page,
  context,
  browser,
  caseText,
}) => {
  const teams = DAYS.map((day) => new JoinedTeam(day, browser, caseText, workshop));
  const teamNamed = (name: string) => teams.find(({ day }) => day.name === name) as JoinedTeam;
  const all = (does: (one: JoinedTeam) => Promise<void>) => Promise.all(teams.map(does));
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const tile = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) });
  const eachTile = (says: string) => Promise.all(DAYS.map(({ name }) => expect(tile(name)).toContainText(says)));

  await test.step('teams join', async () => {
    await Promise.all([page.goto(workshop.control), all((one) => one.joins())]);
    await eachTile(c('standing.arrived'));
  });

  await test.step('the search is held once', async () => {
    await press(/^Release part 1/);
    await press(/^Release part 2/);
    await all(({ team }) => team.begin());
    await press(c('act.hold'));
    await all((one) => one.sees(t('held')));
    await press(c('act.let-go'));
    await all((one) => one.searches());
    await eachTile(c('tile.gate', { part: 'Next step' }));
  });

  await test.step('the next part opens by the clock; a laptop stops, and another one goes on', async () => {
    await page.getByText(c('release.clock')).click();
    await press(c.count('release.in', 15, { part: 'Next step' }));
    // The part opens at a whole minute: the time until then is rounded, and may be a minute less a moment later.
    await expect(page.getByText(/“Next step” opens by itself at \d\d:\d\d, in 1[45] min\./)).toBeVisible();
    await all(({ team }) => expect(team.page.getByText(/opens by itself at \d\d:\d\d\.$/)).toBeVisible());
    await expectNoBarriers(page, 'a part is planned', [NARROW_LIGHT]);
    await page.setViewportSize(WIDE);
    // Nobody waits for a quarter of an hour: the plan is changed.
    await workshop.does({ type: 'release.scheduled', part: 'desk', opensAt: Date.now() + 2_000 });
    await all((one) => one.goesToTheGate());
    await eachTile(c('tile.gate', { part: 'Reach out' }));
    await teamNamed('Plover').drops();
    await teamNamed('Plover').returns();
  });

  await test.step('all screens are paused once', async () => {
    await press(c('pause'));
    await all((one) => one.sees(t('paused')));
    await press(c('resume'));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: c('resume') })
      .click();
    await all((one) => one.sees(t('gate')));
  });

  await test.step('teams vote and decide, and hand in by all ways', async () => {
    await press(/^Release part 4/);
    await all(async (one) => {
      await one.decides();
      await one.handsIn();
    });
    for (const way of ['line', 'file'] as const) {
      const one = teams.find(({ day }) => day.handsIn === way) as JoinedTeam;
      await page.getByRole('radio', { name: c(`type.${way}`) }).check();
      await page.getByLabel(c('type.team'), { exact: true }).selectOption(one.day.name);
      if (way === 'line') await page.getByLabel(c('type.line.field')).fill(await one.line());
      else await page.getByLabel(c('type.file.choose')).setInputFiles(one.saved);
      await press(c('type.enter'));
      await expect(page.getByText(c('type.done', { team: one.day.name }))).toBeVisible();
    }
    await expect(page.getByText(c('head.all-in'))).toBeVisible();
  });

  await test.step('the debrief opens for all teams that the room hears', async () => {
    await press(/^Release part 5/);
    await press(/^Release part 6/);
    await Promise.all(
      teams
        .filter(({ day }) => day.handsIn === 'lan' && day.name !== 'Larch')
        .map(({ team }) => expect(team.happened).toBeVisible()),
    );
    await expectNoSideways(teamNamed('Oak').team.page);
    await press(c('lead.prepare'));
    await expect(page.getByRole('button', { name: c('lead.again') })).toBeVisible();
    await expectNoBarriers(page, 'the control page of a whole room', [{ size: WIDE, scheme: 'light' }]);
    await page.setViewportSize(NARROW);
    await expectNoSideways(page);
    const wall = await context.newPage();
    await wall.setViewportSize(WALL);
    await wall.goto(new URL('/facilitate/room/screen/', workshop.control).href);
    await expect(wall.getByText(workshop.word, { exact: true })).toBeVisible();
    await wall.keyboard.press('Space');
    await expect(wall.locator('[data-slide="feelings"]')).toBeVisible();
    await wall.keyboard.press('Space');
    await expect(wall.locator('[data-slide="decision"]')).toBeVisible();
    await expectNoBarriers(wall, 'the wall', [{ size: WALL, scheme: 'light' }]);
    await wall.close();
  });

  await test.step('the board shows what other code counts from the log of the room and from saved attempts', async () => {
    await page.setViewportSize(WIDE);
    await page.getByRole('link', { name: c('lead.board') }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^The board of room/ })).toBeVisible();
    const shown = await readBoard(page);
    await page.setViewportSize(NARROW);
    await expectNoSideways(page);

    const counted = countTeams(workshop.lines());
    expect(counted.map(({ name, way }) => [name, way])).toEqual(
      counted.map(({ name }) => [name, teamNamed(name).day.handsIn]),
    );
    expect(counted.filter(({ rejoined }) => rejoined > 0).map(({ name }) => name)).toEqual(['Plover']);
    const played = counted.map((team) => ({
      ...team,
      log: required(teamNamed(team.name).savedLog ?? team.log, `what ${team.name} played`),
    }));
    const { part } = caseText;
    const answers = await openAnswers(createSiteParts(SITE, part.scenario.id), part);
    const expected = countBoard(played, {
      material: withKinds(part),
      answers,
      levelName: (level) => words.band(`band.${level as 'none'}`),
      signName: (sign) => caseText.sign(sign),
    });
    const { signs, criteria, ...rest } = shown;
    expect(rest).toEqual({ ...expected, signs: undefined, criteria: undefined });
    // Teams that did not come to the workbench have a dash in its criteria.
    const none = { restsOn: 0, points: played.map(() => undefined) };
    for (const [id, row] of Object.entries(criteria)) expect(row, id).toEqual(expected.criteria[id] ?? none);
    for (const id of Object.keys(expected.criteria)) expect(Object.keys(criteria)).toContain(id);
    for (const sign of signs) expect(expected.signs).toContainEqual(sign);
    expect(signs.length).toBeGreaterThan(3);
  });

  await all((one) => one.leaves());
  await page.goto('about:blank');
});
