import type { MissingFiles, WhyMissing } from '#kernel/model/missing-files.ts';
import { packedCase } from './packed-page.ts';
import { allowOwnScripts } from './trusted-types.ts';
import { waitForNetwork } from './wait-for-network.ts';

export interface OfflineState {
  /** True once every file of the site lies in the copy, each with the bytes that it should have. */
  readonly ready: boolean;
  readonly busy?: { readonly done: number; readonly of: number };
  /** Present if files could not be stored; the page asks for them again by itself. */
  readonly missing?: MissingFiles;
  /** Present if a newer version of the site is stored and waiting: activates it and reloads the page. */
  readonly newer?: () => void;
}

/** What the service worker tells the pages. `isInstalling`: it says this of a version that is not in use yet. */
type WorkerNews = { readonly isInstalling: boolean } & (
  | { readonly type: 'offline.progress'; readonly done: number; readonly of: number }
  | { readonly type: 'offline.standing'; readonly missing: number; readonly of: number; readonly why?: WhyMissing }
);

/** Time (ms) until missing files are asked for again, unless the browser says sooner that its network is back. */
export const AGAIN_MS = 30_000;

/**
 * Asks the browser to store the whole site for offline use and reports the progress, and later what is missing. While
 * something is missing, it is asked for again. Resolves to false if the browser cannot or will not (plain http in a room, a
 * network that does not give the service worker): the caller then fetches what it needs while there is a network. A packed
 * page has everything already.
 */
export async function keepSiteOffline(root: string, report: (state: OfflineState) => void): Promise<boolean> {
  if (packedCase() !== undefined || !('serviceWorker' in navigator)) return false;
  allowOwnScripts(root);
  const { serviceWorker } = navigator;
  const script = new URL('sw.js', root).href;
  let registration: ServiceWorkerRegistration | undefined;
  let newer: (() => void) | undefined;
  let state: OfflineState = { ready: false };
  let isWaiting = false;

  const say = (now: OfflineState) => {
    state = now;
    report({ ...now, ...(newer && { newer }) });
  };
  const check = () => registration?.active?.postMessage({ type: 'offline.check' });

  /** Registers the worker. A new one stores the site, and fails where something is missing: then the browser forgets it. */
  const register = async (): Promise<boolean> => {
    const before = registration;
    try {
      registration = await serviceWorker.register(script, { scope: root });
    } catch {
      void later();
      return false;
    }
    // A browser that blocks service workers gives none.
    if (!registration) return false;
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // The browser may have ended the worker before it had said how far it came.
      if (installing.state === 'redundant' && !registration?.active) void later();
    });
    if (registration !== before)
      whenNewer(registration, (takeOver) => {
        newer = takeOver;
        say(state);
      });
    return true;
  };
  const again = async () => {
    await register();
    check();
  };
  const later = async () => {
    if (isWaiting) return;
    isWaiting = true;
    await waitForNetwork(AGAIN_MS);
    isWaiting = false;
    await again();
  };

  serviceWorker.addEventListener('message', ({ data, source }: MessageEvent<WorkerNews | undefined>) => {
    // Sites of other locales have the same origin, and workers of their own.
    if (!data || !(source instanceof ServiceWorker) || source.scriptURL !== script) return;
    // While one version is active, fetching another one does not change its readiness.
    if (data.isInstalling && registration?.active) return;
    if (data.type === 'offline.progress' && !state.ready) say({ ...state, busy: { done: data.done, of: data.of } });
    if (data.type !== 'offline.standing') return;
    if (data.missing > 0) {
      const { missing: files, why = 'no-answer' } = data;
      say({ ready: false, missing: { files, why, tryAgain: () => void again() } });
      // Room comes from the reader alone.
      if (why !== 'no-room') void later();
    } else if (!data.isInstalling) say({ ready: true });
  });
  if (!(await register())) return false;
  void serviceWorker.ready.then(check);
  // Another version has taken over, which has a copy of its own.
  serviceWorker.addEventListener('controllerchange', check);
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
