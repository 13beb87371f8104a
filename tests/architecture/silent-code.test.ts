import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fixedWaits, silentCatches } from './silent-code.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Holds what is planted here. */
const OWN = 'tests/architecture/silent-code.test.ts';

function foundIn(folders: readonly string[], find: (text: string) => string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => /\.(?:ts|js|mjs|svelte|astro)$/.test(name) && name !== OWN),
  );
  expect(files.length).toBeGreaterThan(100);
  return files.flatMap((name) => find(readFileSync(join(ROOT, name), 'utf8')).map((place) => `${name}:${place}`));
}

describe('a failure that is dropped', () => {
  it('has a comment why nothing is owed to the user', () => {
    expect(foundIn(['src', 'scripts'], silentCatches)).toEqual([]);
  });

  it.each([
    'load().catch(() => undefined);',
    'load().catch(() => null);',
    'load().catch(() => {});',
    'load().catch((error) => {\n});',
    'load().catch((_: unknown) => []);',
    'load().catch(async () => false);',
    "load().catch(() => 'failed' as const);",
    'load().catch(() => new Set<string>());',
    'load().catch(\n  () => undefined,\n);',
    'try { load(); } catch {}',
    'try { load(); } catch (error) {\n}',
    '// Of something else.\nconst a = 1;\nload().catch(() => undefined);',
    "const from = 'https://a.example';\nload().catch(() => undefined);".replace('\n', ' '),
  ])('is found in: %j', (text) => {
    expect(silentCatches(text)).toHaveLength(1);
  });

  it.each([
    '// Nothing waits for it.\nload().catch(() => undefined);',
    'load().catch(() => undefined); // Nothing waits for it.',
    '/** Nothing waits for it. */\nload().catch(() => undefined);',
    'try { load(); } catch {\n  // Not there: the caller goes on without.\n}',
    'load().catch((error) => tell(error));',
    'load().catch(() => { failed = true; });',
  ])('is not found in: %j', (text) => {
    expect(silentCatches(text)).toEqual([]);
  });
});

describe('a wait for a time', () => {
  it('has a comment why the thing itself cannot be waited for', () => {
    expect(foundIn(['tests', 'scripts'], fixedWaits)).toEqual([]);
  });

  it.each([
    'await page.waitForTimeout(500);',
    'await new Promise((done) => setTimeout(done, 50));',
    'await new Promise<void>((done) => setTimeout(done));',
    'await new Promise((done) => {\n  setTimeout(done, 50);\n});',
    "import { setTimeout } from 'node:timers/promises';",
    'Atomics.wait(cell, 0, 0, 5);',
    'await sleep(100);',
  ])('is found in: %j', (text) => {
    expect(fixedWaits(text)).toHaveLength(1);
  });

  it.each([
    '// The server tells nobody how many wait.\nawait new Promise((done) => setTimeout(done, 50));',
    'const late = setTimeout(() => child.kill(), 60_000);',
    'await expect.poll(read).toBe(1);',
  ])('is not found in: %j', (text) => {
    expect(fixedWaits(text)).toEqual([]);
  });
});
