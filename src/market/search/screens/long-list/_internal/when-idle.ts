/** Milliseconds of a quiet moment that are left alone, so that whoever comes next need not wait. */
const LEFT = 4;

/** Runs something when the browser has nothing better to do. */
export function whenIdle(run: (timeLeft: () => number) => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback((deadline) => run(() => deadline.timeRemaining()));
  else setTimeout(() => run(() => LEFT), 20);
}

/** Lets the browser do what is more urgent before one goes on. */
export const yieldToMain = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Takes an element out of the page, part by part in quiet moments: thousands of rows at once would hold up a frame. */
export function dropQuietly(element: Element): void {
  whenIdle((timeLeft) => {
    do lastPartOf(element)?.remove();
    while (element.lastElementChild && timeLeft() > LEFT);
    if (element.lastElementChild) dropQuietly(element);
    else element.remove();
  });
}

/** The last child of the last child; that one itself where it is empty. */
function lastPartOf(element: Element): Element | null {
  const last = element.lastElementChild;
  return last?.lastElementChild ?? last;
}
