import { dataWords, kindWords, outcomeWords } from '#evidence/letters/screens/letter-words.ts';
import said from '#words/kinds/requests/debrief.json' with { type: 'json' };
import { openAttempt, scoreOf } from '../support/browser/attempt-log.ts';
import type { CasePlayer } from '../support/browser/case-player.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { letterWords, RequestDesk } from '../support/browser/request-desk.ts';
import { expect, test } from '../support/browser/test.ts';
import { walkCase } from '../support/browser/walk-case.ts';

const CASE = 'a-week-later';
const DATA = ['versions', 'subscriber', 'logins', 'payment', 'messages'] as const;

/** From the briefing to the request desk. */
async function toDesk(player: CasePlayer): Promise<void> {
  await player.open();
  await player.begin();
  await player.nextButton.click();
  await player.take('desk', 'letters');
  await expect(player.screen('letters')).toBeFocused();
}

/** Fills in what a request to keep data has to say, about the ads under the number. */
async function fillRequest(desk: RequestDesk, ads: readonly string[]): Promise<void> {
  await desk.open('preservation');
  for (const ad of ads) {
    await desk.putOnFile(ad);
    await desk.insert(ad);
  }
  await desk.field('field.to').selectOption('ostrel-notice-company');
  await desk.field('field.channel').selectOption('home');
  await desk.page.getByRole('button', { name: letterWords('given.take.authority'), exact: true }).click();
  await desk.field('field.contact').fill('duty desk of the unit');
  await desk.field('field.issuer').selectOption('prosecutor');
  await desk.field('field.offence').selectOption('third-party-gain');
  await desk.field('field.facts').fill(`Ad ${ads[0]}: more than one voice answers one number.`);
  await desk.field('field.from').fill('2031-02-01T00:00');
  await desk.field('field.until').fill('2031-03-19T10:00');
  for (const category of DATA) await desk.page.getByRole('checkbox', { name: dataWords(category) }).check();
  await desk.field('field.custodian').fill('The company that runs the site.');
  await desk.field('field.urgency').fill('Such pages change within hours.');
  await desk.field('field.intent').selectOption('order');
  await desk.field('field.days').fill('90');
  await desk.field('field.confidentiality').fill('The account holder is not told, on the basis of the order.');
  await desk.field('field.keepsOnline').check();
  await desk.field('field.acknowledgement').check();
}

test('a letter is begun, survives a reload, is sent, answered and renewed, and debriefed field by field', async ({
  page,
  playerOf,
}, testInfo) => {
  const player = await playerOf(CASE);
  const desk = new RequestDesk(page);
  const ads = player.text.linkedAds;
  await toDesk(player);
  await expectNoBarriers(page, 'the desk before a letter');

  await fillRequest(desk, ads);
  await expect(desk.checklist).toContainText(letterWords('parts.count', { n: 9, of: 9 }));
  const begun = (await openAttempt(page)).events.at(-1);

  await page.reload();
  await player.awake();
  await desk.open('preservation');
  await expect(desk.field('field.urgency')).toHaveValue('Such pages change within hours.');
  await expect(desk.field('field.ads')).toHaveValue(ads.join('\n'));
  await expectNoBarriers(page, 'a letter in its form');
  await desk.send();
  expect((await openAttempt(page)).events.findLast(({ type }) => type === 'exercise.acted')?.at).toBe(begun?.at);

  await expect(desk.answer('L-01')).toHaveCount(0);
  await desk.waitButton.click();
  await expect(desk.answer('L-01')).toContainText(outcomeWords('acknowledged'));
  await desk.field('diary.note.label').fill('2031-06-10T09:00');
  await page.getByRole('button', { name: letterWords('diary.note'), exact: true }).click();
  await expectNoBarriers(page, 'the desk with an answer');

  await desk.finish();
  await walkCase(player, [
    ['desk', 'meet'],
    ['d21', 'c'],
    ['d19', 'd'],
    ['d07', 'b'],
  ]);
  await player.seeDebrief('end-kept');
  const order = page.getByRole('region', { name: kindWords('order'), exact: true });
  await expect(order).toContainText(said['letter.unsent.order']);
  const keep = page.getByRole('region', { name: kindWords('preservation'), exact: true });
  await keep.locator('details.why > summary').first().click();
  await expect(keep.locator('.grade').first()).toBeVisible();
  // One ad of the case shows no number, and the letter does not name it.
  await expect(keep.locator('.verdict--miss')).toHaveCount(1);
  await expect(keep).toContainText(/L-01 leaves out ads of the case: 1 \(\d{4}\)\./);
  await expectNoBarriers(page, 'the debrief of letters');

  const { criteria } = await scoreOf(await openAttempt(page), testInfo.outputPath('attempt.json'));
  const scaled = Object.fromEntries(criteria.map((criterion) => [criterion.id, criterion.scaled]));
  // Of the three kinds of letter that the case asks for, one went out, and none to the company abroad.
  expect(scaled['requests.content']).toBeGreaterThan(0);
  // The letter leads to all ads of the case but one, and to five of seven kinds of data at the two companies.
  expect(scaled['requests.data']).toBeCloseTo(((5 / 7) * ads.length) / (ads.length + 1));
  expect(scaled['requests.channel']).toBe(0);
  expect(scaled['requests.renewal']).toBe(0.5);
  const ways = page.getByRole('region', { name: letterWords('debrief.channel'), exact: true });
  await expect(ways).toContainText('No letter about the case asks to have data kept at Fenorra Relay.');
});

test('printing contains only the letter, under the line that it is invented', async ({ page, playerOf }) => {
  const player = await playerOf(CASE);
  const desk = new RequestDesk(page);
  await toDesk(player);
  await fillRequest(desk, player.text.linkedAds);
  await desk.send();
  await page.evaluate(() => {
    globalThis.print = () => undefined;
  });
  await page.getByRole('button', { name: letterWords('print'), exact: true }).click();
  await page.emulateMedia({ media: 'print' });

  await expect(desk.letter('L-01')).toBeVisible();
  await expect(desk.letter('L-01')).toContainText(player.text.part.market.notice);
  for (const hidden of [player.screen('letters'), page.getByRole('radio').first(), desk.finishButton])
    await expect(hidden).toBeHidden();
});

test('an order for messages signed by an analyst is refused, naming the office that can give it', async ({
  page,
  playerOf,
}) => {
  const player = await playerOf(CASE);
  const desk = new RequestDesk(page);
  await toDesk(player);
  await fillRequest(desk, player.text.linkedAds);
  await desk.send();
  await desk.waitButton.click();

  const order = async (issuer: string) => {
    await desk.open('order');
    for (const ad of player.text.linkedAds) await desk.insert(ad);
    await desk.field('field.to').selectOption('ostrel-notice-company');
    await desk.field('field.channel').selectOption('home');
    await page.getByRole('button', { name: letterWords('given.take.authority'), exact: true }).click();
    await page.getByRole('button', { name: letterWords('given.take.basis'), exact: true }).click();
    await desk.field('field.contact').fill('duty desk of the unit');
    await desk.field('field.issuer').selectOption(issuer);
    await desk.field('field.offence').selectOption('third-party-gain');
    await desk.field('field.from').fill('2031-02-01T00:00');
    await desk.field('field.until').fill('2031-03-19T10:00');
    await page.getByRole('checkbox', { name: dataWords('messages') }).check();
    await desk.send();
    await desk.waitButton.click();
  };
  await order('analyst');
  await expect(desk.answer('L-02')).toContainText(outcomeWords('refused'));
  await expect(desk.answer('L-02')).toContainText(/analyst.*may not ask for: messages\. These may: judge/);
  await order('judge');
  await expect(desk.answer('L-03')).toContainText(outcomeWords('acknowledged'));
});
