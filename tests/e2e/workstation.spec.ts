import type { Locator } from '@playwright/test';
import evidence from '#words/evidence/evidence.json' with { type: 'json' };
import { openAttempt, scoreOf } from '../support/browser/attempt-log.ts';
import type { CasePlayer } from '../support/browser/case-player.ts';
import { modelPath } from '../support/browser/case-text.ts';
import { anyOf, words } from '../support/browser/case-words.ts';
import { expect, test } from '../support/browser/test.ts';
import { KEY } from '../support/builders/a-bench.ts';

const { workbench: word } = words;

async function reachWorkbench(player: CasePlayer): Promise<void> {
  await player.open();
  await player.skipFind();
  await player.take('desk', 'preserve');
  await expect(player.screen('preserve')).toBeVisible();
}

/** The field for one act after the other around the record. */
function around({ page }: CasePlayer): Locator {
  return page.getByRole('region', { name: word('around'), exact: true });
}

/** The picture of the whole page, and all that surrounds it. */
async function keepLookAndSurroundings({ workbench, page }: CasePlayer): Promise<void> {
  await page.getByRole('radio', { name: word('look.full-page') }).check();
  await workbench.button(word('look.capture')).click();
  await page.getByText(anyOf(word('look.taken'))).click();
  await expect(page.getByRole('img', { name: anyOf(word('look.alt')) })).toBeVisible();
  for (const view of ['account', 'other-ads', 'versions', 'without-login'] as const) {
    await workbench.button(word(`view.${view}`)).click();
    await workbench.button(word(`view.${view}.capture`)).click();
    await expect(page.getByText(anyOf(word('view.kept')))).toBeVisible();
  }
}

/** What a request to keep data has to say, in the words of this case. */
const LETTER = {
  'letter.authority': 'Specialised Unit Ostrel, on the order of the duty prosecutor',
  'letter.contact': 'Desk of the unit, telephone on the order',
  'letter.offence': 'Trafficking in human beings',
  'letter.facts': `Ads ${KEY.targets.join(', ')} show one number.`,
  'letter.custodian': 'The company that runs the site',
  'letter.urgency': 'The ads can be changed or deleted any day.',
  'letter.confidentiality': 'By the order, the account holder is not told.',
} as const;

async function askToKeep(player: CasePlayer): Promise<void> {
  const desk = around(player);
  const choose = (act: Parameters<typeof word>[0]) =>
    desk.getByLabel(word('do.which')).selectOption({ label: word(act) });
  await choose('do.request.entered');
  await desk.getByLabel(word('letter.to'), { exact: true }).selectOption({ index: 1 });
  for (const [field, text] of Object.entries(LETTER))
    await desk.getByLabel(word(field as keyof typeof LETTER)).fill(text);
  await desk.getByRole('button', { name: word('letter.kept') }).click();
  for (const box of await desk.getByRole('checkbox').all()) await box.check();
  await desk.getByLabel(word('letter.from'), { exact: true }).fill('2031-01-01T00:00:00Z');
  await desk.getByLabel(word('letter.until'), { exact: true }).fill('2031-12-31T00:00:00Z');
  await desk.getByLabel(word('letter.days')).fill('90');
  await desk.getByLabel(word('letter.intent')).selectOption({ label: word('letter.intent.assistance') });
  await desk.getByRole('button', { name: word('letter.send') }).click();
  await expect(desk.getByText(word('do.done'))).toBeVisible();

  await choose('do.renewal.noted');
  await desk.getByLabel(word('field.day')).fill('2031-04-01T08:00:00Z');
  await desk.getByRole('button', { name: word('do'), exact: true }).click();
  await expect(desk.getByText(word('do.done'))).toBeVisible();
}

test('a trainee writes the complete record by hand, and the debrief gives 100 of 100 points', async ({
  player,
  page,
}, testInfo) => {
  const { workbench } = player;
  await reachWorkbench(player);

  await test.step('notes the order, the plan, the clock and the sign-in state', async () => {
    await workbench.noteAuthority('Order OST-0312', 'Ads under the number of the note');
    for (const field of ['plan.purpose', 'plan.scope', 'plan.tool', 'plan.workstation'] as const)
      await page.getByLabel(word(field)).fill('as in the file');
    await workbench.button(word('plan.note')).click();
    await workbench.checkClock();
    await page.getByRole('radio', { name: word('session.none') }).check();
    await workbench.button(word('session.note')).click();
  });

  for (const ad of KEY.targets) {
    await test.step(`keeps ad ${ad} with its look and what surrounds it`, async () => {
      await workbench.keep(ad);
      await expect(workbench.record.getByText(word('fixity.computed.browser'))).toBeVisible();
      await keepLookAndSurroundings(player);
    });
  }

  await test.step('asks the site to keep its data and notes the renewal', () => askToKeep(player));

  await test.step('the list names the steps that were taken, and no other', async () => {
    const steps = page.getByRole('region', { name: anyOf(word('steps')) });
    await expect(steps.getByRole('listitem').filter({ visible: true })).toHaveCount(11);
    await expect(steps.getByText(word('step.disclosure')).filter({ visible: true })).toHaveCount(0);
  });

  await workbench.finish();
  for (const [state, option] of modelPath()) if (option !== 'preserve') await player.take(state, option);

  await test.step('reads EV-100 line by line', async () => {
    await player.seeDebrief('end-reviewed');
    const rubric = page.getByRole('region', { name: word('rubric'), exact: true });
    await expect(rubric.getByText(word('rubric.in'), { exact: true })).toHaveCount(13);
    await expect(rubric.getByText(word('rubric.sum', { sum: 100 }))).toBeVisible();
    await expect(page.getByText(words.said('errors.none'))).toBeVisible();
    const { criteria } = await scoreOf(await openAttempt(page), testInfo.outputPath('attempt.json'));
    expect(criteria.find(({ id }) => id === 'preservation.rubric')).toMatchObject({ raw: 100, scaled: 1 });
  });
});

test('a copy of a closed card needs a second confirmation, and crosses the red line', async ({
  player,
  page,
}, testInfo) => {
  const { workbench, text } = player;
  await reachWorkbench(player);
  await workbench.allAds.click().catch(() => {});
  if (!(await workbench.adSearch.isVisible())) await workbench.allAds.click();
  await workbench.adSearch.fill(text.withheldAd);
  await workbench.adButton(text.withheldAd).click();
  await expect(page.getByText(word('closed.text'))).toBeVisible();
  await expect(page.getByRole('button', { name: word('capture'), exact: true })).toHaveCount(0);

  await workbench.button(word('closed.copy')).click();
  const dialog = page.getByRole('dialog', { name: word('closed.copy.ask') });
  await dialog.getByRole('button', { name: word('do.no'), exact: true }).click();
  await expect(workbench.custody.getByRole('row')).toHaveCount(0);
  await workbench.button(word('closed.copy')).click();
  await dialog.getByRole('button', { name: word('closed.copy'), exact: true }).click();
  await expect(workbench.custody.getByText(evidence['action.page.captured']).first()).toBeVisible();

  await workbench.finish();
  for (const [state, option] of modelPath()) if (option !== 'preserve') await player.take(state, option);
  await player.seeDebrief('end-reviewed');
  await expect(page.getByText(words.said('never.closed-card'))).toBeVisible();
  const { criteria, redLine } = await scoreOf(await openAttempt(page), testInfo.outputPath('attempt.json'));
  expect(redLine).toBe(true);
  expect(criteria.find(({ id }) => id === 'preservation.rubric')?.scaled).toBe(0);
});

test('an address opens its ad, shows the canonical address, and opens nothing outside the case', async ({
  player,
  page,
}) => {
  const { workbench, text } = player;
  const [first = ''] = text.linkedAds;
  await reachWorkbench(player);
  await workbench.choose(first);
  const exact =
    (await workbench
      .exhibit(first)
      .getByText(/^https:/)
      .textContent()) ?? '';
  const field = page.getByLabel(word('address'));
  await field.fill('https://checkathon.example/somewhere');
  await field.press('Enter');
  await expect(page.getByText(word('address.none'))).toBeVisible();
  await expect(field).toBeFocused();

  const asked = exact.replace('from=list', 'from=search');
  await field.fill(asked);
  await field.press('Enter');
  await expect(workbench.heading(first)).toBeFocused();
  await expect(page.getByText(word('page.ownAddress', { asked, url: exact }))).toBeVisible();
});
