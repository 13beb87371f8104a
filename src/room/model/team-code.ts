/** Characters of codes that are read aloud: no two look alike. */
export const CODE_CHARACTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Gives 24 million codes: with the tries that a room allows, guessing one takes more than a day. */
const LENGTH = 5;

/** The code with which another laptop can take over for a team. `draw` gives whole numbers below its argument. */
export const drawTeamCode = (draw: (below: number) => number): string =>
  Array.from({ length: LENGTH }, () => CODE_CHARACTERS[draw(CODE_CHARACTERS.length)]).join('');

/** True if `written` is the code, ignoring case and gaps. */
export const isTeamCode = (written: string, code: string): boolean =>
  written.toUpperCase().replaceAll(/[\s-]/gu, '') === code;
