/** Runs something once the page has loaded and the browser has nothing better to do, so that the first scene comes first. */
export function whenQuiet(run: () => void): void {
  const idle = globalThis.requestIdleCallback ?? ((later: () => void) => setTimeout(later, 1));
  if (document.readyState === 'complete') idle(run);
  else addEventListener('load', () => idle(run), { once: true });
}
