import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Role } from '#case/language/model/role.ts';

/**
 * The people of each chair: for each role of the case, numbers from 1 to the size of the team. Empty for a team without
 * chairs.
 */
export type Chairs = Readonly<Partial<Record<Role, readonly number[]>>>;

/** What is wrong with an assignment of chairs. */
export type ChairFault =
  /** Nobody has the chair of that role. */
  | { readonly why: 'empty'; readonly role: Role }
  /** Too many people share it. */
  | { readonly why: 'crowded'; readonly role: Role; readonly most: number }
  /** That person has no chair. */
  | { readonly why: 'standing'; readonly person: number };

/** Maximum people on one chair: two, or more if somebody would have none otherwise. */
const mostInChair = (roles: number, people: number): number => Math.max(2, Math.ceil(people / roles));

/** Assigns chairs as evenly as the numbers allow: everybody gets one, and no chair is empty. */
export function shareOut<Chair extends string = Role>(
  roles: readonly Chair[],
  people: number,
): Readonly<Partial<Record<Chair, readonly number[]>>> {
  const chairs: Partial<Record<Chair, number[]>> = {};
  for (let n = 0; roles.length > 0 && n < Math.max(roles.length, people); n++) {
    const role = roles[n % roles.length] as Chair;
    chairs[role] = [...(chairs[role] ?? []), (n % people) + 1];
  }
  return chairs;
}

/** The first fault of an assignment, in the order of the roles; undefined for a valid one. */
export function chairFault(chairs: Chairs, roles: readonly Role[], people: number): ChairFault | undefined {
  const most = mostInChair(roles.length, people);
  for (const role of roles) {
    const own = chairs[role] ?? [];
    if (own.length === 0) return { why: 'empty', role };
    if (own.length > most) return { why: 'crowded', role, most };
  }
  const seated = new Set(roles.flatMap((role) => chairs[role] ?? []));
  const person = everybody(people).find((one) => !seated.has(one));
  return person === undefined ? undefined : { why: 'standing', person };
}

/** True for a valid assignment in a team of that size and a case with these roles, and for an empty one. */
export function areChairs(chairs: Chairs, roles: readonly Role[], people: number): boolean {
  const given = Object.entries(chairs);
  if (given.length === 0) return true;
  const isKnown = given.every(([role, own]) => {
    const numbers = new Set(own);
    return (
      (roles as readonly string[]).includes(role) &&
      numbers.size === own.length &&
      own.every((person) => Number.isInteger(person) && person >= 1 && person <= people)
    );
  });
  return isKnown && chairFault(chairs, roles, people) === undefined;
}

/**
 * The role whose chair votes first on a decision: the one that its author names, else the one in which the case is
 * told.
 */
export function firstRole(
  part: { readonly scenario: CompiledScenario; readonly chairs?: Readonly<Record<string, Role>> },
  state: string,
  told: Role | undefined,
): Role | undefined {
  return part.scenario.roles && (part.chairs?.[state] ?? told);
}

/** The order in which people vote at the laptop: `first`, then the others by number. */
export function votingOrder(first: readonly number[], people: number): readonly number[] {
  return [...first, ...everybody(people).filter((person) => !first.includes(person))];
}

const everybody = (people: number): number[] => Array.from({ length: people }, (_, n) => n + 1);
