import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import debrief from '#words/case/debrief.json' with { type: 'json' };
import outreach from '#words/case/decision.json' with { type: 'json' };
import sealed from '#words/case/sealed.json' with { type: 'json' };
import { packedAddress, packedFile } from '../support/browser/packed-case.ts';
import { ROOT } from '../support/builders/the-library.ts';
import { inFull } from '../support/in-full.ts';
import { packOwnCase } from '../support/pack-own-case.ts';
import { FIREFOX, type FirefoxWindow, startFirefox } from './firefox.ts';

const CASE = 'quiet-number';
const isBuilt = existsSync(packedFile(CASE));

/** Runs in the page: looks until this is true, at most for two minutes. */
const until = (condition: string) => `
  (async () => {
    for (let n = 0; n < 2_400; n++) {
      if (${condition}) return 'yes';
      // Between two looks.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return 'no: ' + document.querySelector('h1')?.textContent;
  })()`;

const button = (name: string) =>
  `[...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim().startsWith(${JSON.stringify(name)}))`;

const HEADING = `document.querySelector('h1')?.textContent.trim() ?? ''`;

const logOf = (id: string) =>
  execFileSync(process.execPath, ['scripts/play.ts', '--scenario', id, '--policy', 'oracle', '--log'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 32 * 1024 ** 2,
  });

describe.skipIf(!FIREFOX || !isBuilt)('a packed case in Firefox, from a disk', () => {
  let firefox: FirefoxWindow;
  beforeAll(async () => {
    firefox = await startFirefox(FIREFOX ?? '');
  });
  afterAll(() => firefox?.close());

  /** Presses a button as soon as it is there. */
  async function press(name: string): Promise<void> {
    expect(await firefox.ask(until(`!!${button(name)}`))).toBe('yes');
    await firefox.ask(`${button(name)}.click(), ''`);
  }

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
    await press(outreach['go-on']);
    const happened = `[...document.querySelectorAll('h2')].some((head) => head.textContent === ${JSON.stringify(debrief.happened)})`;
    expect(await firefox.ask(until(happened))).toBe('yes');
    expect(firefox.trouble).toEqual([]);
  });

  // In Chromium `npm test` does this too, and age opens what is sealed there.
  it.runIf(inFull(true, false))(
    'opens what is sealed with the gate words of its release, and with no others',
    async () => {
      const home = mkdtempSync(join(tmpdir(), 'checkathon-conformance-'));
      const { file, words } = packOwnCase(home);
      await firefox.open(pathToFileURL(file).href);
      expect(await firefox.ask(until(`document.querySelector('[data-begin]')?.disabled === false`))).toBe('yes');
      await firefox.ask(`document.querySelector('[data-begin]').click(), ''`);
      const step = `[...document.querySelectorAll('label')].find(({ textContent }) => /Write which nights are free/.test(textContent))`;
      expect(await firefox.ask(until(`!!${step}`))).toBe('yes');
      await firefox.ask(`${step}.click(), ''`);
      await press(outreach.do);
      await press(outreach['go-on']);
      await press(outreach['go-on']);

      const giveWords = (given: string) => `
      (() => {
        const field = document.querySelector('main form input');
        field.value = ${JSON.stringify(given)};
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return '';
      })()`;
      expect(await firefox.ask(until(`!!${button(sealed.open)}`))).toBe('yes');
      await firefox.ask(giveWords('badger badger badger badger badger badger'));
      await press(sealed.open);
      expect(
        await firefox.ask(until(`document.querySelector('main').innerText.includes('This is not the gate word')`)),
      ).toBe('yes');
      await firefox.ask(giveWords(words[0] ?? ''));
      await press(sealed.open);
      const reason = `document.querySelector('main').textContent.includes('The person can plan with what is certain')`;
      expect(await firefox.ask(until(reason))).toBe('yes');
      expect(firefox.trouble).toEqual([]);
      rmSync(home, { recursive: true });
    },
  );
});
