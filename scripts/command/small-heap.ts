import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow to twice what is in use, for programs that write gigabytes beside little that lasts. V8 alone lets
 * it grow fourfold: a million ads then peak at 1.64 GB instead of 0.99 GB, in the same time. Call it once, at the start
 * of a process.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=100');
}
