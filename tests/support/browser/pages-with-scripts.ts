/** Pages that ship scripts, besides cases and lessons; every other page is text. */
export const WITH_SCRIPTS = [
  'evidence/',
  'evidence/drill/',
  'facilitate/room/',
  'facilitate/room/board/',
  'facilitate/room/screen/',
  'help/',
  'judges/again/',
  'judges/portfolio/',
  'judges/track/judge/',
  'judges/track/prosecutor/',
  'library/recommendations/',
  'market/',
  'practise/',
  'practise/again/',
  'room/',
  'search/',
  'studio/',
];

/** A lesson keeps answers on the device, and some hold a figure. */
export const LESSON = /^learn\/[^/]+\/$/;
