/**
 * While a test runs, chance and the wall clock throw wherever the model of a door is on the call stack, so that a library which reads
 * them behind its back is caught too. The test runner and fast-check may go on using them, and Faker may seed the
 * ready-made instances that it builds on loading and that nobody here uses.
 */
import { afterAll, afterEach, beforeEach } from 'vitest';

interface Guard {
  testRuns: boolean;
}

const INSIDE_MODEL = /[/\\]src[/\\](?:[\w-]+[/\\]){1,2}model[/\\]/;
/** Gives each message a random id, also that which tells of progress in the model; the id is in nothing that comes out. */
const NUMBERS_MESSAGES = /node_modules[/\\]comlink[/\\]/;

/** Shared by all files of tests in one process: what is guarded once must not be guarded again by the next file. */
const shared = globalThis as { chanceGuard?: Guard };
const guard = shared.chanceGuard ?? install({ testRuns: false });
shared.chanceGuard = guard;

beforeEach(() => {
  guard.testRuns = true;
});
afterEach(() => {
  guard.testRuns = false;
});
// A test that ends by a timeout or is skipped as it runs leaves the guard on for the next file of the same process.
afterAll(() => {
  guard.testRuns = false;
});

function install(guarding: Guard): Guard {
  const random = Math.random;
  Math.random = () => {
    refuse('Math.random()');
    return random();
  };
  globalThis.Date = new Proxy(Date, {
    construct(target, args, newTarget) {
      if (args.length === 0) refuse('new Date()');
      return Reflect.construct(target, args, newTarget);
    },
    apply(target, self, args) {
      refuse('Date()');
      return Reflect.apply(target, self, args);
    },
    get(target, key, receiver) {
      if (key !== 'now') return Reflect.get(target, key, receiver);
      return () => {
        refuse('Date.now()');
        return target.now();
      };
    },
  });
  return guarding;

  function refuse(what: string): void {
    if (!guarding.testRuns) return;
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = Number.POSITIVE_INFINITY;
    const error = new Error(`${what} was read inside the model. Take chance and time as arguments.`);
    Error.stackTraceLimit = limit;
    const stack = error.stack ?? '';
    if (INSIDE_MODEL.test(stack) && !NUMBERS_MESSAGES.test(stack)) throw error;
  }
}
