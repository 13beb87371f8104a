import { tick } from 'svelte';
import type { Direction } from './move-along.ts';

/** Pixels by which an arrow key moves the window where it leads to no mark. */
const PAN = 60;
const KEYS: Readonly<Record<string, readonly [Direction, number, number]>> = {
  ArrowUp: ['up', 0, -PAN],
  ArrowDown: ['down', 0, PAN],
  ArrowLeft: ['left', -PAN, 0],
  ArrowRight: ['right', PAN, 0],
};

interface MarkKeysOptions {
  /** The mark to which that key leads; undefined where there is none. */
  readonly towards: (id: string, direction: Direction) => string | undefined;
  readonly open: (id: string) => void;
  /** Moves the window over the drawing. */
  readonly pan: (x: number, y: number) => void;
}

/** The marks of a drawing by keyboard: one of them takes the Tab key, arrows go from one to the next, Enter opens. */
export function createMarkKeys({ towards, open, pan }: MarkKeysOptions) {
  let at = $state<string>();
  const marks = new Map<string, SVGGElement>();
  return {
    /** Where the keys stand; undefined before they stood anywhere. */
    get at() {
      return at;
    },
    set at(id) {
      at = id;
    },
    /** Attaches to the element of a mark. */
    mark: (id: string) => (element: SVGGElement) => {
      marks.set(id, element);
      return () => marks.delete(id);
    },
    async press(event: KeyboardEvent, id: string): Promise<void> {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const key = KEYS[event.key];
      const opens = event.key === 'Enter' || event.key === ' ';
      if (!key && !opens) return;
      event.preventDefault();
      if (!key) return open(id);
      const [direction, x, y] = key;
      const next = towards(id, direction);
      if (next === undefined) return pan(x, y);
      at = next;
      await tick();
      marks.get(next)?.focus();
    },
  };
}
