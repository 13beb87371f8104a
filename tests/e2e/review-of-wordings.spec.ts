import { readFileSync } from 'node:fs';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { sayOfWordings } from '#library/review/screens/say-of-wordings.ts';
import { takeReview } from '#library/review/use-cases/take-review.ts';
import { wordingsSubject } from '#library/review/use-cases/wordings-subject.ts';
import { REPOSITORY } from '../support/browser/built-site.ts';
import { EVERY_SETTING, expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

const FILES = createProjectFiles(REPOSITORY);

test('wordings of signs are read, disputed and signed, and the saved form is taken', async ({ page }) => {
  await page.goto('facilitate/review/');
  await page.getByRole('link', { name: 'Form for “Wordings of signs in posts of groups”' }).click();
  await page.getByRole('radio', { name: 'The view of survivors or of victim support' }).check();
  const rows = page.locator('.statement');
  const { statements } = wordingsSubject(FILES, 'groups', sayOfWordings) as ReviewSubject;
  await expect(rows).toHaveCount(statements.length);
  for (const row of await rows.all()) await row.getByRole('radio').first().check();
  const romance = rows.filter({ hasText: 'close to a script' });
  await romance.getByRole('radio', { name: 'No', exact: true }).check();
  await romance.getByLabel('Why not, and what should we do?').fill('They are too long.');
  await expectNoBarriers(page, 'the form of wordings', EVERY_SETTING);
  await page.getByLabel(/^Name or role/).fill('A support service');
  await page.getByRole('checkbox').check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the form' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^review-wordings-groups-support-.+\.json$/);

  const taken = takeReview(readFileSync(await download.path(), 'utf8'), FILES, {
    case: () => undefined,
    lesson: () => undefined,
    wordings: (files, id) => wordingsSubject(files, id, sayOfWordings),
  });
  expect(taken).toMatchObject({ ok: true, path: 'content/reviews/wordings/groups.yaml' });
  expect(taken.ok && taken.text).toContain('They are too long.');
});
