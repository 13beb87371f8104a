import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CHANCE = 'tests/support/fail-on-chance.ts';
const CONSOLE = 'tests/support/fail-on-console.ts';
const PATIENCE = 'tests/support/patient-screen.ts';

/**
 * The one limit of all tests and of their preparations, in milliseconds: it ends what hangs, and says nothing about speed.
 * More than ten times what the slowest needs on a quiet machine, as a busy one easily takes ten times as long; the proofs
 * look at much more. No test sets a limit of its own.
 */
const LIMIT = process.env['PROVE'] === '1' ? 7_200_000 : 300_000;

/** What is polled for comes at once, or with the end of the test: the library's limit of a second is for quiet machines. */
const LIMITS = { testTimeout: LIMIT, hookTimeout: LIMIT, expect: { poll: { timeout: LIMIT / 3 } } };

/**
 * A vitest project in Node for one folder of tests/. The files tests/timings/*.timing.ts are no tests:
 * scripts/time-functions.ts runs them, with nothing else running.
 */
const inNode = (name: string, setupFiles: string[]) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: 'node' as const,
    setupFiles,
    ...LIMITS,
    // Node reads our TypeScript itself, as it does for every command; through Vite the tests take a tenth longer.
    experimental: { viteModuleRunner: false },
  },
});

export default defineConfig({
  root,
  test: {
    passWithNoTests: true,
    // As few processes as possible: most files take less time than their imports. No test keeps state in a module.
    isolate: false,
    projects: [
      inNode('unit', [CHANCE, CONSOLE]),
      inNode('architecture', []),
      inNode('content', []),
      inNode('golden', [CHANCE]),
      inNode('attack', []),
      inNode('conformance', []),
      {
        plugins: [svelte({ configFile: false }), svelteTesting()],
        // Without these conditions Svelte resolves to its server build, which has no mount().
        resolve: { conditions: ['module', 'browser'] },
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.ts'],
          environment: 'happy-dom',
          setupFiles: [CONSOLE, PATIENCE],
          ...LIMITS,
        },
      },
    ],
  },
});
