import type { Locator, Page } from '@playwright/test';
import type { CasePlayer } from '../support/browser/case-player.ts';
import { modelPath } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { expect, test } from '../support/browser/test.ts';

/** Nothing of the case stands on it: one heading, no exhibit, no question, no number. */
async function expectCalm(player: CasePlayer): Promise<void> {
  await expect(player.calmScreen).toBeFocused();
  await expect(player.main.getByRole('heading')).toHaveCount(1);
  await expect(player.main.getByRole('region')).toHaveCount(0);
  await expect(player.main.getByRole('radio')).toHaveCount(0);
  await expect(player.main).not.toContainText(player.text.phone, { useInnerText: true });
}

async function pressEscapeTwice({ keyboard }: Page): Promise<void> {
  await keyboard.press('Escape');
  await keyboard.press('Escape');
}

/** Both ways to the calm screen and back, from a screen on which `place` has the focus. */
async function pauseAt(player: CasePlayer, place: Locator): Promise<void> {
  await place.focus();
  await expect(place).toBeFocused();
  await pressEscapeTwice(player.page);
  await expectCalm(player);
  await player.resume();
  await expect(place).toBeFocused();

  await player.pauseButton.click();
  await expectCalm(player);
  await pressEscapeTwice(player.page);
  await expect(player.calmScreen).toHaveCount(0);
  await expect(player.pauseButton).toBeFocused();
  await expect(place).toBeVisible();
}

test('the calm screen opens from every kind of screen and returns to the same place', async ({ player, page }) => {
  const { find, workbench, text } = player;
  const [first = ''] = text.linkedAds;
  const model = modelPath();

  await test.step('briefing', async () => {
    await player.open();
    await pauseAt(player, player.beginButton);
  });

  await test.step('open ad, with a filter and an unfinished judgement', async () => {
    await player.begin();
    await find.filter('phone').selectOption(text.phone);
    await find.open(text.linkedAds[1] ?? '');
    await find.open(first);
    await find.open(text.linkedAds[1] ?? '');
    await find.band('check').check();
    await pauseAt(player, find.sentence(2));
    await expect(find.exhibit(text.linkedAds[1] ?? '')).toBeVisible();
    await expect(find.band('check')).toBeChecked();
    await expect(find.rows).toHaveCount(text.linkedAds.length);
  });

  await test.step('feedback', async () => {
    await find.finish();
    await expect(player.heading(words.room('feedback.title'))).toBeVisible();
    await pauseAt(player, player.nextButton);
    await player.nextButton.click();
  });

  await test.step('next step, with a choice that is not confirmed', async () => {
    await player.option('desk', 'request').check();
    await pauseAt(player, player.option('desk', 'request'));
    await expect(player.option('desk', 'request')).toBeChecked();
  });

  await test.step('bench, with a record half written', async () => {
    await player.take('desk', 'preserve');
    await workbench.choose(first);
    await workbench.capture();
    await workbench.timeField.fill('2031-03-1');
    await pauseAt(player, workbench.timeField);
    await expect(workbench.timeField).toHaveValue('2031-03-1');
    await workbench.finish();
  });

  await test.step('decision and what followed', async () => {
    await player.take('desk', 'contact');
    await pauseAt(player, player.option('d01', 'c'));
    await player.decide('d01', 'c');
    await pauseAt(player, player.goOnButton);
    await player.goOnButton.click();
  });

  await test.step('debrief', async () => {
    for (const [state, option] of model.slice(4, 8)) await player.take(state, option);
    await player.take('d08', 'c');
    await player.seeDebrief('end-answer-stands');
    await pauseAt(player, player.saveReportButton);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('Escape in a list or a window closes that and does not open the calm screen', async ({ player, page }) => {
  const { find } = player;
  await player.open();
  await player.begin();
  await find.open(player.text.linkedAds[0] ?? '');
  await find.sentence(1).click();
  await expect(find.picker).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(find.picker).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(find.keysDialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(find.keysDialog).toBeHidden();
  await expect(player.calmScreen).toHaveCount(0);
});

test('leaving from the calm screen costs nothing: the case continues at the same step', async ({ player, page }) => {
  await player.open();
  await player.skipFind();
  await player.decide('desk', 'request');
  await player.pauseButton.click();
  await page.getByRole('button', { name: words.case('paused.leave'), exact: true }).click();
  await expect(page).toHaveURL(/\/practise\/$/);
  await player.open();
  await player.seeConsequence('desk', 'request');
  await player.goOnButton.click();
  await expect(player.screen('desk')).toBeVisible();
});
