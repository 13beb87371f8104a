/** Signs of codes that are read aloud: no two that look alike. */
export const CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** With 24 million codes and the tries that a room allows, nobody finds one in a day. */
const LENGTH = 5;

/** The code by which another laptop goes on for a team. `draw` gives whole numbers below its argument. */
export const drawTeamCode = (draw: (below: number) => number): string =>
  Array.from({ length: LENGTH }, () => CODE_SIGNS[draw(CODE_SIGNS.length)]).join('');

/** True if that is the code, in whatever case and with whatever gaps it is typed. */
export const isTeamCode = (written: string, code: string): boolean =>
  written.toUpperCase().replaceAll(/[\s-]/gu, '') === code;
