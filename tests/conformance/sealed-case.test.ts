import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { blocksIn, PLANTED, packOwnCase } from '../support/pack-own-case.ts';
import { has } from './outside-tools.ts';

const home = mkdtempSync(join(tmpdir(), 'checkathon-sealed-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Lets age open a file. It reads a passphrase from a terminal alone, and `script` is one. */
function openWithAge(sealed: string, opened: string, words: string): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn('script', ['-qec', `age -d -o ${opened} ${sealed}`, '/dev/null'], { cwd: home });
    let isAsked = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (isAsked || !text.includes('passphrase')) return;
      isAsked = true;
      // After its prompt, age clears what was typed before.
      setTimeout(() => child.stdin.write(`${words}\n`), 300);
    });
    child.on('close', resolve);
  });
}

describe.runIf(has('age') && has('script'))('age, as Debian has it', () => {
  it('opens what is sealed in a pack, with the words of its release and no others', async () => {
    const { html, words } = packOwnCase(home);
    writeFileSync(join(home, 'sealed.age'), blocksIn(html).get('sealed/1.age') ?? '');

    expect(await openWithAge('sealed.age', 'wrong.gz', 'badger otter badger otter badger otter')).not.toBe(0);
    expect(await openWithAge('sealed.age', 'opened.gz', words[0] ?? '')).toBe(0);
    expect(gunzipSync(readFileSync(join(home, 'opened.gz'))).toString()).toContain(PLANTED.key);
  });
});
