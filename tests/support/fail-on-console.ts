/** A test that prints is a test whose code prints: every line on the console fails the test in which it appears. */
import { afterEach } from 'vitest';

const METHODS = ['debug', 'info', 'log', 'warn', 'error', 'trace'] as const;
let printed: string[] = [];

for (const method of METHODS) {
  console[method] = (...words: unknown[]) => {
    printed.push(`console.${method}: ${words.map(String).join(' ')}`);
  };
}

afterEach(() => {
  const lines = printed;
  printed = [];
  if (lines.length > 0) throw new Error(`Printed during the test:\n${lines.join('\n')}`);
});
