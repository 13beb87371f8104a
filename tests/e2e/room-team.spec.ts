import { HEARTBEAT_MS } from '#room/model/protocol.ts';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers, NARROW_LIGHT } from '../support/browser/find-barriers.ts';
import { TeamPlayer } from '../support/browser/team-player.ts';
import { expect, test } from '../support/browser/test.ts';
import { ROOM_BROWSER, startWorkshop, type Workshop } from '../support/browser/workshop.ts';
import { textsOfStages } from '../support/room/held-texts.ts';

test.use({ launchOptions: ROOM_BROWSER });
test.describe.configure({ mode: 'serial' });

let workshop: Workshop;
test.beforeEach(async () => {
  workshop = await startWorkshop();
  await workshop.release('briefing', 'find', 'desk');
});
test.afterEach(async ({ trouble }) => {
  await workshop.stop();
  // The room answers 404 to what is not released, 409 to a name that is taken and 401 to the laptop that was replaced; a
  // connection that was cut says so too.
  const meant = /status of 40[149]|net::ERR_/;
  trouble.splice(0, trouble.length, ...trouble.filter((said) => !meant.test(said)));
});

test('a team joins, votes in both ways, decides, waits at gates, and hands in', async ({ page, caseText }) => {
  const team = new TeamPlayer(page, caseText, workshop);
  const t = words.team;
  const { keyboard } = page;
  /** Every byte that the laptop gets, by its address. */
  const given = new Map<string, string>();
  page.on('response', (response) => {
    void response.text().then(
      (text) => given.set(response.url(), text),
      // A redirect has no body, and that of an answer that waits is not here yet.
      () => undefined,
    );
  });
  const pressed = async (name: string) => {
    await team.button(name).focus();
    await keyboard.press('Enter');
  };
  /** The heading of this screen has the focus, and the screen has no barrier. */
  const see = async (name: string, level = 1) => {
    await expect(page.getByRole('heading', { level, name, exact: true })).toBeFocused();
    await expectNoBarriers(page, name, [NARROW_LIGHT]);
  };

  await test.step('join', async () => {
    await team.fillIn('Plover', 2);
    await page.getByLabel(t('join.word')).fill('wrong');
    await pressed(t('join.do'));
    await expect(page.getByText(t('join.refused.wrong-word'))).toBeVisible();
    await expect(page.getByLabel(t('join.word'))).toBeFocused();
    await expectNoBarriers(page, 'join');
    await page.getByLabel(t('join.word')).fill(workshop.word.toUpperCase());
    await keyboard.press('Enter');
    await team.inRoom();
    await expect(team.bar).toContainText('Plover');
    await expect(team.bar).toContainText(t('bar.tab'));
  });

  await test.step('the part that is not released stays closed, and opens by itself', async () => {
    await team.throughFind();
    await team.takePlain('desk', 'contact');
    await see(t('gate'));
    await expect(page.getByText(team.text.scene('d01').text.slice(0, 40))).toHaveCount(0);
    await expect(team.main.getByRole('radio')).toHaveCount(0);
    // Nor has this laptop been given any word of it.
    const texts = textsOfStages(caseText.part, ['reach', 'debrief']);
    expect(texts.length).toBeGreaterThan(50);
    expect(given.size).toBeGreaterThan(20);
    for (const [address, bytes] of given)
      expect([address, ...texts.filter((text) => bytes.includes(text))]).toEqual([address]);
    await expect.poll(async () => (await workshop.team('Plover'))?.gate).toBe('reach');
    await workshop.release('reach');
    await expect(team.screen('d01')).toBeFocused();
  });

  await test.step('vote in turn, each choice covered', async () => {
    await pressed(t('vote.in-turn'));
    await see(team.text.scene('d01').title);
    await page.getByRole('radio').first().focus();
    await keyboard.press('Space');
    await pressed(t('vote.cast'));
    await see(t('vote.covered', { n: 2, of: 2 }));
    await expect(page.getByRole('radio')).toHaveCount(0);
    await pressed(t('vote.uncover', { n: 2 }));
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await pressed(t('vote.none'));
    await expect(page.getByRole('heading', { name: t('vote.all') })).toBeFocused();
    await pressed(t('vote.show'));
    await see(t('talk.one'), 2);
  });

  await test.step('hold and pause reach the team, and what is typed stays', async () => {
    const why = page.getByLabel(t('talk.why'), { exact: true });
    await why.fill('We know too little.');
    await workshop.does({ type: 'room.held' });
    await see(t('held'));
    await workshop.does({ type: 'room.let-go' });
    await expect(why).toBeFocused();
    await workshop.does({ type: 'inject.sent', text: 'The advice line is staffed until five.' });
    await expect(page.getByRole('status').getByText('The advice line is staffed until five.')).toBeVisible();
    await workshop.does({ type: 'room.paused' });
    await see(t('paused'));
    await expect(page.getByText('The advice line is staffed until five.')).toHaveCount(0);
    await workshop.does({ type: 'room.resumed' });
    await expect(why).toHaveValue('We know too little.');
    await pressed(t('inject.close'));
    await page.reload();
    await team.inRoom();
    await expect(why).toHaveValue('We know too little.');
    await expect(page.getByText('The advice line is staffed until five.')).toHaveCount(0);
    await expectNoBarriers(page, 'choice');
  });

  await test.step('vote again with raised cards', async () => {
    await pressed(t('talk.more'));
    await expect(team.screen('d01')).toBeFocused();
    await expectNoBarriers(page, 'scene', [NARROW_LIGHT]);
    await pressed(t('vote.cards'));
    await pressed(t('cards.more', { letter: 'A' }));
    await pressed(t('cards.more', { letter: 'B' }));
    await pressed(t('cards.undo'));
    await pressed(t('cards.more', { letter: 'C' }));
    await expectNoBarriers(page, 'cards', [NARROW_LIGHT]);
    await pressed(t('vote.show'));
    await see(t('talk.divided'), 2);
  });

  await test.step('decide', async () => {
    await team.option('d01', 'b').check();
    await pressed(t('talk.decide'));
    await expect(team.consequence).toBeFocused();
    await expect(page.getByText(words.reach('why.later'))).toBeVisible();
    await expectNoBarriers(page, 'what followed', [NARROW_LIGHT]);
    await pressed(words.reach('go-on'));
    await see(t('gate.ended'));
  });

  await test.step('hand in', async () => {
    await pressed(t('hand-in.do'));
    await expect(page.getByRole('heading', { name: /^Handed in at \d\d:\d\d$/ })).toBeVisible();
    await page.getByText(t('hand-in.other')).click();
    await expect(
      page
        .getByRole('list', { name: t('hand-in.line') })
        .getByRole('listitem')
        .first(),
    ).toHaveText(/^[0-9A-Z]{5}/);
    await expectNoBarriers(page, 'handed in');
    await expect.poll(async () => (await workshop.team('Plover'))?.handIn?.by).toBe('lan');
    const seen = await workshop.team('Plover');
    const letters = team.text.scene('d01').options.map(({ id }) => id);
    expect(seen?.votes).toEqual({ d01: { options: { [letters[0] ?? '']: 1, [letters[2] ?? '']: 1 }, keptDown: 0 } });
    expect(seen?.decisions).toMatchObject({
      desk: { option: 'contact', reason: '' },
      d01: { option: 'b', reason: 'We know too little.' },
    });
    expect(seen?.last).toBe(4);
  });

  await test.step('the debrief opens with its part', async () => {
    await workshop.release('debrief');
    await team.seeFirstPage('end-switched-off');
    await expect(page.getByText(/^Handed in at/)).toBeVisible();
    await expectNoBarriers(page, 'debrief', [NARROW_LIGHT]);
  });
});

test('a connection that is cut loses nothing', async ({ page, context, caseText }) => {
  const team = new TeamPlayer(page, caseText, workshop);
  await page.clock.install();
  await team.join('Oak', 3);
  await team.throughFind();
  await context.setOffline(true);
  await team.takePlain('desk', 'contact');
  // A lost room is said after two heartbeats, and asked again ever more seldom.
  await page.clock.runFor(3 * HEARTBEAT_MS);
  await expect(team.bar).toContainText(words.team('bar.lost.one'));
  await expect(page.getByText(words.team('gate.lost.text'))).toBeVisible();
  await expectNoBarriers(page, 'no contact', [NARROW_LIGHT]);
  expect((await workshop.team('Oak'))?.last).toBe(2);

  await context.setOffline(false);
  await page.clock.runFor(HEARTBEAT_MS);
  await team.inRoom();
  await expect.poll(async () => (await workshop.team('Oak'))?.last).toBe(3);
  expect((await workshop.team('Oak'))?.decisions).toMatchObject({ desk: { option: 'contact' } });
});

test('a team whose time is over hands in what it has', async ({ page, caseText }) => {
  const team = new TeamPlayer(page, caseText, workshop);
  await team.join('Elm', 2);
  await team.throughFind();
  await page.getByText(words.team('hand-in.early')).click();
  await expectNoBarriers(page, 'handing in before the end', [NARROW_LIGHT]);
  await team.button(words.team('hand-in.do')).click();
  await expect(page.getByText(/^Handed in at/)).toBeVisible();
  expect((await workshop.team('Elm'))?.handIn?.by).toBe('lan');
});

test('a second laptop goes on under the name of the team, where it was', async ({ page, browser, caseText }) => {
  const team = new TeamPlayer(page, caseText, workshop);
  await team.join('Seven', 3);
  await team.throughFind();
  await expect.poll(async () => (await workshop.team('Seven'))?.last).toBe(2);

  const context = await browser.newContext();
  const other = new TeamPlayer(await context.newPage(), caseText, workshop);
  await other.fillIn('Seven', 3);
  await other.button(words.team('join.do')).click();
  await expect(other.page.getByText(words.team('join.refused.name-taken'))).toBeVisible();
  await other.button(words.team('join.again')).first().click();
  await expectNoBarriers(other.page, 'giving the code');
  await other.giveCode('22222');
  await expect(other.page.getByText(words.team('join.refused.wrong-code'))).toBeVisible();
  await expect(other.page.getByLabel(words.team('join.code'))).toBeFocused();
  expect((await workshop.team('Seven'))?.rejoined).toBe(0);
  const code = (await workshop.team('Seven'))?.code ?? '';
  await expect(team.bar).toContainText(words.team('bar.code', { code }));
  await other.giveCode(code.toLowerCase());
  await other.inRoom();
  // What the last step led to is shown once more, as after every reload.
  await other.button(words.team('later.go')).click();
  await expect(other.screen('desk')).toBeVisible();
  await expect(page.getByText(words.team('replaced.text', { name: 'Seven' }))).toBeVisible();
  await expect(team.bar).toContainText(words.team('bar.replaced'));
  await expectNoBarriers(page, 'replaced', [NARROW_LIGHT]);

  await other.takePlain('desk', 'contact');
  await expect.poll(async () => (await workshop.team('Seven'))?.gate).toBe('reach');
  expect(await workshop.team('Seven')).toMatchObject({ rejoined: 1, last: 3 });

  // The facilitator changes the code: whoever plays now is out, and the first laptop comes back with the new one.
  const { id = '' } = (await workshop.team('Seven')) ?? {};
  await workshop.does({ type: 'team.code-changed', team: id });
  await expect(other.bar).toContainText(words.team('bar.replaced'));
  await team.button(words.team('replaced.join')).click();
  await team.joinAgain('Seven', 3);
  await expect.poll(async () => await workshop.team('Seven')).toMatchObject({ rejoined: 2, last: 3 });
  await context.close();
});

test('where no room is, the page says what a room is', async ({ page }) => {
  await page.goto('room/');
  await expect(page.getByRole('heading', { name: words.team('join.none') })).toBeVisible();
  await expectNoBarriers(page, 'no room');
});
