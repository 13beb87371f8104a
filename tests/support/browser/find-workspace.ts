import { expect, type Locator, type Page } from '@playwright/test';
import { anyOf, beginning, words } from './case-words.ts';

type Band = 'none' | 'check' | 'prioritise' | 'urgent' | 'unknown';

/** The workspace on which a market is read: list, open ad, notebook. */
export class FindWorkspace {
  readonly page: Page;
  readonly list: Locator;
  readonly rows: Locator;
  readonly ad: Locator;
  readonly notebook: Locator;
  readonly marks: Locator;
  readonly finishButton: Locator;
  readonly finishDialog: Locator;
  readonly picker: Locator;
  readonly commitButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('region', { name: words.find('list') });
    this.rows = this.list.getByRole('list', { name: words.find('list') }).getByRole('link');
    this.ad = page.getByRole('region', { name: words.find('ad.open') });
    this.notebook = page.getByRole('region', { name: words.find('book') });
    this.marks = this.notebook.getByRole('list', { name: words.find('book.marks') }).getByRole('listitem');
    this.finishButton = this.notebook.getByRole('button', { name: words.find('book.finish'), exact: true });
    this.finishDialog = page.getByRole('dialog', { name: words.find('finish.title') });
    this.picker = page.getByRole('group', { name: anyOf(words.find('picker')) });
    this.commitButton = this.notebook.getByRole('button', { name: words.find('book.commit'), exact: true });
  }

  row(ad: string): Locator {
    return this.rows.filter({ hasText: new RegExp(`^\\s*${ad}`) });
  }

  /** The page of an ad, frozen. */
  exhibit(ad: string): Locator {
    return this.ad.getByRole('region', { name: words.market('exhibit', { id: ad }) });
  }

  async open(ad: string): Promise<void> {
    await this.row(ad).click();
    await expect(this.exhibit(ad)).toBeVisible();
  }

  sentence(n: number): Locator {
    return this.ad.getByRole('button', { name: beginning(words.find('ad.mark.sentence', { n }).trim()) });
  }

  field(name: string): Locator {
    return this.ad.getByRole('button', { name: beginning(words.find('ad.mark.field', { field: name }).trim()) });
  }

  /** A sign in the open picker. */
  option(sign: string): Locator {
    return this.picker.getByRole('option').filter({ has: this.page.getByText(sign, { exact: true }) });
  }

  /** Presses a sentence and names the sign in it. */
  async mark(n: number, sign: string): Promise<void> {
    await this.sentence(n).click();
    await this.option(sign).click();
    await expect(this.marks.filter({ hasText: sign })).toBeVisible();
  }

  band(band: Band): Locator {
    return this.notebook.getByRole('radio', { name: new RegExp(words.band(`band.${band}`)) });
  }

  certainty(step: 1 | 2 | 3): Locator {
    return this.notebook.getByRole('radio', { name: beginning(words.find(`certainty.${step}`)) });
  }

  /** Judges the open ad; the workspace opens the next one by itself. */
  async judge(band: Band, certainty: 1 | 2 | 3): Promise<void> {
    await this.band(band).check();
    await this.certainty(certainty).check();
    await this.commitButton.click();
  }

  get signSearch(): Locator {
    return this.picker.getByRole('combobox');
  }

  get certainties(): Locator {
    return this.notebook.getByRole('group', { name: beginning(words.find('certainty')) }).getByRole('radio');
  }

  get search(): Locator {
    return this.list.getByRole('searchbox', { name: words.find('list.search') });
  }

  get keysDialog(): Locator {
    return this.page.getByRole('dialog', { name: words.find('keys.title') });
  }

  /** The market card, opened over the ad that is being read. */
  get marketCard(): Locator {
    return this.page.getByRole('dialog', { name: anyOf(words.market('card.title', { name: '{name}' })) });
  }

  get order(): Locator {
    return this.list.getByRole('combobox', { name: words.find('list.order') });
  }

  get handOverButton(): Locator {
    return this.withheldCard.getByRole('button', { name: words.market('withheld.handOver') });
  }

  /** Ways to the panes of a narrow workspace, which shows one at a time. */
  private tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: words.find('panes') }).getByRole('link', { name: anyOf(name) });
  }

  get listTab(): Locator {
    return this.tab(words.find('pane.list'));
  }

  get adTab(): Locator {
    return this.tab(words.find('pane.ad'));
  }

  get bookTab(): Locator {
    return this.tab(words.find('pane.book'));
  }

  /** The closed card in place of an ad that may show a minor. */
  get withheldCard(): Locator {
    return this.ad.getByRole('article', { name: words.market('withheld.title') });
  }

  async handOver(ad: string): Promise<void> {
    await this.row(ad).click();
    await this.handOverButton.click();
    await expect(this.withheldCard.getByText(words.market('withheld.handedOver.note'))).toBeVisible();
  }

  filter(facet: 'phone'): Locator {
    return this.list.getByRole('combobox', { name: words.find('list.filter', { what: words.find(`facet.${facet}`) }) });
  }

  get shownAds(): Promise<string[]> {
    return this.rows.allTextContents().then((texts) => texts.map((text) => text.trim().slice(0, 4)));
  }

  /** Ends this part, and says yes when asked. */
  async finish(): Promise<void> {
    await this.finishButton.click();
    await this.finishDialog.getByRole('button', { name: words.find('finish.yes'), exact: true }).click();
  }
}
