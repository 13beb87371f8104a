/**
 * Characters of a result line: digits and capital letters without I, L, O and U, so that no letter sounds or looks like
 * a digit, and the line fits the alphanumeric mode of a QR code.
 */
export const LINE_CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of one group: four that carry data, and one that checks them. */
const GROUP_LENGTH = 5;
export const GROUP_DATA = GROUP_LENGTH - 1;

/** A line has at most sixty characters. */
export const MAX_GROUPS = 12;

/** Powers of a generator of GF(32), modulo x^5 + x^2 + 1; a character stands for the element of its index. */
const POWERS: readonly number[] = (() => {
  const powers = [1];
  while (powers.length < LINE_CHARACTERS.length - 1) {
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
 * The value of the check character of a group. Each position has its own weight, so that one wrong character or two
 * swapped ones are found; the position of the group counts too, so that two swapped groups are found.
 */
function checkOf(data: readonly number[], group: number): number {
  return data.reduce((sum, value, at) => sum ^ product(value, POWERS[at + 1] as number), group);
}

/** Groups of five characters from values of 0 to 31. The number of values is a multiple of four. */
export function groupsOf(values: readonly number[]): string[] {
  const groups: string[] = [];
  for (let from = 0; from < values.length; from += GROUP_DATA) {
    const data = values.slice(from, from + GROUP_DATA);
    groups.push([...data, checkOf(data, groups.length)].map((value) => LINE_CHARACTERS[value]).join(''));
  }
  return groups;
}

/** The values in the groups, and the places (from 1) of groups whose check fails or that have not five characters. */
export function readGroups(groups: readonly string[]): { readonly values: number[]; readonly wrong: number[] } {
  const values: number[] = [];
  const wrong: number[] = [];
  groups.forEach((group, at) => {
    const characters = [...group].map((character) => LINE_CHARACTERS.indexOf(character));
    const data = characters.slice(0, GROUP_DATA);
    const isRight =
      characters.length === GROUP_LENGTH && !characters.includes(-1) && characters[GROUP_DATA] === checkOf(data, at);
    if (!isRight) wrong.push(at + 1);
    values.push(...data);
  });
  return { values, wrong };
}

/** Characters that are often typed for one of a line. */
const MEANT: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * A line as it was typed, in groups. Spaces, hyphens, points and commas separate groups; without any, every five
 * characters are a group. Small letters, and O, I and L, are replaced by the characters meant.
 */
export function typedGroups(line: string): string[] {
  const groups = line
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s\-–—.,;:/]+/u)
    .filter((group) => group !== '')
    .map((group) => group.replaceAll(/[OIL]/g, (character) => MEANT[character] as string));
  const [only] = groups;
  if (groups.length !== 1 || only === undefined) return groups;
  return only.match(/.{1,5}/gsu) ?? [];
}

/** True if a text has the shape of a line: complete groups of its characters. Any other QR code is no damaged line. */
export function isMadeAsLine(text: string): boolean {
  const groups = typedGroups(text);
  const isGroup = (group: string) =>
    group.length === GROUP_LENGTH && [...group].every((character) => LINE_CHARACTERS.includes(character));
  return groups.length > 0 && groups.every(isGroup);
}
