/** Pages that ship scripts; every other page is text. */
export const WITH_SCRIPTS = [
  'evidence/',
  'evidence/drill/',
  'facilitate/room/',
  'facilitate/room/board/',
  'facilitate/room/screen/',
  'help/',
  'learn/t2/',
  'learn/t3/',
  'learn/t9/',
  'market/',
  'practise/',
  'practise/again/',
  'room/',
  'search/',
];
