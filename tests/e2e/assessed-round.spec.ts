import { words } from '../support/browser/case-words.ts';
import { expect, test } from '../support/browser/test.ts';

test('a round of practice answers after each ad, and opens the way to a round that is assessed', async ({
  page,
  playerOf,
}) => {
  const round = await playerOf('find-house-pages-before');
  await round.open();
  await round.beginButton.click();
  await expect(page.getByText(words.find('first.title'))).toBeVisible();
  await expect(round.find.rows).toHaveCount(0);
  await round.isStored(1);

  const practice = await playerOf('find-room-offers');
  await practice.open();
  await practice.beginButton.click();
  const [open] = practice.text.part.market.ads.filter(({ withheld }) => !withheld);
  const ad = open?.id ?? '';
  await practice.find.open(ad);
  await practice.find.judge('check', 1);
  await expect(page.getByRole('heading', { name: words.find('answer', { id: ad }) })).toBeVisible();
  await expect(practice.find.band('check')).toBeDisabled();
  await practice.find.finish();
  await expect(practice.heading(words.room('feedback.title'))).toBeVisible();
  // The first step of the round, and four of the practice.
  await practice.isStored(5);

  await round.open();
  await expect(round.find.rows.first()).toBeVisible();
  await expect(page.getByText(words.find('first.title'))).toHaveCount(0);
});

test('who leads a session begins an assessed round without practice, and no answer comes before its end', async ({
  page,
  playerOf,
}) => {
  const player = await playerOf('find-house-pages-after');
  await player.open();
  await player.beginButton.click();
  await page.getByRole('button', { name: words.find('first.begin') }).click();
  const [open] = player.text.part.market.ads.filter(({ withheld }) => !withheld);
  const ad = open?.id ?? '';
  await player.find.open(ad);
  await player.find.judge('check', 1);
  await expect(page.getByRole('heading', { name: words.find('answer', { id: ad }) })).toHaveCount(0);
});
