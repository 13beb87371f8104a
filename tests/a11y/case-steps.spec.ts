import { modelPath } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { atSize, expectNoBarriers, NARROW, WIDE } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

// A trace of every run of axe would take longer than the runs.
test.use({ trace: 'off' });

test('no accessibility barrier on the way through the market', async ({ player, page }) => {
  const { find, text } = player;
  const [first = '', second = ''] = text.linkedAds;

  await player.open();
  await expectNoBarriers(page, 'briefing');
  await player.begin();
  await expectNoBarriers(page, 'task');

  await find.open(first);
  await find.mark(1, text.sign('third-person-voice'));
  await find.sentence(2).click();
  await expect(find.picker).toBeVisible();
  await expectNoBarriers(page, 'open ad with the list of signs', atSize(NARROW));
  await page.keyboard.press('Escape');

  await find.signSearch.waitFor({ state: 'hidden' });
  await page.keyboard.press('i');
  await expect(find.marketCard).toBeVisible();
  await expectNoBarriers(page, 'market card while reading');
  await page.keyboard.press('i');
  await expect(find.marketCard).toBeHidden();

  await page.setViewportSize(NARROW);
  for (const pane of [find.listTab, find.bookTab]) {
    await pane.click();
    await expectNoBarriers(page, 'one pane of a narrow workspace');
  }
  await find.adTab.click();
  await page.setViewportSize(WIDE);

  await find.commitButton.click();
  await expectNoBarriers(page, 'judgement with something missing');
  await find.judge('prioritise', 2);
  await find.open(second);
  await find.filter('phone').selectOption(text.phone);
  await expectNoBarriers(page, 'filtered list');
  await find.search.fill('no ad says this');
  await expectNoBarriers(page, 'empty list');
  await find.search.fill('');
  await find.filter('phone').selectOption('');
  await find.row(text.withheldAd).click();
  await expect(find.withheldCard).toBeVisible();
  await expectNoBarriers(page, 'withheld card', atSize(NARROW));
  await find.handOverButton.click();
  await expect(find.handOverButton).toHaveCount(0);
  await expectNoBarriers(page, 'withheld card, handed over');

  await page.keyboard.press('?');
  await expect(find.keysDialog).toBeVisible();
  await expectNoBarriers(page, 'keys');
  await page.keyboard.press('Escape');
  await find.finishButton.click();
  await expect(find.finishDialog).toBeVisible();
  await expectNoBarriers(page, 'finish?');
  await find.finishDialog.getByRole('button', { name: words.find('finish.yes'), exact: true }).click();
  await expect(player.heading(words.room('feedback.title'))).toBeVisible();
  await expectNoBarriers(page, 'feedback');
});

test('no accessibility barrier from the next step to the debrief', async ({ player, page }) => {
  const { workbench, text } = player;
  const [first = ''] = text.linkedAds;

  await player.open();
  await player.skipFind();
  await expectNoBarriers(page, 'next step');
  await player.doButton.click();
  await expectNoBarriers(page, 'next step without a choice');
  await player.restartButton.click();
  await expect(player.restartDialog).toBeVisible();
  await expectNoBarriers(page, 'start again?');
  await page.keyboard.press('Escape');
  await player.pauseButton.click();
  await expect(player.calmScreen).toBeVisible();
  await expectNoBarriers(page, 'calm screen');
  await player.resume();

  await player.take('desk', 'preserve');
  await expect(player.screen('preserve')).toBeVisible();
  await expectNoBarriers(page, 'empty bench');
  await workbench.noteAuthority('Order OST-0312', 'Ads under the number');
  await workbench.checkClock();
  await workbench.choose(first);
  await expectNoBarriers(page, 'bench before a capture');
  await workbench.checkForChild();
  await workbench.capture();
  await workbench.button(words.workbench('record.write')).click();
  await expectNoBarriers(page, 'record with faults');
  await workbench.writeRecord(first);
  await workbench.readBack();
  await workbench.seal();
  await expectNoBarriers(page, 'bench after a capture', atSize(NARROW));
  await workbench.choose(text.withheldAd);
  await expect(page.getByText(words.workbench('closed.text'))).toBeVisible();
  await expectNoBarriers(page, 'withheld ad on the bench');
  await workbench.finishButton.click();
  await expect(workbench.finishDialog).toBeVisible();
  await expectNoBarriers(page, 'finish at the bench?');
  await workbench.confirmFinish();

  const rest = modelPath().filter(([, option]) => option !== 'preserve');
  for (const [state, option] of rest) {
    await expect(player.screen(state)).toBeVisible();
    if (state === 'd04') await expectNoBarriers(page, 'decision with a talk');
    await player.decide(state, option === 'c' && state === 'd30' ? 'a' : option);
    if (state === 'd04') await expectNoBarriers(page, 'what followed, with reasons', atSize(NARROW));
    await player.goOnButton.click();
  }
  await player.seeDebrief('end-reviewed');
  await expectNoBarriers(page, 'debrief', atSize(NARROW));
});

test('no accessibility barrier in the notices about an attempt', async ({ player, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Storage is refused.', 'SecurityError');
    };
  });
  await player.open();
  await expect(player.notStored()).toBeVisible();
  await expectNoBarriers(page, 'briefing that is not kept');
  await player.skipFind();
  await player.take('desk', 'contact');
  await player.take('d01', 'b');
  // Its other parts are those of the debrief above.
  await player.seeFirstPage('end-switched-off');
  await expectNoBarriers(page, 'debrief after a red line');
});
