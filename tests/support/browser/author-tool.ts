import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newCaseFiles } from '#case/language/use-cases/new-case-files.ts';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { openAnswers } from '#case/play/use-cases/open-answers.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { loadLibrary } from '#library/content/use-cases/load-library.ts';
import { checkDraft } from '#studio/use-cases/checking/check-draft.ts';
import { partsInMemory } from '#studio/use-cases/checking/parts-in-memory.ts';
import { KINDS, withKinds } from '../builders/kinds.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CASE = 'my-case';

/** The studio of `npm run author` over a folder of their own, in which one small case lies. */
export class AuthorTool {
  readonly #home = mkdtempSync(join(tmpdir(), 'checkathon-author-'));
  readonly #child: ChildProcess;
  /** The address that it prints. */
  readonly address: Promise<string>;

  /** `begun` writes what the folder holds instead of that case. */
  constructor(begun?: (home: string) => void) {
    if (begun) begun(this.#home);
    else {
      mkdirSync(join(this.#home, CASE));
      this.restore();
    }
    const args = [join(ROOT, 'scripts', 'author.ts'), '.', '--port', '0'];
    const child = spawn(process.execPath, args, { cwd: this.#home, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    this.address = new Promise((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => resolve(text.trim()));
      child.once('exit', (code) => reject(new Error(`The tool ended with ${code} before it had an address.`)));
    });
  }

  /** Puts the case back as it was in the beginning. */
  restore(): void {
    for (const [name, text] of newCaseFiles(CASE)) writeFileSync(join(this.#home, CASE, name), text);
  }

  /** The text of a file of the case as it lies on the disk, and as it was in the beginning. */
  text(name: string): string {
    return readFileSync(join(this.#home, CASE, name), 'utf8');
  }
  begun(name: string): string {
    return newCaseFiles(CASE).get(name) ?? '';
  }

  /** Saves a file of the case with these words in place of others, as an editor does. */
  edit(name: string, from: string, to: string): void {
    const file = join(this.#home, CASE, name);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(from)) throw new Error(`"${from}" does not stand in ${name}. Mend the test.`);
    writeFileSync(
      file,
      text.replace(from, () => to),
    );
  }

  /** A file with the attempt of somebody who always chose well. */
  async recordedAttempt(): Promise<string> {
    const library = loadLibrary(createProjectFiles(ROOT), KINDS);
    if (!library.ok) throw new Error('The library does not load.');
    const parts = checkDraft(createProjectFiles(this.#home), CASE, library.value).played?.parts ?? {};
    const part = parts[PUBLIC_PART] as PublicPart;
    const log = playCase(
      withKinds(part),
      await openAnswers(partsInMemory(parts), part),
      'oracle',
      '2026-01-01T00:00:00Z',
    );
    const file = join(this.#home, 'attempt.json');
    writeFileSync(file, JSON.stringify(log));
    return file;
  }

  /** A file that is no attempt. */
  strayFile(): string {
    const file = join(this.#home, 'holiday.json');
    writeFileSync(file, '{"sun":true}');
    return file;
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGINT');
    await ended;
    rmSync(this.#home, { recursive: true, force: true });
  }
}
