/** Id of the template that holds the next scene ready. */
export const NEXT_SCENE = 'next-scene';
/** Id of the place of the briefing, which makes room for that scene. */
export const BRIEFING = 'briefing';

/** What the page has taken of the reader before the scripts of the case were here. */
export interface FirstAct {
  /** True where the button of the briefing has been pressed. */
  readonly pressed: boolean;
  /** Says that the scene held ready is not the one that a press would lead to. */
  hold(other: boolean): void;
  /** From now on the page shows nothing by itself. Returns the scene that it shows, to be taken over. */
  settle(): HTMLFieldSetElement | undefined;
  /** Takes the scene away and gives the briefing back. */
  withdraw(): void;
}

/** The first act as the page has taken it; undefined on a page that holds no scene ready. See `take-first-act.ts`. */
export function firstAct(): FirstAct | undefined {
  const template = document.querySelector<HTMLTemplateElement>(`template#${NEXT_SCENE}`);
  if (!template) return undefined;
  const shown = () => document.querySelector<HTMLFieldSetElement>(`fieldset[data-scene="${NEXT_SCENE}"]`) ?? undefined;
  return {
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
