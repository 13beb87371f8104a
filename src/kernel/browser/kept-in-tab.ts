/** Names that this tab has kept under that key; none where the browser refuses storage. */
export function keptHere(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : [];
  } catch {
    // Refused by the browser's settings, or not written by us.
    return [];
  }
}

/** Keeps names for this tab until it is closed. */
export function keepHere(key: string, names: readonly string[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(names));
  } catch {
    // Refused by the browser's settings: the page works without.
  }
}
