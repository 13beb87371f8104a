/** The notice that stands before a text of each content level; level 0 needs none. */
export const CONTENT_NOTICES: readonly (string | undefined)[] = [
  undefined,
  'This text names exploitation, in plain words and without detail.',
  'This text tells of pressure on people and of control over them. No such scene is shown. Pause or skip at any moment; it costs no marks.',
  'This text touches on people who may be minors. What is known of them stays closed on purpose; the task is the right first step.',
];
