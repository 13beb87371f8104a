import { tick } from 'svelte';
import type { Rectangle, StatechartPoint } from '#case/statechart/use-cases/draw-line.ts';

/** At this size the smallest words of a drawing are 12 px high. */
const READABLE = 0.86;
/** A drawing that fits the width of its window at this size or a larger one opens whole; a smaller one would show no words. */
const WHOLE = 0.6;
const MIN_SIZE = 0.1;
const MAX_SIZE = 2.5;
const STEP = 1.25;
/** Pixels that a pointer moves before it drags and no longer presses. */
const SLACK = 4;

type Size = Pick<Rectangle, 'width' | 'height'>;

/** How large a drawing of that width opens in a window of that width. */
export function scaleToOpen(window: number, drawing: number): number {
  const whole = window / drawing;
  return Math.min(1, whole >= WHOLE ? whole : READABLE);
}

/** A drawing seen through a window that scrolls: how large it is drawn, and how it is dragged, pinched and sized. */
export function createStatechartView(sizeOf: () => Size) {
  let scale = $state(1);
  let isPart = $state(false);
  let view: HTMLElement | undefined;
  /** The place to begin at; in a part that is still folded there is no width to begin with. */
  let first: { readonly at: Rectangle | undefined } | undefined;

  /** Whether the window shows less than the whole drawing. */
  function measure(): void {
    isPart =
      view !== undefined && (view.scrollWidth > view.clientWidth + 1 || view.scrollHeight > view.clientHeight + 1);
  }

  /** Draws at that size; the place of the drawing under `at`, measured from the window's corner, stays where it is. */
  async function zoomTo(wanted: number, at?: StatechartPoint): Promise<void> {
    const next = Math.min(MAX_SIZE, Math.max(MIN_SIZE, wanted));
    if (!view || next === scale) return;
    const hold = at ?? { x: view.clientWidth / 2, y: view.clientHeight / 2 };
    const place = { x: (view.scrollLeft + hold.x) / scale, y: (view.scrollTop + hold.y) / scale };
    scale = next;
    await tick();
    view.scrollLeft = place.x * scale - hold.x;
    view.scrollTop = place.y * scale - hold.y;
    measure();
  }

  function scaleToFit({ width, height }: Size): number {
    if (!view) return 1;
    // A window that is no higher than its drawing may still grow.
    const room = Math.max(view.clientHeight, Number.parseFloat(getComputedStyle(view).maxBlockSize) || 0);
    return Math.min(1, view.clientWidth / width, room / height);
  }

  /** As wide as the window where that still shows words; else readable, with the given place in the middle, at the top. */
  async function begin(at: Rectangle | undefined): Promise<void> {
    first = { at };
    if (!view || view.clientWidth === 0) return;
    first = undefined;
    scale = scaleToOpen(view.clientWidth, sizeOf().width);
    await tick();
    if (at) view.scrollLeft = (at.x + at.width / 2) * scale - view.clientWidth / 2;
    measure();
  }

  function inside(point: { clientX: number; clientY: number }): StatechartPoint {
    const corner = view?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: point.clientX - corner.left, y: point.clientY - corner.top };
  }

  function attachTo(element: HTMLElement): () => void {
    view = element;
    // What scrolls has to be reached by keyboard.
    element.tabIndex = 0;
    const stop = new AbortController();
    // These have to keep the browser from zooming the page, so they may not be passive.
    const active = { passive: false, signal: stop.signal };
    element.addEventListener('wheel', wheel, active);
    element.addEventListener('touchmove', pinch, active);
    element.addEventListener('touchend', endPinch, { signal: stop.signal });
    element.addEventListener('pointerdown', drag, { signal: stop.signal });
    const sized = new ResizeObserver(() => (first && element.clientWidth > 0 ? void begin(first.at) : measure()));
    sized.observe(element);
    return () => {
      stop.abort();
      sized.disconnect();
    };
  }

  function wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    void zoomTo(scale * Math.exp(-event.deltaY / 300), inside(event));
  }

  let pinched: { readonly apart: number; readonly scale: number } | undefined;
  function pinch(event: TouchEvent): void {
    const [a, b] = event.touches;
    if (!a || !b) return;
    event.preventDefault();
    const apart = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    pinched ??= { apart, scale };
    const middle = { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 };
    void zoomTo((pinched.scale * apart) / pinched.apart, inside(middle));
  }
  function endPinch(): void {
    pinched = undefined;
  }

  /** Fingers and pens scroll by themselves; a mouse is helped. */
  function drag(down: PointerEvent): void {
    const element = view;
    if (!element || down.pointerType !== 'mouse' || down.button !== 0) return;
    const from = { left: element.scrollLeft, top: element.scrollTop };
    const stop = new AbortController();
    let dragging = false;
    const move = (event: PointerEvent) => {
      const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
      if (!dragging && Math.hypot(x, y) < SLACK) return;
      // Only now: a captured pointer would no longer press a state.
      if (!dragging) element.setPointerCapture(down.pointerId);
      dragging = true;
      element.scrollLeft = from.left - x;
      element.scrollTop = from.top - y;
    };
    element.addEventListener('pointermove', move, { signal: stop.signal });
    for (const end of ['pointerup', 'pointercancel'] as const)
      element.addEventListener(end, () => stop.abort(), { signal: stop.signal });
  }

  /** Sizes the drawing by plus, minus and 0. */
  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') void zoomTo(scale * STEP);
    else if (event.key === '-' || event.key === '−') void zoomTo(scale / STEP);
    else if (event.key === '0') void zoomTo(scaleToFit(sizeOf()));
    else return;
    event.preventDefault();
  }

  return {
    get scale() {
      return scale;
    },
    /** The window shows less than the whole drawing. */
    get isPart() {
      return isPart;
    },
    attachTo,
    begin,
    press,
    larger: () => zoomTo(scale * STEP),
    smaller: () => zoomTo(scale / STEP),
    full: () => zoomTo(1),
    /** The whole drawing at once. */
    fit: () => zoomTo(scaleToFit(sizeOf())),
    /** Moves the window by so many pixels. */
    pan: (x: number, y: number) => view?.scrollBy(x, y),
    /** Moves the window so that this place stands in its middle. */
    reveal: ({ x, y, width, height }: Rectangle) =>
      view?.scrollTo({
        left: (x + width / 2) * scale - view.clientWidth / 2,
        top: (y + height / 2) * scale - view.clientHeight / 2,
      }),
  };
}

export type StatechartView = ReturnType<typeof createStatechartView>;
