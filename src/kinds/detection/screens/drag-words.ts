import type { Attachment } from 'svelte/attachments';

interface DragEvents {
  /** From one word to another, by the characters at which they begin; called for each word on the way. */
  readonly ontake: (anchorFrom: number, focusFrom: number) => void;
  /** The pointer was let go after at least two words. */
  readonly ondone: () => void;
}

/** The character at which the word under an element begins. */
export function wordUnder(target: EventTarget | null): number | undefined {
  const word = target instanceof Element ? target.closest<HTMLElement>('[data-word]') : null;
  return word ? Number(word.getAttribute('data-word')) : undefined;
}

/**
 * Lets a mouse or pen draw over words. A finger scrolls, so it is left alone; it chooses words by pressing the first and
 * the last. The click that follows a drag is nobody's.
 */
export function dragWords({ ontake, ondone }: DragEvents): Attachment<HTMLElement> {
  return (place) => {
    let anchor: number | undefined;
    let dragged = false;

    const down = (event: PointerEvent) => {
      dragged = false;
      anchor = event.pointerType === 'touch' || event.button !== 0 ? undefined : wordUnder(event.target);
    };
    const move = (event: PointerEvent) => {
      const word = wordUnder(event.target);
      if (anchor === undefined || word === undefined || (word === anchor && !dragged)) return;
      dragged = true;
      ontake(anchor, word);
    };
    const up = () => {
      if (anchor !== undefined && dragged) ondone();
      anchor = undefined;
    };
    const click = (event: MouseEvent) => {
      if (!dragged) return;
      dragged = false;
      event.preventDefault();
      event.stopPropagation();
    };
    place.addEventListener('pointerdown', down);
    place.addEventListener('pointermove', move);
    place.addEventListener('pointerup', up);
    place.addEventListener('click', click, true);
    return () => {
      place.removeEventListener('pointerdown', down);
      place.removeEventListener('pointermove', move);
      place.removeEventListener('pointerup', up);
      place.removeEventListener('click', click, true);
    };
  };
}
