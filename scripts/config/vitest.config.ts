import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CHANCE = 'tests/support/fail-on-chance.ts';
const CONSOLE = 'tests/support/fail-on-console.ts';

/**
 * A vitest project in Node for one folder of tests/. The files tests/bench/*.bench.ts are no tests: scripts/bench.ts
 * runs them, with nothing else running.
 */
const inNode = (name: string, setupFiles: string[], testTimeout = 30_000) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: 'node' as const,
    setupFiles,
    testTimeout,
    // Preparations run whole programs: on a busy machine that takes minutes.
    hookTimeout: 10 * testTimeout,
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
      inNode('architecture', [], 60_000),
      inNode('content', [], 60_000),
      inNode('golden', [CHANCE], 30_000),
      // Learners take seconds; `npm run prove` has them learn from many more markets.
      inNode('attack', [], 60_000),
      // Third-party programs and a browser read our exports, which takes longer.
      inNode('conformance', [], 120_000),
      {
        plugins: [svelte({ configFile: false }), svelteTesting()],
        // Without these conditions Svelte resolves to its server build, which has no mount().
        resolve: { conditions: ['module', 'browser'] },
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.ts'],
          environment: 'happy-dom',
          setupFiles: [CONSOLE],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
