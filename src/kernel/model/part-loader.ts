/** Which version of a part is wanted. A part of another version may lie under the same name in some cache. */
export interface PartVersion {
  /** Written into the address of the part, so that every cache has one entry per version. */
  readonly name: string;
  /** True where a loaded part is of this version. */
  isOf(part: unknown): boolean;
}

/** Loads parts of one whole on demand, such as those of a case. Each is fetched once; later calls return the same promise. */
export interface PartLoader {
  load(part: string, version?: PartVersion): Promise<unknown>;
}

/** Thrown where a part could not be fetched: no network, or the site has changed. */
export class PartMissingError extends Error {
  override name = 'PartMissingError';
}

/** Thrown where a part arrived truncated twice. */
export class PartBrokenError extends Error {
  override name = 'PartBrokenError';
  readonly part: string;
  constructor(part: string) {
    super(`The part ${part} arrives cut short.`);
    this.part = part;
  }
}
