const KEY = 'debrief-in-tab';

/**
 * Remembers for this tab alone that the debrief of a case was read here. The site sends no referrer, so that a page of
 * the library could not know it otherwise. A browser that keeps nothing remembers nothing.
 */
export function rememberDebrief(): void {
  try {
    sessionStorage.setItem(KEY, location.pathname);
  } catch {
    // The way back is a convenience: without it, the browser's own button leads back.
  }
}

const WAY_BACK = '#debrief';

/** True for the end of an address that leads back to a debrief. */
export const isWayBack = (hash: string): boolean => hash === WAY_BACK;

/** The address of the debrief that was read last in this tab; undefined in a tab that a link has opened. */
export function debriefInTab(): string | undefined {
  try {
    const path = sessionStorage.getItem(KEY);
    return path === null ? undefined : `${path}${WAY_BACK}`;
  } catch {
    return undefined;
  }
}
