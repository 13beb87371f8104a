/** The three parts of the workspace; a narrow screen shows one at a time. */
export type PaneName = 'list' | 'ad' | 'book';

/** The heading of a part; of an open ad, its title. */
const HEADING = '.face__title, .withheld__title, h2';

/** True where one part is shown at a time. */
export function isNarrow(): boolean {
  return globalThis.matchMedia?.('(max-width: 67.99rem)').matches ?? false;
}

/** Brings a part to its beginning and puts the focus on its heading, or on the first of `targets` that is there. */
export function focusPane(workspace: HTMLElement | undefined, name: PaneName, targets: readonly string[] = []) {
  const pane = find(workspace, name);
  if (isNarrow()) workspace?.scrollIntoView({ block: 'start' });
  else pane?.scrollTo?.({ top: 0 });
  for (const target of targets) {
    const found = pane?.querySelector<HTMLElement>(target);
    if (found) return found.focus();
  }
  pane?.querySelector<HTMLElement>(HEADING)?.focus({ preventScroll: true });
}

/** Puts the focus on the control of a line or field. */
export function focusPlace(workspace: HTMLElement | undefined, at: string) {
  find(workspace, 'ad')?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus();
}

/** What one key goes through: all lines, which are sentences, earlier lines and comments; or all fields. */
export type PlaceKind = 'line' | 'field';

const PLACES: Readonly<Record<PlaceKind, string>> = {
  line: '[data-at]:not([data-at^="f:"])',
  field: '[data-at^="f:"]',
};

/** Moves the focus to the next line or field of the page, going round. */
export function focusNextPlace(workspace: HTMLElement | undefined, kind: PlaceKind) {
  const places = [...(find(workspace, 'ad')?.querySelectorAll<HTMLElement>(PLACES[kind]) ?? [])];
  const at = places.indexOf(document.activeElement as HTMLElement);
  places[(at + 1) % places.length]?.focus();
}

const find = (workspace: HTMLElement | undefined, name: PaneName) =>
  workspace?.querySelector<HTMLElement>(`[data-pane="${name}"]`);
