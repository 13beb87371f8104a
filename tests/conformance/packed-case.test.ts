import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import debrief from '#words/debrief.json' with { type: 'json' };
import outreach from '#words/outreach.json' with { type: 'json' };
import { packedAddress, packedFile } from '../support/browser/packed-case.ts';
import { ROOT } from '../support/builders/the-library.ts';
import { FIREFOX, type FirefoxWindow, startFirefox } from './firefox.ts';

const CASE = 'quiet-number';
const isBuilt = existsSync(packedFile(CASE));

/** Runs in the page: waits until this is true, at most for so long. */
const until = (condition: string) => `
  (async () => {
    for (let n = 0; n < 400; n++) {
      if (${condition}) return 'yes';
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return 'no: ' + document.querySelector('h1')?.textContent;
  })()`;

const HEADING = `document.querySelector('h1')?.textContent.trim() ?? ''`;

const logOf = (id: string) =>
  execFileSync(process.execPath, ['scripts/play.ts', '--scenario', id, '--policy', 'oracle', '--log'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 32 * 1024 ** 2,
  });

describe.skipIf(!FIREFOX || !isBuilt)('a packed case in Firefox, from a disk', { timeout: 120_000 }, () => {
  let firefox: FirefoxWindow;
  beforeAll(async () => {
    firefox = await startFirefox(FIREFOX ?? '');
  }, 120_000);
  afterAll(() => firefox?.close());

  it('begins, keeps its attempt across a reload, and breaks no rule of its policy', async () => {
    await firefox.open(packedAddress(CASE));
    expect(await firefox.ask(until(`document.querySelector('[data-begin]')?.disabled === false`))).toBe('yes');
    const briefing = await firefox.ask(HEADING);
    await firefox.ask(`document.querySelector('[data-begin]').click(), ''`);
    expect(await firefox.ask(until(`!document.querySelector('[data-begin]')`))).toBe('yes');
    const scene = await firefox.ask(HEADING);
    expect(scene).not.toBe(briefing);
    // What was done is written before it is said to be kept.
    expect(await firefox.ask(until(`/UTC/.test(document.querySelector('.bar')?.textContent ?? '')`))).toBe('yes');

    await firefox.open(packedAddress(CASE));
    expect(await firefox.ask(until(`${HEADING} === ${JSON.stringify(scene)}`))).toBe('yes');
    expect(firefox.trouble).toEqual([]);
  });

  it('opens the attempt of a player, goes on in it, and shows its debrief', async () => {
    await firefox.open(packedAddress(CASE));
    expect(await firefox.ask(until(`!!document.querySelector('input[type=file]')`))).toBe('yes');
    await firefox.ask(`
      (() => {
        const files = new DataTransfer();
        files.items.add(new File([${JSON.stringify(logOf(CASE))}], 'attempt.json', { type: 'application/json' }));
        const input = document.querySelector('input[type=file]');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return '';
      })()`);
    const button = `[...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === ${JSON.stringify(outreach['go-on'])})`;
    expect(await firefox.ask(until(`!!${button}`))).toBe('yes');
    await firefox.ask(`${button}.click(), ''`);
    const happened = `[...document.querySelectorAll('h2')].some((head) => head.textContent === ${JSON.stringify(debrief.happened)})`;
    expect(await firefox.ask(until(happened))).toBe('yes');
    expect(firefox.trouble).toEqual([]);
  });
});
