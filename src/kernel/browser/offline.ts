import { packedCase } from './packed-page.ts';
import { allowOwnScripts } from './trusted-types.ts';

export interface OfflineState {
  readonly ready: boolean;
  readonly busy?: { readonly done: number; readonly of: number };
  /** Present if a newer version of the site is stored and waiting: activates it and reloads the page. */
  readonly newer?: () => void;
}

/**
 * Asks the browser to store the whole site for offline use and reports the progress. Resolves to false if the browser
 * cannot or will not (plain http in a room): the caller then fetches what it needs while there is a network. A packed
 * page has everything already.
 */
export async function keepSiteOffline(root: string, report: (state: OfflineState) => void): Promise<boolean> {
  if (packedCase() !== undefined || !('serviceWorker' in navigator)) return false;
  allowOwnScripts(root);
  const { serviceWorker } = navigator;
  let newer: (() => void) | undefined;
  const ready = () => report({ ready: true, ...(newer && { newer }) });
  serviceWorker.addEventListener('message', ({ data }) => {
    // While one version is active, fetching another one does not change its readiness.
    if (data?.type === 'offline.progress' && !serviceWorker.controller)
      report({ ready: false, busy: { done: data.done, of: data.of } });
    if (data?.type === 'offline.ready') ready();
  });
  try {
    const registration = await serviceWorker.register(new URL('sw.js', root).href, { scope: root });
    if (!registration) return false;
    whenNewer(registration, (takeOver) => {
      newer = takeOver;
      ready();
    });
  } catch {
    return false;
  }
  void serviceWorker.ready.then(ready);
  return true;
}

/**
 * Calls back once a newer version of the site is waiting, with the function that activates it. Does not ask the browser
 * to store anything: if no page of the site has done so, it never calls back.
 */
export async function onNewerVersion(found: (takeOver: () => void) => void): Promise<void> {
  if ('serviceWorker' in navigator) whenNewer(await navigator.serviceWorker.ready, found);
}

/** Calls back once a version is waiting behind the active one; at the first visit there is none. */
function whenNewer(registration: ServiceWorkerRegistration, found: (takeOver: () => void) => void): void {
  const { serviceWorker } = navigator;
  const look = () => {
    const { waiting } = registration;
    if (!waiting || !serviceWorker.controller) return;
    found(() => {
      // Another tab may have activated it meanwhile.
      if (!registration.waiting) return location.reload();
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      registration.waiting.postMessage({ type: 'offline.take-over' });
    });
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
}
