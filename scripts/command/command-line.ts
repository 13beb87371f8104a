import type { Issue, Parsed } from '#core/kernel/issue.ts';
import type { CommandIo, Main } from './command-io.ts';
import { printSlip } from './print-issue.ts';
import { complain, complainLines, oneLine, printLines } from './print-text.ts';

/** The end of a command from anywhere in it: thrown here, and turned into its code by `command`. */
class Exit extends Error {
  readonly code: number;
  readonly tell: (io: CommandIo, help: string) => void;

  constructor(code: number, tell: Exit['tell']) {
    super(`The command ends with ${code}.`);
    this.code = code;
    this.tell = tell;
  }
}

/** A command out of its help and its work, which gives the code or ends by one of the functions below. */
export function command(help: string, work: (...given: Parameters<Main>) => number | Promise<number>): Main {
  return async (args, io) => {
    try {
      return await work(args, io);
    } catch (error) {
      if (!(error instanceof Exit)) throw error;
      error.tell(io, help);
      return error.code;
    }
  };
}

/** Reads the arguments of a command: `--help` prints the help and ends with 0, a bad argument is named and ends with 2. */
export function readArguments<Result extends { values: object }>(parse: () => Result): Result {
  const result = parsedOr(parse);
  if ('help' in result.values && result.values.help === true) throw new Exit(0, printLines);
  return result;
}

function parsedOr<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    return badArgument(error instanceof Error ? error.message : String(error));
  }
}

/** Names the bad argument, shows the help and ends with 2. */
export function badArgument(said: string): never {
  throw new Exit(2, (io, help) => io.say(`${oneLine(said)}\n\n${help}\n`));
}

/** Says in a line why the command cannot go on, and ends with 1. */
export function fail(said: string): never {
  throw new Exit(1, (io) => complain(io, said));
}

/** The value, or every issue on its own line and the end with 1. */
export function orFail<Value>(parsed: Parsed<Value>): Value {
  return parsed.ok ? parsed.value : failWithIssues(parsed.issues);
}

/** What an argument names. That it names nothing is a bad argument, and whatever else is wrong with it an issue. */
export function fromArgument<Value>(said: string, parsed: Parsed<Value>): Value {
  if (!parsed.ok && parsed.issues.some(({ code }) => code === 'file.missing')) badArgument(said);
  return orFail(parsed);
}

/** Prints every issue, with its line as it should read where that is known, and ends with 1. */
export function failWithIssues(issues: readonly Issue[]): never {
  throw new Exit(1, (io) => {
    for (const issue of issues) complainLines(io, printSlip(issue));
  });
}
