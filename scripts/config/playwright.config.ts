import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from '../site/find-browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

// The runner and each of its workers read this file; the first one picks the port, the others inherit it.
process.env.E2E_PORT ??= String(await freePort());
const port = process.env.E2E_PORT;
const baseURL = `http://127.0.0.1:${port}/`;
const executablePath = findBrowser();

export default defineConfig({
  outputDir: `${root}test-results`,
  // More than ten times what the slowest test and the slowest expectation need on a quiet machine: a preparation builds the
  // site in another language, which takes half a minute. No test sets a limit of its own.
  timeout: 360_000,
  expect: { timeout: 120_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: `${root}.cache/reports/playwright.json` }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    // To store the whole site for each test takes a second or two of both processors; tests of that allow it.
    serviceWorkers: 'block',
    // Tracing takes a third of the time of a run; to debug a failing test: `--trace retain-on-failure`.
    trace: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium's sandbox does not start as root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'e2e', testDir: `${root}tests/e2e` },
    { name: 'a11y', testDir: `${root}tests/a11y` },
  ],
  webServer: {
    command: `"${process.execPath}" scripts/serve-site.ts --no-build --port ${port}`,
    cwd: root,
    url: baseURL,
    reuseExistingServer: false,
    stdout: 'ignore',
    timeout: 360_000,
  },
});
