import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageFile, messagesOf, nameOfKindFile, SOURCE } from '#i18n/locales.ts';
import { ROOT } from '../builders/the-library.ts';

/** Messages by their keys. */
export type Messages = Readonly<Record<string, string>>;

/** A file of messages of the source locale: its name after `#words/`, such as `case/case.json`, and what it holds. */
export interface MessageFile {
  readonly name: string;
  readonly messages: Messages;
}

/** The messages that are imported as `#words/<name>`, in the source locale. */
export const messagesIn = (name: string): Messages =>
  JSON.parse(readFileSync(join(ROOT, messageFile(name, SOURCE)), 'utf8')) as Messages;

/** All files of messages of the source locale, those of kinds last. */
export const MESSAGE_FILES: readonly MessageFile[] = [
  ...readdirSync(join(ROOT, messagesOf(SOURCE)), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort(),
  ...globSync(`src/kinds/*/words/${SOURCE}/*.json`, { cwd: ROOT })
    .map((path) => path.split(/[\\/]/))
    .map(([, , kind = '', , , file = '']) => nameOfKindFile(kind, file))
    .sort(),
].map((name) => ({ name, messages: messagesIn(name) }));
