import { translator } from '#i18n/translator.ts';
import policyMessages from '#words/kinds/policy.json' with { type: 'json' };
import { openAttempt, scoreOf } from '../support/browser/attempt-log.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';
import { walkCase } from '../support/browser/walk-case.ts';

const t = translator(policyMessages);
const WORDS = 'Those whom it touches see first what it does.';

test('a table-top is played by keys, survives a reload, prints one page and is looked back on', async ({
  page,
  playerOf,
}, testInfo) => {
  const player = await playerOf('which-measures-first');
  await player.open();
  await player.begin();
  await player.nextButton.click();

  const parts = page.getByRole('navigation', { name: t('jump') });
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  const go = async (part: string) => {
    await parts.getByRole('button', { name: part }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: part, exact: true }).first()).toBeFocused();
  };

  await test.step('hears two seats, chooses, and writes down why', async () => {
    await expectNoBarriers(page, 'the findings of a table');
    await go(t('round.A'));
    for (const seat of ['survivors', 'sellers'] as const) await press(t('hear.of', { seat: t(`seat.${seat}`) }));
    await press(t('choose', { measure: 'A3' }));
    await page.getByRole('textbox', { name: t('argue.for') }).focus();
    await page.keyboard.type(WORDS);
    await page.keyboard.press('Tab');
    await expectNoBarriers(page, 'a round of a table');
  });

  await test.step('finds all of it again after a reload, and looks at three views', async () => {
    await page.reload();
    await expect(page.getByRole('textbox', { name: t('argue.for') })).toHaveValue(WORDS);
    await go(t('step.views'));
    await expect(page.getByRole('row', { name: /^Sellers' safety/ })).toContainText('51 to 56');
    await expectNoBarriers(page, 'three views of a table');
  });

  await test.step('prints the note alone, on one page', async () => {
    await go(t('step.note'));
    await expect(page.getByRole('article')).toContainText(WORDS);
    await expectNoBarriers(page, 'the note of a table');
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });

  await test.step('is told what is missing, and nothing of what is right', async () => {
    await player.seeDebrief(await walkCase(player, []));
    await expect(page.getByText(/^Measures in your plan: 1\. They are A3/).first()).toBeVisible();
    await expectNoBarriers(page, 'the debrief of a table');
    const { criteria } = await scoreOf(await openAttempt(page), testInfo.outputPath('attempt.json'));
    expect(criteria.find(({ id }) => id === 'policy.heard')).toMatchObject({ raw: 0, max: 4 });
  });
});
