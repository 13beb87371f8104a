/** Everything that a command knows of its environment, except files. */
export interface CommandIo {
  /** The folder against which relative paths are resolved. */
  readonly cwd: string;
  /** The terminal for progress output, if any. */
  readonly terminal?: NodeJS.WriteStream | undefined;
  /** Writes to the command's output (stdout). */
  out(text: string): void;
  /** Writes a message that is no part of the output (stderr). */
  say(text: string): void;
}

/** A command of the kit: returns its exit code. Calls in one process are independent of each other. */
export type Main = (args: readonly string[], io: CommandIo) => Promise<number>;
