import type { Called } from './call-commands.ts';

/** Of a processor. A call that takes longer than the second of both on a busy machine has not ended. */
const MAX_CPU_MS = 10_000;
export const MAX_WAIT_MS = 90_000;

/** A line of an issue: place and sentence, or the author's own line as it should read. */
const IS_TOLD = /:|\. |^ *\d+ \|/;

/** What is wrong with how a call of a command has ended; `codes` are those with which it may end. */
export function faultsOf({ code, out, said, ms }: Called, codes: readonly number[]): string[] {
  const printed = out + said;
  return [
    ...(codes.some((allowed) => allowed === code) ? [] : [`ends with ${code}`]),
    ...(code !== 0 && printed.trim() === '' ? ['says nothing'] : []),
    ...(/^\s+at .*:\d+|file:\/\/\/.*\.ts/m.test(printed) ? ['prints a stack'] : []),
    ...(printed.includes('command.unforeseen') ? ['did not foresee it'] : []),
    ...(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(printed.replaceAll(/\r?\n/g, ''))
      ? ['prints control characters']
      : []),
    ...(code === 1 && said.split('\n').some((line) => line !== '' && !IS_TOLD.test(line)) ? ['prints no issue'] : []),
    ...(ms > MAX_CPU_MS ? [`takes ${ms} ms of a processor`] : []),
  ];
}
