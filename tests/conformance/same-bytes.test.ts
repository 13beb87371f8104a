import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, type Rollup } from 'vite';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/site/find-browser.mjs';
import { aLocker, packed } from '../support/builders/a-locker.ts';
import { ROOT } from '../support/builders/the-library.ts';
import { serve } from './served.ts';

/** As strict as the site: nothing but its own scripts, no WebAssembly, no code made from text. */
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'";

async function bundled(entry: string): Promise<string> {
  const output = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'es2023', rollupOptions: { input: entry, output: { format: 'es' } } },
  });
  const { output: files } = (Array.isArray(output) ? output[0] : output) as Rollup.RollupOutput;
  return files[0].code;
}

describe.skipIf(!findBrowser())('a worker in Chromium under the policy of the site', () => {
  it('packs the same bytes as Node, and verifies them', async () => {
    const locker = aLocker();
    const worker = await bundled(join(import.meta.dirname, 'pack-in-worker.ts'));
    const site = await serve(
      {
        '/': { type: 'text/html', body: '<!doctype html><title>worker</title>' },
        '/worker.js': { type: 'text/javascript', body: worker },
        '/locker.json': {
          type: 'application/json',
          body: JSON.stringify(locker, (_, value: unknown) =>
            value instanceof Uint8Array ? { bytes: [...value] } : value,
          ),
        },
      },
      { 'content-security-policy': POLICY },
    );
    const executablePath = findBrowser();
    const browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
    });
    try {
      const page = await browser.newPage();
      await page.goto(site.origin);
      const result = await page.evaluate(async () => {
        const kept = JSON.parse(await (await fetch('/locker.json')).text(), (_, value: unknown) =>
          typeof value === 'object' && value !== null && 'bytes' in value && Array.isArray(value.bytes)
            ? Uint8Array.from(value.bytes as number[])
            : value,
        ) as unknown;
        const worker = new Worker('/worker.js', { type: 'module' });
        return new Promise<unknown>((resolve, reject) => {
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.postMessage(kept);
        });
      });
      const zip = await packed(locker);

      expect(result).toEqual({
        sha256: createHash('sha256').update(zip).digest('hex'),
        bytes: zip.length,
        consistent: true,
        issues: [],
      });
    } finally {
      await browser.close();
      await site.close();
    }
  });
});
