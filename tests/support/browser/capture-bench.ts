import { expect, type Locator, type Page } from '@playwright/test';
import { fromEpoch, toEpoch } from '#kernel/model/instant.ts';
import type { CaseText } from './case-text.ts';
import { anyOf, beginning, words } from './case-words.ts';

const HASH = /^[0-9a-f]{64}$/;
/** What the two clocks of the workbench show beside each other. */
const OFFSET_SECONDS = 37;

/** The workbench on which pages are captured and recorded. */
export class CaptureWorkbench {
  readonly page: Page;
  readonly text: CaseText;
  readonly record: Locator;
  readonly hash: Locator;
  readonly finishButton: Locator;
  readonly finishDialog: Locator;
  readonly custody: Locator;

  constructor(page: Page, text: CaseText) {
    this.page = page;
    this.text = text;
    this.record = page.getByRole('region', { name: words.workbench('record'), exact: true });
    this.hash = this.record.getByRole('definition').getByText(HASH);
    this.finishButton = page.getByRole('button', { name: words.workbench('finish'), exact: true });
    this.finishDialog = page.getByRole('dialog', { name: words.workbench('finish.ask') });
    this.custody = page.getByRole('region', { name: words.locker('custody'), exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get basisField(): Locator {
    return this.page.getByLabel(words.workbench('authority.basis'));
  }

  get purposeField(): Locator {
    return this.page.getByLabel(words.workbench('authority.purpose'));
  }

  get offsetField(): Locator {
    return this.page.getByLabel(words.workbench('clock.offset'));
  }

  /** Opens the whole list of ads, which is folded where some were flagged. */
  get allAds(): Locator {
    return this.page.getByText(words.workbench('ads.all', { count: this.text.part.market.ads.length }));
  }

  get adSearch(): Locator {
    return this.page.getByRole('searchbox', { name: words.workbench('ads.search') });
  }

  adButton(ad: string): Locator {
    return this.page.getByRole('button', { name: beginning(ad) }).last();
  }

  heading(ad: string): Locator {
    return this.page.getByRole('heading', { name: words.workbench('bench', { ad }), exact: true });
  }

  async noteAuthority(basis: string, purpose: string): Promise<void> {
    await this.basisField.fill(basis);
    await this.purposeField.fill(purpose);
    await this.button(words.workbench('authority.note')).click();
    await expect(this.page.getByText(anyOf(words.workbench('authority.noted')))).toBeVisible();
  }

  async checkClock(): Promise<void> {
    await this.offsetField.fill(`+${OFFSET_SECONDS}`);
    await this.button(words.workbench('clock.note')).click();
    await expect(this.page.getByText(words.workbench('clock.noted', { seconds: OFFSET_SECONDS }))).toBeVisible();
  }

  exhibit(ad: string): Locator {
    return this.page.getByRole('region', { name: words.market('exhibit', { id: ad }) });
  }

  /** Puts an ad on the workbench: one that was flagged, or one found by its number in the whole list. */
  async choose(ad: string): Promise<void> {
    await expect(this.allAds).toBeVisible();
    const flagged = this.page.getByRole('list', { name: words.workbench('ads.flagged') });
    const row = flagged.getByRole('button', { name: beginning(ad) });
    if ((await row.count()) > 0) await row.click();
    else {
      if (!(await this.adSearch.isVisible())) await this.allAds.click();
      await this.adSearch.fill(ad);
      await this.adButton(ad).click();
    }
    await expect(this.heading(ad)).toBeFocused();
  }

  async checkForChild(): Promise<void> {
    await this.button(words.workbench('child.check')).click();
    await expect(this.button(words.workbench('child.checked'))).toBeVisible();
  }

  /** Captures the page on the workbench and returns the SHA-256 that the record shows. */
  async capture(): Promise<string> {
    await this.button(words.workbench('capture')).click();
    await expect(this.hash).toBeVisible();
    return (await this.hash.textContent()) ?? '';
  }

  fact(name: string): Locator {
    return this.record.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd[1]');
  }

  get timeField(): Locator {
    return this.page.getByRole('textbox', { name: words.workbench('record.time') });
  }

  /** The moment of the capture in UTC, from what the workstation's clock showed. */
  async timeOfCapture(): Promise<string> {
    const shown = (await this.fact(words.workbench('facts.clock')).textContent()) ?? '';
    const [, day = '', time = ''] = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/.exec(shown) ?? [];
    return fromEpoch(toEpoch(`${day}T${time}Z`) - OFFSET_SECONDS);
  }

  /** Writes address, time and identifiers from what the page and the clock show. */
  async writeRecord(ad: string): Promise<void> {
    await this.button(words.workbench('record.url.take')).click();
    await this.timeField.fill(await this.timeOfCapture());
    for (const identifier of await this.identifiersSeen(ad)) await identifier.check();
    await this.button(words.workbench('record.write')).click();
    await expect(this.button(words.workbench('record.rewrite'))).toBeVisible();
  }

  /** The boxes whose value stands on the page. */
  async identifiersSeen(ad: string): Promise<Locator[]> {
    const boxes = this.record.getByRole('checkbox');
    const labels = await boxes.evaluateAll((all) =>
      all.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent ?? ''),
    );
    const seen = (await this.exhibit(ad).textContent()) ?? '';
    return labels.flatMap((label, n) => (seen.includes(this.valueIn(label.trim())) ? [boxes.nth(n)] : []));
  }

  /** The value in a label, without the word in front. */
  private valueIn(label: string): string {
    const fields = [words.workbench('record.ad'), ...Object.values(this.text.part.market.words.fields)];
    const field = fields.find((word) => label.startsWith(`${word} `)) ?? '';
    return label.slice(field.length).trim();
  }

  async readBack(): Promise<void> {
    await this.button(words.workbench('fixity.verify')).click();
    await expect(this.record.getByText(words.workbench('fixity.equal'), { exact: true })).toBeVisible();
  }

  async seal(): Promise<void> {
    await this.button(words.workbench('fixity.seal')).click();
    await expect(this.button(words.workbench('fixity.sealed'))).toBeVisible();
  }

  /** Everything that belongs to one ad, in the order of good practice. Returns the SHA-256. */
  async keep(ad: string): Promise<string> {
    await this.choose(ad);
    await this.checkForChild();
    const hash = await this.capture();
    await this.writeRecord(ad);
    await this.readBack();
    await this.seal();
    return hash;
  }

  async finish(): Promise<void> {
    await this.finishButton.click();
    await this.confirmFinish();
  }

  async confirmFinish(): Promise<void> {
    await this.finishDialog.getByRole('button', { name: words.workbench('finish.yes'), exact: true }).click();
  }
}
