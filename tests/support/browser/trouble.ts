import type { BrowserContext, Page } from '@playwright/test';

/** What the test runner itself says where a test blocks service workers. */
const OF_THE_RUNNER = 'Service Worker registration blocked by Playwright';

/** Collects what no page may ever say: errors on the console, uncaught errors, and what the content policy refused. */
export function watchTrouble(context: BrowserContext): string[] {
  const trouble: string[] = [];
  context.on('console', (message) => {
    const isTrouble = message.type() === 'error' || message.type() === 'warning';
    if (isTrouble && message.text() !== OF_THE_RUNNER) trouble.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => trouble.push(`uncaught: ${error.error().message}`));
  return trouble;
}

/** What the content policy refuses is said on the console, where every test looks for trouble. */
export async function tellOfRefusals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} refuses ${blockedURI}`);
    });
  });
}
