import type { OfflineState } from '#kernel/browser/offline.ts';
import { preloadImage } from '#kernel/browser/preload-image.ts';
import { siteRoot } from '#kernel/browser/site-root.ts';
import type { WiredCase } from './case-wiring.ts';
import { loadAllScreens } from './load-screens.ts';
import type { PageKinds } from './page-kinds.ts';

/** Fetches every screen of a case, so that it goes on when the network is gone. */
export async function keepScreens(
  { part, kinds, loadResults }: Pick<WiredCase, 'part' | 'kinds' | 'loadResults'>,
  shows: PageKinds['shows'],
): Promise<void> {
  const states = Object.values(part.scenario.states);
  const played = new Set(states.flatMap((state) => (state.type === 'exercise' ? [state.kind] : [])));
  await Promise.all([
    loadAllScreens(shows, kinds, played),
    loadResults?.(),
    preloadImage(new URL('watermark.svg', siteRoot()).href),
  ]);
}

/** Without a service worker (plain http in a room) everything is fetched while there is a network. */
export async function keepParts(
  wired: WiredCase,
  shows: PageKinds['shows'],
  report: (state: OfflineState) => void,
): Promise<void> {
  const { fetchAllParts } = await import('./fetch-all-parts.ts');
  await keepScreens(wired, shows);
  await fetchAllParts(wired, (done, of) => report({ ready: done === of, busy: { done, of } }));
}
