import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** 256 random bits in Base64 for addresses. */
const TOKEN = /^[\w-]{43}$/;

/**
 * The token in a file, which only the user of this machine may read; a new one where it has none. It outlives the program, so
 * that a page that is still open can write what it has not written yet once the program runs again.
 */
export function readToken(file: string): string {
  const known = knownToken(file);
  if (known !== undefined) return known;
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const aside = `${file}.${process.pid}.part`;
  writeFileSync(aside, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch {
    // Another program has written one meanwhile, which is read below.
  } finally {
    rmSync(aside, { force: true });
  }
  return knownToken(file) ?? randomBytes(32).toString('base64url');
}

function knownToken(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    return TOKEN.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
