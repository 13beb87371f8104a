import type { Page } from '@playwright/test';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';

const DATABASE = 'checkathon';

/**
 * Writes an attempt into the browser's storage, so that the page of a case continues it as if it had been played there.
 * `address` is the page of the case. It is opened first, because the page itself creates the storage.
 */
export async function putAttempt(page: Page, address: string, { header, events }: AttemptLog): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => document.querySelectorAll('astro-island[ssr]').length === 0);
  const isLaidOut = () =>
    page.evaluate(
      async (wanted) => (await indexedDB.databases()).some(({ name, version }) => name === wanted && version === 1),
      DATABASE,
    );
  while (!(await isLaidOut())) await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)));
  await page.evaluate(
    async ([name, head, all]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open(name));
      const stores = database.transaction(['attempts', 'events'], 'readwrite');
      await done(stores.objectStore('attempts').put({ id: head.id, scenario: head.scenario, begun: 1, header: head }));
      for (const event of all)
        await done(stores.objectStore('events').put({ attempt: head.id, seq: event.seq, event }));
      database.close();
    },
    [DATABASE, header, events] as unknown as [string, { id: string; scenario: string }, { seq: number }[]],
  );
  await page.reload();
}
