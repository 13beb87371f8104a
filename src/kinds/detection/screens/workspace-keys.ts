import type { AnsweredBand, Certainty } from '#kinds/detection/model/play.ts';

/** What a key asks the workspace to do. */
export type WorkspaceCommand =
  | { readonly do: 'next' | 'previous' | 'sentence' | 'field' | 'notebook' | 'search' | 'keys' | 'commit' | 'card' }
  | { readonly do: 'band'; readonly band: AnsweredBand }
  | { readonly do: 'certainty'; readonly certainty: Certainty };

/** Opens the market card, and closes it again. */
const CARD_KEY = 'i';

const COMMANDS: Readonly<Record<string, WorkspaceCommand>> = {
  j: { do: 'next' },
  k: { do: 'previous' },
  m: { do: 'sentence' },
  f: { do: 'field' },
  n: { do: 'notebook' },
  '/': { do: 'search' },
  '?': { do: 'keys' },
  1: { do: 'band', band: 'none' },
  2: { do: 'band', band: 'check' },
  3: { do: 'band', band: 'prioritise' },
  4: { do: 'band', band: 'urgent' },
  0: { do: 'band', band: 'unknown' },
  7: { do: 'certainty', certainty: 1 },
  8: { do: 'certainty', certainty: 2 },
  9: { do: 'certainty', certainty: 3 },
  c: { do: 'commit' },
  [CARD_KEY]: { do: 'card' },
};

/** The command of a key press; undefined while someone writes, in a dialog, or with a modifier that belongs to the browser. */
export function workspaceCommand(event: KeyboardEvent): WorkspaceCommand | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return undefined;
  if (event.target instanceof Element && isTaken(event.target)) return undefined;
  return COMMANDS[event.key.toLowerCase()];
}

/** True for the key that closes the market card as it opened it; there a key press stands in a window. */
export const isCardKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key.toLowerCase() === CARD_KEY && !ctrlKey && !metaKey && !altKey;

const isTaken = (target: Element) =>
  target.closest('dialog, select, textarea, [contenteditable], input:not([type="radio"], [type="checkbox"])') !== null;
