import { words } from '../support/browser/case-words.ts';
import { expect, test } from '../support/browser/test.ts';

test.beforeEach(async ({ player }) => {
  await player.open();
  await player.skipFind();
  await player.take('desk', 'contact');
});

test('a red line ends the story in calm words and leads to a debrief', async ({ player }) => {
  await player.decide('d01', 'b');
  await expect(player.main.getByText(words.reach('rating.red'))).toBeVisible();
  await player.goOnButton.click();
  await player.seeDebrief('end-switched-off');
  await expect(player.main).toContainText(player.text.scene('end-switched-off').text.slice(0, 60));
  await expect(player.happened).toContainText(words.said('case.red', { step: player.text.scene('d01').title }));
  await expect(player.happened).not.toContainText(words.said('case.red.none'));
  await expect(player.main.getByText(words.debrief('care'))).toBeVisible();
});

test('an early end without a red line is not described as one', async ({ player }) => {
  await player.take('d01', 'c');
  await player.take('d02', 'a');
  await player.take('d03', 'd');
  await player.take('d04', 'b');
  await player.take('d07', 'a');
  await player.decide('d08', 'c');
  await expect(player.main.getByText(words.reach('rating.acceptable'))).toBeVisible();
  await player.goOnButton.click();
  await player.seeDebrief('end-answer-stands');
  await expect(player.happened).toContainText(words.said('case.red.none'));
  await expect(player.pathDrawing).toBeVisible();
});

test('a harmful step can end the contact, and the debrief gives its reason', async ({ player }) => {
  await player.take('d01', 'a');
  await player.take('d02', 'a');
  await player.take('d03', 'd');
  await player.take('d04', 'c');
  await player.seeDebrief('end-line-dead');
  const steps = player.page.getByRole('region', { name: words.debrief('path'), exact: true });
  await expect(steps.getByText(player.text.option('d04', 'c').text).filter({ visible: true }).first()).toBeVisible();
  await expect(steps.getByText(words.debrief('rating.harmful')).filter({ visible: true }).first()).toBeVisible();
});
