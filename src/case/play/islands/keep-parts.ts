import { AGAIN_MS, keepSiteOffline, type OfflineState } from '#kernel/browser/offline.ts';
import { packedCase } from '#kernel/browser/packed-page.ts';
import { preloadImage } from '#kernel/browser/preload-image.ts';
import { siteRoot } from '#kernel/browser/site-root.ts';
import { waitForNetwork } from '#kernel/browser/wait-for-network.ts';
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

/**
 * Without a service worker (plain http in a room) everything is fetched while there is a network, and what did not arrive is
 * asked for again.
 */
async function keepParts(
  wired: WiredCase,
  shows: PageKinds['shows'],
  report: (state: OfflineState) => void,
): Promise<void> {
  const { fetchAllParts } = await import('./fetch-all-parts.ts');
  for (;;) {
    const screens = await keepScreens(wired, shows).then(
      () => 0,
      () => 1,
    );
    const parts = await fetchAllParts(wired, (done, of) =>
      report({ ready: done === of && screens === 0, busy: { done, of } }),
    );
    const files = parts.missing + screens;
    if (files === 0) return;
    await new Promise<void>((again) => {
      report({
        ready: false,
        missing: { files, why: parts.broken ? 'other-answer' : 'no-answer', tryAgain: again },
      });
      void waitForNetwork(AGAIN_MS).then(again);
    });
  }
}

/** Keeps what an open case needs when the network is gone, and reports how far that is. */
export async function keepCase(
  { wired, shows, team }: { readonly wired: WiredCase; readonly shows: PageKinds['shows']; readonly team?: unknown },
  report: (state: OfflineState) => void,
): Promise<void> {
  if (packedCase() !== undefined) {
    report({ ready: true });
    return;
  }
  // In a room, not all answers are open, and those that are lie on the laptop of the facilitator. A screen that could not
  // be fetched ahead is fetched when it is needed, and says so itself where it cannot be.
  if (team) return void keepScreens(wired, shows).catch(() => undefined);
  if (await keepSiteOffline(siteRoot(), report)) return;
  // What was reported last stands: the case is never said to be kept here.
  await keepParts(wired, shows, report).catch(() => undefined);
}
