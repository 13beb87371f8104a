/** All that a command has of the world around it, besides the files. */
export interface CommandIo {
  /** The folder from which a relative path is read. */
  readonly cwd: string;
  /** The terminal on which somebody watches how far the command is, where there is one. */
  readonly terminal?: NodeJS.WriteStream | undefined;
  /** Prints a part of the answer. */
  out(text: string): void;
  /** Says something beside the answer. */
  say(text: string): void;
}

/** A command of the kit: gives the code with which its process ends. Two calls in one process do not know of each other. */
export type Main = (args: readonly string[], io: CommandIo) => Promise<number>;
