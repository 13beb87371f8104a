import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

/** Pages of A4 of each sheet when it is printed alone. */
const PAGES = {
  roles: 1,
  law: 1,
  sites: 2,
  cards: 2,
  weeks: 6,
  capture: 1,
  board: 1,
  interval: 1,
  interview: 1,
  report: 1,
  injects: 3,
  seats: 2,
  options: 1,
  views: 1,
  note: 1,
  outside: 4,
};

test('the cards for a table have their pages of A4, each sheet can be left out, and the truth is elsewhere', async ({
  page,
  request,
}) => {
  await page.goto('facilitate/table-cards/');
  await expectNoBarriers(page, 'the cards for a table');
  const pagesOf = async (sheets: readonly string[]) => {
    for (const box of await page.locator('.paper__print').all()) {
      const id = await box.evaluate((one) => one.closest('.paper')?.id ?? '');
      await box.setChecked(sheets.includes(id));
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    return pdf.match(/\/Type\s*\/Page(?!s)/g)?.length;
  };
  const counted: Record<string, number | undefined> = {};
  for (const sheet of Object.keys(PAGES)) counted[sheet] = await pagesOf([sheet]);
  expect(counted).toEqual(PAGES);
  expect(await pagesOf(['law', 'seats'])).toBe(3);

  const secret = 'Asks for a correction of the age';
  expect(await (await request.get('facilitate/table-cards/')).text()).not.toContain(secret);
  await page.goto('facilitate/table-cards/truth/');
  await expect(page.getByText(secret)).toBeVisible();
  await expectNoBarriers(page, 'the sealed sheet');
});
