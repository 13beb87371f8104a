import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { swap } from '../../support/builders/project-with.ts';
import { ROOT } from '../../support/builders/the-library.ts';
import { aFolder } from './a-command.ts';

/** A copy of a shipped case in another folder, with the id of that folder. */
export function aCopiedCase(
  name = 'my-case',
  into = aFolder(),
  of = 'quiet-number',
): { readonly file: string; readonly home: string } {
  const folder = join(into, name);
  cpSync(join(ROOT, 'scenarios', of), folder, { recursive: true });
  editFile(join(folder, 'scenario.yaml'), swap(`id: ${of}`, `id: ${name}`));
  for (const file of ['key.yaml', 'workshop.yaml'])
    editFile(join(folder, file), swap(`scenario: ${of}`, `scenario: ${name}`));
  return { file: join(folder, 'scenario.yaml'), home: into };
}

/** Changes the text of a file. */
export const editFile = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));
