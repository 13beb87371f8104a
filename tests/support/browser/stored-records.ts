import type { Page } from '@playwright/test';

/** Number of records that this browser has stored, for tests that leave a page right after an act. */
export function storedRecords(page: Page, database: string, store: string): Promise<number> {
  return page.evaluate(
    ([name = '', of = '']) =>
      new Promise<number>((resolve, reject) => {
        const opened = indexedDB.open(name);
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const found = opened.result.transaction(of).objectStore(of).count();
          found.onerror = () => reject(found.error);
          found.onsuccess = () => {
            opened.result.close();
            resolve(found.result);
          };
        };
      }),
    [database, store],
  );
}
