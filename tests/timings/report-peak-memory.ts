/** Loaded before a script, this writes the most bytes of memory that the process ever held to its fourth channel. */
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const CHANNEL = 3;
const STATUS = '/proc/self/status';

if (isMainThread) process.on('exit', () => writeSync(CHANNEL, String(peakMemory())));

/** On Linux `maxRSS` begins with what the parent held, so the kernel's own mark of this process is read there. */
function peakMemory(): number {
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : '';
  const mark = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1];
  return (mark === undefined ? process.resourceUsage().maxRSS : Number(mark)) * 1024;
}
