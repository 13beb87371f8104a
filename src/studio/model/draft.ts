/** Files of a case by name, such as `scenario.yaml`, as their authors wrote them. */
export type DraftFiles = Readonly<Record<string, string>>;

/** A case that is being written in the studio, as this device keeps it. */
export interface Draft {
  readonly schema: 'draft/1';
  /** Id of the draft on this device; not part of the case. */
  readonly id: string;
  readonly files: DraftFiles;
  /** Name of the folder in which the case lies, which has to be its id; left out where it lies in no folder. */
  readonly folder?: string;
  /** Title of the case or pattern with which it was begun; left out for an empty one. */
  readonly begunFrom?: string;
  /** When it was saved last, as an instant in UTC. */
  readonly keptAt: string;
  /** When a copy of it was last given out, as an instant in UTC. */
  readonly givenOutAt?: string;
  /** Manual checks that the author has ticked; undefined if there are none. */
  readonly ticked?: readonly string[];
  /** Number of findings of the last check; undefined before the first. */
  readonly findings?: number;
  /** Grows by one with each save, so that a second tab notices a save of the first. */
  readonly revision: number;
}
