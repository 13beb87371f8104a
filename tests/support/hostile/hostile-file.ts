import { writeFileSync } from 'node:fs';

/** One kind of hostile input. `make` puts it at a path and gives the path that a command is called with. */
export interface HostileFile {
  readonly kind: string;
  make(path: string): string;
}

/** A file that holds these bytes. They are made when they are needed: some of them are many. */
export const holding = (kind: string, bytes: () => string | Uint8Array): HostileFile => ({
  kind,
  make(path) {
    writeFileSync(path, bytes());
    return path;
  },
});
