import { allowOwnScripts } from './trusted-types.ts';

export interface OfflineState {
  readonly ready: boolean;
  readonly busy?: { readonly done: number; readonly of: number };
}

/**
 * Asks the browser to keep the whole site for use without network and reports how far it is. False where the browser
 * cannot or will not (plain http in a room): the caller then fetches what it needs while there is a network.
 */
export async function keepSiteOffline(root: string, report: (state: OfflineState) => void): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  allowOwnScripts(root);
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data?.type === 'offline.progress') report({ ready: false, busy: { done: data.done, of: data.of } });
    if (data?.type === 'offline.ready') report({ ready: true });
  });
  try {
    const registration = await serviceWorker.register(new URL('sw.js', root).href, { scope: root });
    if (!registration) return false;
  } catch {
    return false;
  }
  void serviceWorker.ready.then(() => report({ ready: true }));
  return true;
}
