import { type Rng, shuffle } from '#kernel/model/rng.ts';
import type { Units } from './draw-units.ts';

/** Share of texts that somebody writes for others, in per cent: the same for every type of actor. */
const WRITTEN_FOR_OTHERS = 24;

/** Persons who work alone and have one writer, at most. */
const CLIENTS_OF_A_WRITER = 4;

/**
 * Who writes the texts of each unit: the persona, or a writer of all texts of the actor, or a writer who has several
 * clients with nothing else in common. That a text has a writer is equally likely for every type of actor.
 */
export function authorsOf({ units, first }: Units, firstPersona: number, rng: Rng): Uint32Array {
  const authors = Uint32Array.from(units, (_, n) => firstPersona + n);
  const clients: number[] = [];
  for (let actor = 0; actor + 1 < first.length; actor++) {
    const [from, to] = [first[actor] as number, first[actor + 1] as number];
    if (rng.int(100) >= WRITTEN_FOR_OTHERS) continue;
    if (to - from === 1) clients.push(from);
    else authors.fill(authors[from] as number, from, to);
  }
  shuffle(clients, rng);
  for (let at = 0; at < clients.length; ) {
    const end = Math.min(clients.length, at + 2 + rng.int(CLIENTS_OF_A_WRITER - 1));
    for (const unit of clients.slice(at, end)) authors[unit] = authors[clients[at] as number] as number;
    at = end;
  }
  return authors;
}
