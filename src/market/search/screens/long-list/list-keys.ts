/** Ads that PageUp and PageDown go past. */
const PAGE = 10;

/** The place in the list to which a key leads from another, counted from 0; undefined where the key means something else. */
export function placeAfterKey(key: string, place: number, total: number): number | undefined {
  const to = TARGETS[key]?.(place, total);
  return to === undefined || total === 0 ? undefined : Math.min(total - 1, Math.max(0, to));
}

const TARGETS: Readonly<Record<string, (place: number, total: number) => number>> = {
  j: (place) => place + 1,
  k: (place) => place - 1,
  ArrowDown: (place) => place + 1,
  ArrowUp: (place) => place - 1,
  PageDown: (place) => place + PAGE,
  PageUp: (place) => place - PAGE,
  Home: () => 0,
  End: (_, total) => total - 1,
};

/** True where somebody writes or chooses, so that a letter is a letter. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, dialog') !== null;

/** True where a key belongs to the browser or has been used. */
export const isTaken = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
