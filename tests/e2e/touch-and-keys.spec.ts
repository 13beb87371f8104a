import type { Page } from '@playwright/test';
import { translator } from '#i18n/translator.ts';
import drawingWords from '#words/case/statechart.json' with { type: 'json' };
import linkMessages from '#words/kinds/linking.json' with { type: 'json' };
import { openAttempt } from '../support/browser/attempt-log.ts';
import { beginning, words } from '../support/browser/case-words.ts';
import { Keyboard } from '../support/browser/keyboard.ts';
import { expect, test } from '../support/browser/test.ts';

const t = translator(linkMessages);

/** The acts of the open attempt, without the ads that were only opened. */
async function actsOf(page: Page) {
  const { events } = await openAttempt(page);
  return events
    .flatMap((event) => (event.type === 'exercise.acted' ? [event.action] : []))
    .filter(({ type }) => type !== 'ad.opened');
}

/** The characters at which a word of a sentence begins and ends, counted over the whole text. */
function placeOf(sentences: readonly string[], n: number, from: string, to: string): string {
  const before = sentences.slice(0, n - 1).reduce((sum, sentence) => sum + sentence.length + 1, 0);
  const sentence = sentences[n - 1] ?? '';
  return `t:${before + sentence.indexOf(from)}-${before + sentence.indexOf(to) + to.length}`;
}

/** An ad with two words to mark: the first and the second of its second sentence. */
function markable(
  ads: readonly { id: string; withheld?: unknown; versions: readonly { sentences: readonly string[] }[] }[],
) {
  for (const { id, withheld, versions } of ads) {
    const sentences = versions.at(-1)?.sentences ?? [];
    const [one = '', two = ''] = sentences[1]?.split(' ') ?? [];
    if (!withheld && versions.length === 1 && two !== '' && one !== two) return { id, sentences, one, two };
  }
  throw new Error('No ad has two words to mark.');
}

test.describe('with a finger, on a phone', () => {
  test.use({ viewport: { width: 375, height: 760 }, hasTouch: true, isMobile: true });

  test('words and fields are marked, judged and unmarked', async ({ page, playerOf }) => {
    const player = await playerOf('find-room-offers');
    const { find, text } = player;
    const { id, sentences, one, two } = markable(text.part.market.ads);
    await player.open();
    await player.beginButton.tap();
    await find.listTab.tap();
    await find.row(id).tap();
    await expect(find.exhibit(id)).toBeVisible();

    await test.step('marks two words: the first, then the last', async () => {
      await find.sentence(2).tap();
      await find.picker.getByRole('button', { name: words.find('picker.words') }).tap();
      const word = (n: number) => find.sentence(2).locator('[data-word]').nth(n);
      await expect(page.getByText(words.find('words.first'))).toBeVisible();
      await word(0).tap();
      await expect(page.getByText(words.find('words.last', { words: one }))).toBeVisible();
      await word(1).tap();
      await find.picker.getByRole('option').first().tap();
    });

    await test.step('marks a field, and takes that mark back', async () => {
      await find.field(text.part.market.words.fields.town.toLowerCase()).tap();
      await find.picker.getByRole('option').nth(1).tap();
      await find.bookTab.tap();
      await expect(find.marks).toHaveCount(2);
      await find.marks.nth(1).getByRole('button').tap();
      await expect(find.marks).toHaveCount(1);
    });

    await test.step('judges, and scrolls nothing sideways', async () => {
      await find.band('check').locator('..').tap();
      await find.certainty(1).locator('..').tap();
      await find.commitButton.tap();
      await expect(page.getByRole('heading', { name: words.find('answer', { id }) })).toBeVisible();
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(wide).toBe(false);
    });

    expect(await actsOf(page)).toMatchObject([
      { type: 'ad.marked', ad: id, at: placeOf(sentences, 2, one, two) },
      { type: 'ad.marked', ad: id, at: 'f:town' },
      { type: 'ad.unmarked', ad: id, at: 'f:town' },
      { type: 'ad.judged', ad: id, band: 'check', certainty: 1 },
    ]);
  });

  test('ads are put on the board, linked with a reason, and shown in the drawing', async ({ page, playerOf }) => {
    const player = await playerOf('one-person-or-three');
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const listed = (ad: string) =>
      page.getByRole('list', { name: t('find.list') }).getByRole('button', { name: beginning(ad) });
    await player.open();
    await player.beginButton.tap();
    await listed('0328').tap();
    await button(t('bench.on')).tap();
    await listed('0316').tap();
    await button(t('bench.on')).tap();
    await page.getByRole('combobox', { name: t('link.to'), exact: true }).selectOption('0328');
    await page.getByRole('combobox', { name: t('link.kind'), exact: true }).selectOption('shared-payment-handle');
    await button(t('link.do')).tap();

    const drawing = page.getByRole('region', { name: beginning(t('graph.yours')) });
    await drawing.getByRole('button', { name: beginning('0328') }).tap();
    await expect(page.getByRole('heading', { name: t('bench', { id: '0328' }), exact: true })).toBeFocused();
    await button(drawingWords['tools.larger']).tap();
    await button(drawingWords['tools.fit']).tap();
    await page.getByText(t('graph.table')).first().tap();
    await expect(page.getByRole('table', { name: t('graph.yours') }).getByRole('row')).toHaveCount(3);
    expect(await actsOf(page)).toMatchObject([
      { type: 'ad.collected', ad: '0328' },
      { type: 'ad.collected', ad: '0316' },
      { type: 'edge.proposed', a: '0316', b: '0328', kind: 'shared-payment-handle' },
    ]);
  });
});

test.describe('with keys alone', () => {
  test('some words of an ad are marked', async ({ page, playerOf }) => {
    const player = await playerOf('find-room-offers');
    const { find, text } = player;
    const keys = new Keyboard(page);
    const { id, sentences, one, two } = markable(text.part.market.ads);
    await player.open();
    await keys.activate(player.beginButton);
    await expect(find.search).toBeEnabled();
    await keys.press('/');
    await keys.fill(find.search, id);
    await expect(find.row(id)).toBeVisible();
    await keys.activate(find.row(id));
    await expect(find.ad.getByRole('heading', { level: 2 })).toBeFocused();
    await keys.press('m', 'm');
    await expect(find.sentence(2)).toBeFocused();
    await keys.press('ArrowRight', 'Shift+ArrowRight', 'Enter');
    await expect(find.signSearch).toBeFocused();
    await keys.press('ArrowDown', 'Enter');
    await expect(find.sentence(2)).toBeFocused();
    await expect(find.marks).toContainText(`${one} ${two}`);
    expect(await actsOf(page)).toMatchObject([{ type: 'ad.marked', ad: id, at: placeOf(sentences, 2, one, two) }]);
  });

  test('ads are linked, named as a network, navigated in the drawing, and unlinked', async ({ page, playerOf }) => {
    const player = await playerOf('one-person-or-three');
    const keys = new Keyboard(page);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const search = page.getByRole('searchbox');
    const workbench = (id: string) => page.getByRole('heading', { name: t('bench', { id }), exact: true });
    await player.open();
    await keys.activate(player.beginButton);
    for (const ad of ['0328', '0316']) {
      await keys.tabTo(search);
      await search.press('ControlOrMeta+a');
      await keys.type(ad);
      await keys.activate(
        page.getByRole('list', { name: t('find.list') }).getByRole('button', { name: beginning(ad) }),
      );
      await expect(workbench(ad)).toBeFocused();
      await keys.activate(button(t('bench.on')));
      await keys.press('Shift+Tab', 'Shift+Tab');
      await search.focus();
    }
    await keys.tabTo(page.getByRole('combobox', { name: t('link.to'), exact: true }));
    await keys.type('0328');
    await keys.tabTo(page.getByRole('combobox', { name: t('link.kind'), exact: true }));
    await keys.type(t('kind.same-room').slice(0, 12));
    await keys.activate(button(t('link.do')));

    const drawing = page.getByRole('region', { name: beginning(t('graph.yours')) });
    const node = (ad: string) => drawing.getByRole('button', { name: beginning(ad) });
    await keys.tabTo(node('0316'));
    await expect(async () => {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        await keys.press(key);
        if (await node('0328').evaluate((box) => box === document.activeElement)) return;
      }
      throw new Error('No arrow leads along the link.');
    }).toPass();
    const scale = page.getByText(/^\d+ %$/);
    const before = await scale.textContent();
    await keys.press('+');
    await expect(scale).not.toHaveText(before ?? '');
    await keys.press('Enter');
    await expect(workbench('0328')).toBeFocused();
    await keys.press('ControlOrMeta+z');
    await expect(page.getByText(t('links.none'))).toBeVisible();
    expect((await actsOf(page)).map(({ type }) => type)).toEqual([
      'ad.collected',
      'ad.collected',
      'edge.proposed',
      'edge.withdrawn',
    ]);
  });
});
