/** Id of the template that contains the prepared next scene. */
export const NEXT_SCENE = 'next-scene';
/** Id of the element of the briefing, which that scene replaces. */
export const BRIEFING = 'briefing';

/** The first act, as the inline script recorded it before the scripts of the case were loaded. */
export interface FirstAct {
  /** True if the button of the briefing was pressed. */
  readonly pressed: boolean;
  /** True if this laptop has a session in the room of a workshop. */
  readonly inRoom: boolean;
  /** Says whether a press would lead to another scene than the prepared one. */
  hold(other: boolean): void;
  /** Stops the inline script from showing anything. Returns the scene that it shows, to be taken over. */
  settle(): HTMLFieldSetElement | undefined;
  /** Removes the scene and restores the briefing. */
  withdraw(): void;
}

/** The first act as recorded by the page; undefined on a page without a prepared scene. See `take-first-act.ts`. */
export function firstAct(): FirstAct | undefined {
  const template = document.querySelector<HTMLTemplateElement>(`template#${NEXT_SCENE}`);
  if (!template) return undefined;
  const shown = () => document.querySelector<HTMLFieldSetElement>(`fieldset[data-scene="${NEXT_SCENE}"]`) ?? undefined;
  const inRoom = hasStored(template.dataset['session'] ?? '');
  return {
    inRoom,
    get pressed() {
      return template.dataset['pressed'] !== undefined;
    },
    hold(other) {
      template.toggleAttribute('data-held', other);
    },
    settle() {
      template.remove();
      return shown();
    },
    withdraw() {
      template.remove();
      shown()?.remove();
      const briefing = document.getElementById(BRIEFING);
      if (briefing) briefing.hidden = false;
    },
  };
}

/** True if the storage of this browser, or of this tab, has a value of that name. */
function hasStored(name: string): boolean {
  try {
    return (localStorage.getItem(name) ?? sessionStorage.getItem(name)) !== null;
  } catch {
    return false;
  }
}
