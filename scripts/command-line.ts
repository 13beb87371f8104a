import type { Issue, Parsed } from '#core/kernel/issue.ts';
import { printSlip } from './print-issue.ts';

/** Reads the arguments of a command: `--help` prints the help and ends with 0, a bad argument is named and ends with 2. */
export function readArguments<Result extends { values: object }>(help: string, parse: () => Result): Result {
  try {
    const result = parse();
    if ('help' in result.values && result.values.help === true) {
      process.stdout.write(`${help}\n`);
      process.exit(0);
    }
    return result;
  } catch (error) {
    return badArgument(help, error instanceof Error ? error.message : String(error));
  }
}

/** Names the bad argument and ends with 2. */
export function badArgument(help: string, said: string): never {
  process.stderr.write(`${said}\n\n${help}\n`);
  process.exit(2);
}

/** The value, or every issue on its own line and the end with 1. */
export function orFail<Value>(parsed: Parsed<Value>): Value {
  return parsed.ok ? parsed.value : failWithIssues(parsed.issues);
}

/** Prints every issue, with its line as it should read where that is known, and ends with 1. */
export function failWithIssues(issues: readonly Issue[]): never {
  for (const issue of issues) process.stderr.write(`${printSlip(issue)}\n`);
  process.exit(1);
}
