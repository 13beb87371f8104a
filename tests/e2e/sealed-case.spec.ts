import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import briefing from '#words/case/case.json' with { type: 'json' };
import debrief from '#words/case/debrief.json' with { type: 'json' };
import outreach from '#words/case/decision.json' with { type: 'json' };
import sealed from '#words/case/sealed.json' with { type: 'json' };
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';
import { packOwnCase } from '../support/pack-own-case.ts';

const home = mkdtempSync(join(tmpdir(), 'checkathon-sealed-'));
test.afterAll(() => rmSync(home, { recursive: true, force: true }));

test('a sealed case asks for its gate word where the answers are needed, and opens with it alone', async ({ page }) => {
  const { file, words } = packOwnCase(home);
  const [word = ''] = words;
  await page.goto(pathToFileURL(file).href);
  await expect(page.getByText(sealed.note, { exact: false }).first()).toBeVisible();
  await expect(page.getByText(sealed['facts.key'])).toBeVisible();
  await page.getByRole('button', { name: briefing.begin }).click();
  await page.getByRole('radio', { name: /Write which nights are free/ }).check();
  await page.getByRole('button', { name: outreach.do }).click();
  await expect(page.getByText(outreach['why.sealed'])).toBeVisible();
  await page.getByRole('button', { name: outreach['go-on'] }).click();
  await page.getByRole('button', { name: outreach['go-on'] }).click();

  await expect(page.getByRole('heading', { name: sealed.head })).toBeVisible();
  await expectNoBarriers(page, 'the gate word');
  await page.getByLabel(sealed.word).fill('badger badger badger badger badger badger');
  await page.getByRole('button', { name: sealed.open }).click();
  await expect(page.getByText('This is not the gate word')).toBeVisible();
  await page.getByLabel(sealed.word).fill(word.toUpperCase().replaceAll(' ', ', '));
  await page.getByRole('button', { name: sealed.open }).click();
  await expect(page.getByText('The person can plan with what is certain').first()).toBeAttached();
  await expect(page.getByRole('button', { name: debrief.save, exact: true })).toBeVisible();
  expect(readFileSync(file, 'utf8')).not.toContain('The person can plan with what is certain');
});
