/** What is used of this package, which comes without types that its entry names. */
declare module 'dom-accessibility-api' {
  import type { Element } from 'happy-dom';

  /** What is asked of the computed style of an element. */
  interface AskedStyle {
    readonly display: string;
    readonly visibility: string;
    readonly content: string;
    readonly getPropertyValue: (name: string) => string;
  }

  export function computeAccessibleName(
    element: Element,
    options: { readonly getComputedStyle: (element: Element) => AskedStyle },
  ): string;
  export function getRole(element: Element): string | null;
}
