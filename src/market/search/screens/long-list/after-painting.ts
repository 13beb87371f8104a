/** Waits until the next picture of the page has been made, so that what is looked at first comes first. */
export const afterPainting = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
