import type { CasePlayer } from '../support/browser/case-player.ts';
import { modelPath } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { expect, test } from '../support/browser/test.ts';

/** The decisions of the outreach as the model path takes them. */
const OUTREACH = modelPath().filter(([state]) => state !== 'desk' && state !== 'd30');

/** Captures the first ad of the note in whatever state it is, and returns its SHA-256. */
async function captureFirst(player: CasePlayer): Promise<string> {
  await expect(player.screen('preserve')).toBeVisible();
  await player.workbench.choose(player.text.linkedAds[0] ?? '');
  return player.workbench.capture();
}

test('an ad captured after the contact has hidden its number and has other bytes', async ({ player, caseText }) => {
  const [first = ''] = caseText.linkedAds;

  await player.open();
  await player.skipFind();
  await player.take('desk', 'preserve');
  const before = await captureFirst(player);
  await expect(player.workbench.exhibit(first)).toContainText(caseText.phone);
  expect(before).toMatch(/^[0-9a-f]{64}$/);

  await test.step('in another attempt contact comes first', async () => {
    await player.startAgain();
    await player.skipFind();
    await player.take('desk', 'contact');
    await player.takeAll(OUTREACH);
    await player.take('desk', 'preserve-late');
    const after = await captureFirst(player);
    expect(after).not.toBe(before);
    await expect(player.workbench.exhibit(first)).not.toContainText(caseText.phone);
    await expect(player.workbench.exhibit(first)).toContainText(caseText.part.market.words.edited);
    await expect(player.workbench.fact(words.workbench('facts.answer'))).toHaveText(
      words.workbench('facts.answer.200'),
    );
  });
});

test('a page that was reported first is gone, and its capture records the status 404', async ({ player, caseText }) => {
  const [first = ''] = caseText.linkedAds;
  await player.open();
  await player.skipFind();
  await player.take('desk', 'notify');
  await player.take('desk', 'preserve-gone');
  await captureFirst(player);
  await expect(player.workbench.exhibit(first)).toContainText(caseText.part.market.words.gone);
  await expect(player.workbench.exhibit(first)).not.toContainText(caseText.phone);
  await expect(player.workbench.fact(words.workbench('facts.answer'))).toHaveText(words.workbench('facts.answer.404'));
});
