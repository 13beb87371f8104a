import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import playwright from '../../scripts/config/playwright.config.ts';
import vitest from '../../scripts/config/vitest.config.ts';
import { ownLimits } from './own-limits.ts';

const TESTS = fileURLToPath(new URL('../', import.meta.url));

/** Measurements are no tests: they run alone, on a quiet machine. */
const FILES = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.startsWith('timings/') && name !== 'architecture/limits.test.ts');

/** What the slowest test needs on a quiet machine, in milliseconds: to try all commands with hostile files. */
const SLOWEST = 30_000;
/** The same of a browser: to build the site in another language. */
const SLOWEST_IN_BROWSER = 35_000;
/** What is waited for longest in a browser: until the whole site is kept for work without a network. */
const LONGEST_WAIT = 10_000;

describe('how long a test may take', () => {
  it('is said in one place, at ten times what the slowest needs or more', () => {
    const projects = vitest.test?.projects as { test: { testTimeout: number; hookTimeout: number } }[];

    expect(projects.length).toBeGreaterThan(6);
    for (const { test } of projects) {
      expect(test.testTimeout).toBeGreaterThanOrEqual(10 * SLOWEST);
      expect(test.hookTimeout).toBeGreaterThanOrEqual(10 * SLOWEST);
    }
    expect(playwright.timeout).toBeGreaterThanOrEqual(10 * SLOWEST_IN_BROWSER);
    expect(playwright.expect?.timeout).toBeGreaterThanOrEqual(10 * LONGEST_WAIT);
  });

  it('is said by no test itself', () => {
    const found = FILES.flatMap((name) =>
      ownLimits(name, readFileSync(join(TESTS, name), 'utf8')).map((limit) => `${name}:${limit}`),
    );

    expect(FILES.length).toBeGreaterThan(500);
    expect(found).toEqual([]);
  });

  it.each([
    "it('waits', () => {}, 5_000);",
    "it('waits', async () => {}, MINUTES);",
    "it('waits', { timeout: 5_000 }, () => {});",
    "it.each([1, 2])('waits for %i', (n) => {}, inFull(2, 1) * MINUTES);",
    "it.runIf(true)('waits', function () {}, LIMIT);",
    "test('waits', { timeout }, () => {});",
    "describe('what waits', { timeout: 5_000 }, () => {});",
    'beforeAll(async () => {}, 5_000);',
    'afterEach(close, 5_000);',
    'await expect(page.locator("p")).toBeVisible({ timeout: 5_000 });',
    'await expect.poll(read, { timeout: 5_000 }).toBe(1);',
    "await screen.findByText('x', {}, { timeout: 5_000 });",
    'await vi.waitFor(() => expect(done).toBe(true));',
    'test.setTimeout(5_000);',
    'page.setDefaultTimeout(5_000);',
  ])('is found in: %s', (text) => {
    expect(ownLimits('planted.test.ts', text)).toEqual([expect.stringMatching(/^1: /)]);
  });

  it.each([
    "it('adds', () => {});",
    "it.each([[1, 2]])('adds %i', (n) => {});",
    'beforeAll(async () => {});',
    "list.reduce((sum, one) => sum + one, 0); describe('x', () => { list.map((one) => one, 3); });",
    'page.setDefaultTimeout(0);',
  ])('is not found in: %s', (text) => {
    expect(ownLimits('planted.test.ts', text)).toEqual([]);
  });
});
