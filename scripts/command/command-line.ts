import type { Issue, Parsed } from '#kernel/model/issue.ts';
import type { CommandIo, Main } from './command-io.ts';
import { printSlip } from './print-issue.ts';
import { complain, complainLines, oneLine, printLines } from './print-text.ts';

/** Thrown to exit a command from anywhere in it; `command` turns it into the exit code. */
class Exit extends Error {
  readonly code: number;
  readonly tell: (io: CommandIo, help: string) => void;

  constructor(code: number, tell: Exit['tell']) {
    super(`The command ends with ${code}.`);
    this.code = code;
    this.tell = tell;
  }
}

/**
 * Builds a command from its help text and its work, which returns the exit code or exits by one of the functions below.
 */
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

/**
 * Reads the arguments of a command. `--help` prints the help and exits with 0; a bad argument is reported and exits
 * with 2.
 */
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

/** Reports the bad argument, says how the command is called and exits with 2. */
export function badArgument(said: string): never {
  throw new Exit(2, (io, help) => io.say(`${oneLine(said)}\n\n${usageIn(help)}\n--help shows all.\n`));
}

/** The call in a help text, in one line or several; the whole help would scroll the error away. */
const usageIn = (help: string): string => /^Usage: .+(?:\n {7}.+)*/.exec(help)?.[0] ?? help;

/** The whole number from 1 on that an argument gives, 1 where it is missing; ends the command with 2 for another. */
export function wholeNumber(name: string, value: string | undefined): number {
  if (value !== undefined && !/^[1-9]\d{0,5}$/.test(value))
    badArgument(`${name} ${value}: give a whole number from 1 on.`);
  return Number(value ?? 1);
}

/** Prints one line on why the command cannot continue, and exits with 1. */
export function fail(said: string): never {
  throw new Exit(1, (io) => complain(io, said));
}

/** The value; otherwise prints every issue on its own line and exits with 1. */
export function orFail<Value>(parsed: Parsed<Value>): Value {
  return parsed.ok ? parsed.value : failWithIssues(parsed.issues);
}

/**
 * The value that an argument names. A missing file or folder is a bad argument; anything else wrong with it is an
 * issue.
 */
export function fromArgument<Value>(said: string, parsed: Parsed<Value>): Value {
  if (!parsed.ok && parsed.issues.some(({ code }) => code === 'file.missing')) badArgument(said);
  return orFail(parsed);
}

/** Prints every issue, with the corrected line where it is known, and exits with 1. */
export function failWithIssues(issues: readonly Issue[]): never {
  throw new Exit(1, (io) => {
    for (const issue of issues) complainLines(io, printSlip(issue));
  });
}
