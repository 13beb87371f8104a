import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { blocksIn, PLANTED, packOwnCase } from '../support/pack-own-case.ts';
import { has } from './outside-tools.ts';

const home = mkdtempSync(join(tmpdir(), 'checkathon-sealed-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Calls back once the terminal of what a process has started no longer shows what is typed. */
function whenHidden(parent: number, then: () => void): void {
  const [started] = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ');
  const terminal = readlinkSync(`/proc/${started}/fd/0`);
  const look = () => {
    const shows = !execFileSync('stty', ['-a', '-F', terminal], { encoding: 'utf8' }).includes('-echo ');
    if (shows) setImmediate(look);
    else then();
  };
  look();
}

/** Lets age open a file. It reads a passphrase from a terminal alone, and `script` is one. */
function openWithAge(sealed: string, opened: string, words: string): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn('script', ['-qec', `age -d -o ${opened} ${sealed}`, '/dev/null'], { cwd: home });
    let isAsked = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (isAsked || !text.includes('passphrase')) return;
      isAsked = true;
      // After its prompt, age clears what was typed before, and then no longer shows what is typed.
      whenHidden(child.pid ?? 0, () => child.stdin.write(`${words}\n`));
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
