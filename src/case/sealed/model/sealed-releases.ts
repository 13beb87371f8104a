import type { RoomPart } from '#case/language/model/room-parts.ts';

/** Maximum releases of a sealed pack: each has words of its own, which are read out in the room. */
export const MAX_RELEASES = 4;

/** Name of the worker that decrypts a sealed pack; other packed pages do not contain it. */
export const UNSEAL_WORKER = 'unseal.worker.js';

/** Files of the key of a case that one passphrase opens. */
export interface SealedRelease {
  /** Id of the last part of the case with answers in it. */
  readonly id: string;
  readonly title: string;
  readonly keyParts: readonly string[];
}

/**
 * The releases of a sealed pack: the parts of the case that open answers. If there are more than four, parts before the
 * last one are merged and open with the later one of them.
 */
export function sealedReleases(parts: readonly RoomPart[]): SealedRelease[] {
  const releases = parts.filter(({ keyParts }) => keyParts.length > 0);
  const [last, ...before] = releases.toReversed();
  if (!last) return [];
  const early = before.toReversed();
  const groups = Math.min(early.length, MAX_RELEASES - 1);
  const first = Array.from({ length: groups }, (_, n) =>
    early.slice(Math.floor((n * early.length) / groups), Math.floor(((n + 1) * early.length) / groups)),
  );
  return [...first, [last]].map((group) => {
    const { id, title } = group.at(-1) as RoomPart;
    return { id, title, keyParts: group.flatMap(({ keyParts }) => keyParts) };
  });
}
