import { expect, type Locator, type Page } from '@playwright/test';

/** A reader without a mouse. Nothing is reached but by keys, and the focus is looked at all the way. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses Tab until the control has the focus; fails after a maximum number of stops. */
  async tabTo(target: Locator, within = 80): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < within && !(await isFocused(target)); stop++) await this.press('Tab');
    await expect(target).toBeFocused();
  }

  async activate(target: Locator, within?: number): Promise<void> {
    await this.tabTo(target, within);
    await this.press('Enter');
  }

  async fill(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.type(text);
  }

  /** Goes to a group of radio buttons and chooses the one at that place, as arrow keys do. */
  async choose(radios: Locator, wanted: Locator): Promise<void> {
    await this.tabTo(radios.first());
    await this.press('Space');
    const count = await radios.count();
    for (let n = 0; n < count && !(await wanted.isChecked()); n++) await this.press('ArrowDown');
    await expect(wanted).toBeChecked();
  }
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
