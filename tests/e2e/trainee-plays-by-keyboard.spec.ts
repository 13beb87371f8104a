import { modelPath } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { Keyboard } from '../support/browser/keyboard.ts';
import { expect, test } from '../support/browser/test.ts';

test('a trainee plays through every part of the case by keyboard alone', async ({ player, page }) => {
  const keys = new Keyboard(page);
  const { find, workbench, text } = player;
  const [first = ''] = text.linkedAds;

  await test.step('begins', async () => {
    await player.open();
    await keys.activate(player.beginButton);
    await expect(player.screen('find')).toBeFocused();
    // A scene that the page held ready is disabled until its scripts are here.
    await expect(find.search).toBeEnabled();
  });

  await test.step('opens an ad with J, marks a sentence with M, Enter and a word', async () => {
    await keys.press('j');
    await expect(find.ad.getByRole('heading', { level: 2 })).toBeFocused();
    await keys.press('m');
    await expect(find.sentence(1)).toBeFocused();
    await keys.press('m');
    await expect(find.sentence(2)).toBeFocused();
    await keys.press('Enter');
    await expect(find.signSearch).toBeFocused();
    await keys.type(text.sign('house-set-terms'));
    await keys.press('Enter');
    await expect(find.sentence(2)).toBeFocused();
    await expect(find.marks).toHaveCount(1);
  });

  await test.step('marks a field with F, and leaves the list of signs with Escape', async () => {
    await keys.press('f');
    await expect(find.field(text.part.market.words.fields.town.toLowerCase())).toBeFocused();
    await keys.press('Enter');
    await expect(find.signSearch).toBeFocused();
    await keys.press('Escape');
    await expect(find.field(text.part.market.words.fields.town.toLowerCase())).toBeFocused();
    await expect(find.marks).toHaveCount(1);
  });

  await test.step('judges with the number keys', async () => {
    for (const [key, band] of [
      ['3', 'prioritise'],
      ['0', 'unknown'],
      ['1', 'none'],
    ] as const) {
      const heading = await find.ad.getByRole('heading', { level: 2 }).textContent();
      await keys.press(key);
      await expect(find.band(band)).toBeChecked();
      await keys.press('n');
      await keys.choose(find.certainties, find.certainty(2));
      await keys.activate(find.commitButton);
      await expect(find.ad.getByRole('heading', { level: 2 })).not.toHaveText(heading ?? '');
      await expect(find.ad.getByRole('heading', { level: 2 })).toBeFocused();
    }
  });

  await test.step('finds the withheld card through the search and hands it over', async () => {
    await keys.press('/');
    await keys.fill(find.search, text.withheldAd);
    await keys.activate(find.row(text.withheldAd));
    await keys.activate(find.handOverButton);
    await expect(find.withheldCard.getByText(words.market('withheld.handedOver.note'))).toBeVisible();
  });

  await test.step('reads the list of keys', async () => {
    await keys.press('?');
    await expect(find.keysDialog).toBeVisible();
    await keys.press('Escape');
    await expect(find.keysDialog).toBeHidden();
  });

  await test.step('finishes the market', async () => {
    await keys.press('n');
    await keys.activate(find.finishButton);
    await keys.activate(find.finishDialog.getByRole('button', { name: words.find('finish.yes'), exact: true }));
    await expect(player.heading(words.room('feedback.title'))).toBeFocused();
    await keys.activate(player.nextButton, 400);
  });

  for (const [state, option] of modelPath()) {
    await test.step(`${state}: ${option}`, async () => {
      await expect(player.screen(state)).toBeFocused();
      await keys.choose(page.getByRole('radio'), player.option(state, option));
      await keys.press('Enter');
      await player.seeConsequence(state, option);
      await expect(player.consequence).toBeFocused();
      await keys.activate(player.goOnButton);
      if (option === 'preserve') await captureOne();
    });
  }

  async function captureOne() {
    await expect(player.screen('preserve')).toBeFocused();
    await keys.fill(workbench.basisField, 'Order OST-0312');
    await keys.fill(workbench.purposeField, 'One ad under the number');
    await keys.press('Enter');
    await keys.fill(workbench.offsetField, '37');
    await keys.press('Enter');
    await keys.activate(workbench.allAds);
    await keys.fill(workbench.adSearch, first);
    await keys.activate(workbench.adButton(first));
    await expect(workbench.heading(first)).toBeFocused();
    await keys.activate(workbench.button(words.workbench('child.check')));
    await keys.activate(workbench.button(words.workbench('capture')));
    await keys.activate(workbench.button(words.workbench('record.url.take')));
    await keys.fill(workbench.timeField, await workbench.timeOfCapture());
    for (const identifier of await workbench.identifiersSeen(first)) {
      await keys.tabTo(identifier);
      await keys.press('Space');
      await expect(identifier).toBeChecked();
    }
    await keys.activate(workbench.button(words.workbench('record.write')));
    await keys.activate(workbench.button(words.workbench('fixity.verify')));
    await keys.activate(workbench.button(words.workbench('fixity.seal')));
    await expect(workbench.button(words.workbench('fixity.sealed'))).toBeVisible();
    await keys.activate(workbench.finishButton);
    await keys.activate(
      workbench.finishDialog.getByRole('button', { name: words.workbench('finish.yes'), exact: true }),
    );
  }

  await test.step('reads the debrief', async () => {
    await player.seeFirstPage('end-reviewed');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await keys.tabTo(player.saveReportButton, 600);
    await keys.activate(player.openAllButton);
    await expect(player.criteria).toBeVisible();
  });
});
