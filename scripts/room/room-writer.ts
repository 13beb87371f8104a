import { InvariantError } from '#kernel/model/invariant.ts';
import type { NotKept } from '#room/model/not-kept.ts';
import { type RoomAction, type RoomEvent, roomEvent } from '#room/model/room-events.ts';
import type { RoomState } from '#room/model/room-state.ts';
import { LogGoneError, type RoomLog } from './room-log.ts';

/** Writes to the log of a room, and knows whether what is written is kept. */
export interface RoomWriter {
  /** Why nothing is kept now; undefined while all is well. */
  readonly notKept: NotKept | undefined;
  /** Writes events to the disk, then tells every page that waits. Throws where they are not kept. */
  append(events: readonly RoomEvent[]): void;
  /** The same for actions. */
  write(actions: readonly RoomAction[]): void;
  /** Forgets a team, in the log too. */
  forget(team: string): void;
  /** Writes the whole log anew from what is in memory. Throws where the disk does not take it. */
  writeAnew(): void;
  /** Looks whether the log is still in its place: pages are told also while nobody sends anything. */
  look(): void;
}

/** `tell` is called after every change, and after it has changed whether anything is kept. */
export function createRoomWriter(log: RoomLog, now: () => number, tell: () => void): RoomWriter {
  let notKept: NotKept | undefined;

  function stand(next: NotKept | undefined): void {
    if (notKept === next) return;
    notKept = next;
    tell();
  }

  /** Does what writes to the disk, and notes whether the disk has taken it. */
  function keep(work: () => void): void {
    try {
      work();
    } catch (error) {
      // What could not be read again is a fault of the program, and the disk is well.
      if (!(error instanceof InvariantError))
        stand(error instanceof LogGoneError || !log.isInPlace() ? 'gone' : 'disk');
      throw error;
    }
    notKept = undefined;
    tell();
  }

  const append = (events: readonly RoomEvent[]) => keep(() => log.append(events));

  return {
    get notKept() {
      return notKept;
    },
    append(events) {
      if (events.length > 0) append(events);
    },
    write(actions) {
      let last: Pick<RoomState, 'seq'> = log.state;
      const events = actions.map((action) => {
        const event = roomEvent(action, last, now());
        last = event;
        return event;
      });
      append(events);
    },
    forget: (team) => keep(() => log.forget(team)),
    writeAnew: () => keep(() => log.writeAnew()),
    look() {
      if (!log.isInPlace()) stand('gone');
      // A full disk is found to have space again by the next write.
      else if (notKept === 'gone') stand(undefined);
    },
  };
}
