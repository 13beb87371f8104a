import type { TeamAtDoor } from '#room/model/team-at-door.ts';

/** How long a team stands at the door after it has asked (ms). Its page asks again before that. */
const STAYS_MS = 20_000;

/** Maximum number of teams that are shown at the door, and of one address: a group behind one router comes together. */
const MAX_AT_DOOR = 12;
const MAX_OF_ADDRESS = 6;

/** A team that asks to come in. The address tells it from another laptop that gives the same name. */
interface Asking {
  readonly name: string;
  readonly people: number;
  readonly address: string;
}

/** Teams that ask to come in while the door is closed. They are in no log: a page asks again by itself. */
export interface AtDoor {
  /** Notes that a team asks. False where too many stand there already. */
  asks(asking: Asking, now: number): boolean;
  /** True once the facilitator has let the team in; it can come in one time. */
  isLetIn(asking: Asking, now: number): boolean;
  /** Lets a team in. False for one that does not stand there any more. */
  letIn(id: string, now: number): boolean;
  /** The team has come in. */
  leaves(asking: Asking): void;
  /** Teams that wait, in the order in which they came. */
  list(now: number): readonly TeamAtDoor[];
}

/** `now` is in milliseconds of a clock that only runs forward. */
export function createAtDoor(): AtDoor {
  const all = new Map<string, { readonly asking: Asking; readonly id: string; askedAt: number; isLetIn: boolean }>();
  let drawn = 0;
  const keyOf = ({ name, address }: Asking) => JSON.stringify([address, name.toLowerCase()]);

  function present(now: number) {
    for (const [key, { askedAt }] of all) if (now - askedAt > STAYS_MS) all.delete(key);
    return [...all.values()];
  }

  return {
    asks(asking, now) {
      const here = present(now);
      const known = all.get(keyOf(asking));
      if (known) {
        known.askedAt = now;
        return true;
      }
      const ofAddress = here.filter(({ asking: { address } }) => address === asking.address);
      if (here.length >= MAX_AT_DOOR || ofAddress.length >= MAX_OF_ADDRESS) return false;
      all.set(keyOf(asking), { asking, id: `d${++drawn}`, askedAt: now, isLetIn: false });
      return true;
    },
    isLetIn(asking, now) {
      present(now);
      return all.get(keyOf(asking))?.isLetIn ?? false;
    },
    letIn(id, now) {
      const found = present(now).find((one) => one.id === id);
      if (found) found.isLetIn = true;
      return found !== undefined;
    },
    leaves(asking) {
      all.delete(keyOf(asking));
    },
    list: (now) =>
      present(now).flatMap(({ asking: { name, people }, id, isLetIn }) => (isLetIn ? [] : [{ id, name, people }])),
  };
}
