/**
 * Signs of a result line: figures and capital letters without I, L, O and U, so that nothing sounds or looks like a
 * figure, and the line fits the alphanumeric mode of a QR code.
 */
export const LINE_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Signs of one group: four that carry data, and one that checks them. */
const GROUP_SIGNS = 5;
export const GROUP_DATA = GROUP_SIGNS - 1;

/** A line has at most sixty signs. */
export const MAX_GROUPS = 12;

/** Powers of a generator of the field of 32 elements, modulo x^5 + x^2 + 1; a sign is the element of its place. */
const POWERS: readonly number[] = (() => {
  const powers = [1];
  while (powers.length < LINE_SIGNS.length - 1) {
    const doubled = (powers.at(-1) as number) << 1;
    powers.push(doubled & 32 ? (doubled ^ 0b100101) & 31 : doubled);
  }
  return powers;
})();

function product(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return POWERS[(POWERS.indexOf(a) + POWERS.indexOf(b)) % POWERS.length] as number;
}

/**
 * The value of the sign that checks a group. Each place has another weight, so that a sign heard wrongly and any two
 * signs exchanged are found; the place of the group counts too, so that two groups exchanged are found.
 */
function checkOf(data: readonly number[], group: number): number {
  return data.reduce((sum, value, at) => sum ^ product(value, POWERS[at + 1] as number), group);
}

/** Groups of five signs from values of 0 to 31. Their number is a multiple of four. */
export function groupsOf(values: readonly number[]): string[] {
  const groups: string[] = [];
  for (let from = 0; from < values.length; from += GROUP_DATA) {
    const data = values.slice(from, from + GROUP_DATA);
    groups.push([...data, checkOf(data, groups.length)].map((value) => LINE_SIGNS[value]).join(''));
  }
  return groups;
}

/** The values that groups carry, and the places (from 1) of groups whose check fails or that are not of five signs. */
export function readGroups(groups: readonly string[]): { readonly values: number[]; readonly wrong: number[] } {
  const values: number[] = [];
  const wrong: number[] = [];
  groups.forEach((group, at) => {
    const signs = [...group].map((sign) => LINE_SIGNS.indexOf(sign));
    const data = signs.slice(0, GROUP_DATA);
    const isRight = signs.length === GROUP_SIGNS && !signs.includes(-1) && signs[GROUP_DATA] === checkOf(data, at);
    if (!isRight) wrong.push(at + 1);
    values.push(...data);
  });
  return { values, wrong };
}

/** Signs that are often written for one of ours. */
const MEANT: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * A line as it was typed, in groups. Spaces, hyphens, points and commas part groups; without any, every five signs are a
 * group. Small letters, and O, I and L, are taken for what was meant.
 */
export function typedGroups(line: string): string[] {
  const groups = line
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s\-–—.,;:/]+/u)
    .filter((group) => group !== '')
    .map((group) => group.replaceAll(/[OIL]/g, (sign) => MEANT[sign] as string));
  const [only] = groups;
  if (groups.length !== 1 || only === undefined) return groups;
  return only.match(/.{1,5}/gsu) ?? [];
}

/** True if a text is made as a line is: whole groups of our signs. What else a code may hold is no damaged line. */
export function isMadeAsLine(text: string): boolean {
  const groups = typedGroups(text);
  const isGroup = (group: string) =>
    group.length === GROUP_SIGNS && [...group].every((sign) => LINE_SIGNS.includes(sign));
  return groups.length > 0 && groups.every(isGroup);
}
