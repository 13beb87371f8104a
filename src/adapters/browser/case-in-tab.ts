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

/** The path of the case whose debrief was read last in this tab; undefined in a tab that a link has opened. */
export function debriefInTab(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
