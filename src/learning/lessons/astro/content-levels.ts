/** The notice that stands before a text of each content level; level 0 needs none. */
export const CONTENT_NOTICES: readonly (string | undefined)[] = [
  undefined,
  'This text speaks of exploitation, in plain words and without detail.',
  'This text tells of pressure on people and of control over them. No such scene is shown. You can pause or skip at any moment and lose no marks.',
  'This text is about people who may be minors. What is known of them is not shown, on purpose. Your task is the right first step.',
];
