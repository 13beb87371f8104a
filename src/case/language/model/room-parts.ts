/**
 * One part of a case as a facilitator releases it: the states that it opens, and the files of the key that may be
 * served from its release on.
 */
export interface RoomPart {
  readonly id: string;
  readonly title: string;
  /** The scenes of the part. A team that reaches one of them before the release waits at the gate. */
  readonly states: readonly string[];
  /** Those of its states in which a team decides. */
  readonly decisions: readonly string[];
  /** Names of files of the key, such as `key/decisions/d01.json`. */
  readonly keyParts: readonly string[];
  /** Exercises of the part whose places teams can share out; left out where there are none. */
  readonly shared?: readonly SharedPlaces[];
}

/** An exercise, by its state, with its places, of which each team gets all or some. */
export interface SharedPlaces {
  readonly state: string;
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

/** The part with a state; undefined if there is none. */
export function partWithState(parts: readonly RoomPart[], state: string): RoomPart | undefined {
  return parts.find(({ states }) => states.includes(state));
}

/** Why a team may not go on now, in order of precedence: everybody rests, all listen, or its next part is not released. */
export type Barrier = 'paused' | 'held' | 'gate';

/** A part as the room or a team sees it. */
interface ReleasedPart {
  readonly id: string;
  readonly released?: object | boolean | undefined;
}

/**
 * True if the words of a part may be read. The last part holds the debrief, which tells of the whole case, and
 * therefore opens the words of all parts.
 */
export function areWordsOpen({ parts }: { readonly parts: readonly ReleasedPart[] }, part: string): boolean {
  const isOpen = (one?: ReleasedPart) => one?.released !== undefined && one.released !== false;
  return isOpen(parts.at(-1)) || isOpen(parts.find(({ id }) => id === part));
}
