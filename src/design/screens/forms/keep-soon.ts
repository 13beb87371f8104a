/** Milliseconds without a key after which a text is kept, although the field is not left. */
const PAUSE = 1500;

/** Makes a field say `change` once nothing was typed for a while, so that a long text is kept before it is left. */
export function createKeepSoon() {
  let pause: ReturnType<typeof setTimeout> | undefined;
  return {
    /** Handles `input` of any text area inside the element that it stands at. */
    typed({ target: field }: Event): void {
      if (!(field instanceof HTMLTextAreaElement)) return;
      clearTimeout(pause);
      pause = setTimeout(() => {
        if (field.isConnected) field.dispatchEvent(new Event('change', { bubbles: true }));
      }, PAUSE);
    },
    stop: () => clearTimeout(pause),
  };
}
