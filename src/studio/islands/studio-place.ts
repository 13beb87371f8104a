/** The views of the studio. */
export const VIEWS = ['scenes', 'scene', 'map', 'case', 'time', 'play', 'translate', 'text', 'give'] as const;
export type View = (typeof VIEWS)[number];

/** Where an author is: at the start without a draft, else in a view of a draft, with the scene that is open in it. */
export interface StudioPlace {
  readonly draft?: string;
  readonly view: View;
  readonly scene?: string;
}

/** The place that an address names behind its `#`: `draft/view` or `draft/scene/id`. */
export function readPlace(hash: string): StudioPlace {
  const [draft, view, scene] = hash.replace(/^#/, '').split('/').map(decodeURIComponent);
  if (!draft) return { view: 'scenes' };
  const known = VIEWS.find((one) => one === view) ?? 'scenes';
  return { draft, view: known === 'scene' && !scene ? 'scenes' : known, ...(scene && { scene }) };
}

export function writePlace({ draft, view, scene }: StudioPlace): string {
  if (draft === undefined) return '#';
  const parts = scene === undefined ? [draft, view] : [draft, view, scene];
  return `#${parts.map(encodeURIComponent).join('/')}`;
}
