import type { Page } from '@playwright/test';

/**
 * Drops files or folders of this machine in the middle of the page, as the hand of a person does: the browser itself makes
 * the list of what was dropped, so that folders can be walked through. Chromium only.
 */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
  const [x, y] = [width / 2, height / 2];
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const protocol = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await protocol.send('Input.dispatchDragEvent', { type, x, y, data });
  await protocol.detach();
}
