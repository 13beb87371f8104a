import type { BrowserContext } from '@playwright/test';

/** Collects what no page may ever say: errors on the console, uncaught errors, and what the content policy refused. */
export function watchTrouble(context: BrowserContext): string[] {
  const trouble: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      trouble.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => trouble.push(`uncaught: ${error.error().message}`));
  return trouble;
}
