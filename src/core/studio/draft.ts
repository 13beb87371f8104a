/** Files of a case by name, such as `scenario.yaml`, as their authors wrote them. */
export type DraftFiles = Readonly<Record<string, string>>;

/** A case that is being written in the studio, as this device keeps it. */
export interface Draft {
  readonly schema: 'draft/1';
  /** Names the draft on this device; no part of the case. */
  readonly id: string;
  readonly files: DraftFiles;
  /** Name of the folder in which the case lies, which has to be its id; left out where it lies in no folder. */
  readonly folder?: string;
  /** Title of the case or pattern with which it was begun; left out for an empty one. */
  readonly begunFrom?: string;
  /** When it was kept last, as an instant in UTC. */
  readonly keptAt: string;
  /** When a copy of it was last given out, as an instant in UTC. */
  readonly givenOutAt?: string;
  /** What no machine can check and its author has read it for; left out where nothing is ticked. */
  readonly ticked?: readonly string[];
  /** Number of findings when it was checked last; left out where it was not. */
  readonly findings?: number;
  /** Grows by one whenever it is kept, so that a second tab sees that the first has kept another text. */
  readonly revision: number;
}
