/** Puts the focus on the heading of a new screen. */
export interface HeadingFocus {
  /** Shows the screen from its top, with the focus on its heading; where that is still to come, as soon as it is there. */
  toHeading(): void;
  /** Waits for no heading any more. */
  end(): void;
}

/** Some screens have to fetch something before they have a heading. `body` is the element in which screens are shown. */
export function createHeadingFocus(body: () => HTMLElement | undefined): HeadingFocus {
  let awaiting: MutationObserver | undefined;

  function focusHeading(): boolean {
    const heading = body()?.querySelector<HTMLElement>('h1');
    if (!heading) return false;
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    return true;
  }

  return {
    toHeading() {
      awaiting?.disconnect();
      globalThis.scrollTo({ top: 0 });
      const place = body();
      if (focusHeading() || !place) return;
      awaiting = new MutationObserver(() => {
        if (focusHeading()) awaiting?.disconnect();
      });
      awaiting.observe(place, { childList: true, subtree: true });
    },
    end: () => awaiting?.disconnect(),
  };
}
