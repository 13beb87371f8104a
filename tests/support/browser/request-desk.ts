import { expect, type Locator, type Page } from '@playwright/test';
import type { LetterKind } from '#evidence/letters/model/letter.ts';
import { kindWords } from '#evidence/letters/screens/letter-words.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/kinds/requests.json' with { type: 'json' };
import { beginning } from './case-words.ts';

export const letterWords = translator(messages);
const t = letterWords;

/** The request desk: finds things as a reader does, by role and name. */
export class RequestDesk {
  readonly page: Page;
  readonly sendButton: Locator;
  readonly finishButton: Locator;
  readonly waitButton: Locator;
  readonly checklist: Locator;

  constructor(page: Page) {
    this.page = page;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    this.sendButton = button(t('send'));
    this.finishButton = button(t('finish'));
    this.waitButton = page.getByRole('button', { name: beginning(t('wait', { time: '' }).trim()) });
    this.checklist = page.getByRole('region', { name: t('parts'), exact: true });
  }

  async open(kind: LetterKind): Promise<void> {
    await this.page.getByRole('radio', { name: beginning(kindWords(kind)) }).check();
  }

  field(name: Parameters<typeof t>[0]): Locator {
    return this.page.getByLabel(t(name), { exact: true });
  }

  async putOnFile(ad: string): Promise<void> {
    await this.field('folder.look').fill(ad);
    await this.page.getByRole('button', { name: t('folder.add'), exact: true }).click();
  }

  async insert(ad: string): Promise<void> {
    await this.page.getByRole('button', { name: t('folder.insert.of', { ad }), exact: true }).click();
  }

  /** Sends the letter that is open, and sees it among those that went out. */
  async send(): Promise<void> {
    await this.sendButton.click();
    await this.page.getByRole('button', { name: t('send.yes'), exact: true }).click();
    await expect(this.page.getByRole('heading', { name: t('sent'), exact: true })).toBeFocused();
  }

  letter(no: string): Locator {
    return this.page.getByRole('article', { name: t('sheet.label', { no }), exact: true });
  }

  answer(letter: string): Locator {
    return this.page.getByRole('article', { name: t('answer', { letter }), exact: true });
  }

  async finish(): Promise<void> {
    await this.finishButton.click();
    await this.page.getByRole('button', { name: t('finish.yes'), exact: true }).click();
  }
}
