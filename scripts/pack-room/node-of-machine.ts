import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NODE_PACKAGE } from '../command/node-package.mjs';
import { ROOT } from '../command/root.ts';

/** A Node that runs without anything installed beside it. */
export interface CarriedNode {
  readonly file: string;
  /** Text of its licence. */
  readonly licence: string;
}

/** A Node of this machine that can be carried to another one; otherwise a sentence that says why there is none. */
export function nodeToCarry(): CarriedNode | string {
  const file = ownNode() ?? process.execPath;
  // Debian, for one, keeps most of Node in a library elsewhere.
  const { variables } = process.config as { readonly variables: { readonly node_shared?: boolean } };
  if (file === process.execPath && variables.node_shared)
    return `The Node of this machine (${file}) needs libraries that lie elsewhere, so it cannot be carried to another one. Install the packages of the project, which bring a Node: npm ci`;
  const licence = licenceOf(file);
  return licence === undefined
    ? `The licence of Node is not beside ${file}, and Node may not be handed on without it. Install the packages of the project, which bring both: npm ci`
    : { file, licence };
}

/** The Node that the packages of the project bring along; undefined where they bring none for this system. */
function ownNode(): string | undefined {
  if (NODE_PACKAGE === undefined) return undefined;
  const file = join(ROOT, 'node_modules', NODE_PACKAGE, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
}

/** The licence lies beside Node on Windows, and in the folder around `bin` elsewhere. */
function licenceOf(file: string): string | undefined {
  const found = [dirname(file), dirname(dirname(file))].map((folder) => join(folder, 'LICENSE')).find(existsSync);
  return found && readFileSync(found, 'utf8');
}
