import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { CheckSignature } from '#evidence/locker/use-cases/check-timestamp.ts';
import type { Parsed } from '#kernel/model/issue.ts';
import { kindOf, readBytes } from '#kernel/node/read-file.ts';
import { resolvePath } from '#kernel/node/resolve-path.ts';
import { makeFolder, writeText } from '#kernel/node/write-file.ts';

/**
 * Folder of the keys of this machine's training authority: outside the project, so that no copy of the project contains
 * them.
 */
export const TRAINING_FOLDER = join(homedir(), '.checkathon', 'training-tsa');

/** openssl is not installed, or failed. */
export class OpensslError extends Error {
  override name = 'OpensslError';
}

const run = promisify(execFile);
/** Timeout of openssl (ms): generating a key takes a few seconds; anything longer hangs. */
const MAX_WAIT_MS = 60_000;
/** Maximum size of a certificate, which has a few kilobytes. */
const MAX_BYTES = 1024 ** 2;

async function openssl(folder: string, ...args: string[]): Promise<void> {
  try {
    await run('openssl', args, { cwd: folder, timeout: MAX_WAIT_MS });
  } catch (error) {
    const { code, killed, stderr = '' } = error as { code?: unknown; killed?: boolean; stderr?: string };
    if (code === 'ENOENT') throw new OpensslError('openssl is not on this machine');
    if (killed === true) throw new OpensslError(`openssl has not ended within ${MAX_WAIT_MS / 1000} seconds`);
    throw new OpensslError(stderr.trim().split('\n').at(-1));
  }
}

/** Runs `work` with a temporary folder, which is deleted afterwards. */
async function withTempFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'checkathon-token-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Creates a signature check by `openssl ts -verify` against one certificate, whose path is relative to the folder
 * `from`; by default that of this machine's training authority.
 */
export function createSignatureCheck(ca = join(TRAINING_FOLDER, 'TRAINING-ca.pem'), from?: string): CheckSignature {
  // Read once: openssl runs in another folder, and the file at the path may change.
  const certificate = readBytes(ca, MAX_BYTES, from);
  return (query, answer) =>
    withTempFolder(async (folder) => {
      if (!certificate.ok || !isCertificate(certificate.value)) return 'not-checked';
      await writeFile(join(folder, 'query.tsq'), query);
      await writeFile(join(folder, 'answer.tsr'), answer);
      await writeFile(join(folder, 'ca.pem'), certificate.value);
      const files = ['-queryfile', 'query.tsq', '-in', 'answer.tsr', '-CAfile', 'ca.pem'];
      try {
        await openssl(folder, 'version');
        await run('openssl', ['ts', '-verify', ...files], { cwd: folder, timeout: MAX_WAIT_MS });
        return 'accepted';
      } catch (error) {
        const isUndecided = error instanceof OpensslError || (error as { killed?: boolean }).killed === true;
        return isUndecided ? 'not-checked' : 'refused';
      }
    });
}

/** True if the bytes are a certificate in the form that `openssl ts -verify` reads (PEM). */
export function isCertificate(bytes: Buffer): boolean {
  try {
    return bytes.includes('-----BEGIN ') && new X509Certificate(bytes).fingerprint256 !== '';
  } catch {
    return false;
  }
}

/** openssl requires a section of names in every configuration; the subject on the command line overrides it. */
const CONFIG = `[ca]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[signer]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = training
[training]
serial = serial
crypto_device = builtin
signer_cert = TRAINING-tsa.pem
signer_key = tsa.key
certs = TRAINING-ca.pem
signer_digest = sha256
default_policy = 1.3.6.1.4.1.32473.1
digests = sha256
ess_cert_id_alg = sha256
ordering = no
tsa_name = no
[req]
distinguished_name = names
[names]
`;

const DAYS = ['-days', '3650'];

/** A time-stamp answer, and the path of the certificate to verify it against. */
export interface TrainingAnswer {
  readonly answer: Uint8Array;
  readonly ca: string;
}

/** Files in a folder of keys. */
const KEY_FILES = ['tsa.cnf', 'serial', 'ca.key', 'tsa.key', 'tsa.csr', 'TRAINING-ca.pem', 'TRAINING-tsa.pem'];

/**
 * Answers a time-stamp request (`.tsq`) as the training authority of this machine, whose keys are generated on first
 * use. Its certificates have TRAINING in their names: the answer shows how a time stamp works and is worthless outside
 * a workshop. Returns an issue if the keys cannot be stored in the folder, whose path is relative to `from`, and throws
 * an OpensslError if openssl fails.
 */
export async function answerTimestamp(
  request: Uint8Array,
  folder = TRAINING_FOLDER,
  from?: string,
): Promise<Parsed<TrainingAnswer>> {
  const kept = makeFolder(folder, 0o700, from);
  if (!kept.ok) return kept;
  const keys = resolve(resolvePath(folder, from));
  // openssl would wait for ever on a pipe in place of a key.
  for (const name of KEY_FILES) {
    const kind = kindOf(join(keys, name));
    if (!kind.ok && kind.issues.some(({ code }) => code !== 'file.missing')) return kind;
  }
  if (!existsSync(join(keys, 'TRAINING-tsa.pem'))) {
    const made = await makeAuthority(keys);
    if (!made.ok) return made;
  }
  return withTempFolder(async (own) => {
    const [query, out] = [join(own, 'query.tsq'), join(own, 'answer.tsr')];
    await writeFile(query, request);
    await openssl(keys, 'ts', '-reply', '-config', 'tsa.cnf', '-section', 'training', '-queryfile', query, '-out', out);
    return { ok: true, value: { answer: await readFile(out), ca: join(folder, 'TRAINING-ca.pem') } };
  });
}

async function makeAuthority(folder: string): Promise<Parsed<string>> {
  const config = writeText(join(folder, 'tsa.cnf'), CONFIG);
  if (!config.ok) return config;
  const serial = writeText(join(folder, 'serial'), '01\n');
  if (!serial.ok) return serial;
  const name = (of: string) => ['-subj', `/O=Checkathon TRAINING/CN=TRAINING ${of} - no real authority`];
  await openssl(folder, 'genpkey', '-algorithm', 'ed25519', '-out', 'ca.key');
  await openssl(folder, 'genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:3072', '-out', 'tsa.key');
  for (const key of ['ca.key', 'tsa.key']) await chmod(join(folder, key), 0o600);
  const extensions = ['-config', 'tsa.cnf', '-extensions'];
  await openssl(
    folder,
    'req',
    '-x509',
    '-new',
    '-key',
    'ca.key',
    '-out',
    'TRAINING-ca.pem',
    ...name('CA'),
    ...DAYS,
    ...extensions,
    'ca',
  );
  await openssl(
    folder,
    'req',
    '-new',
    '-key',
    'tsa.key',
    '-out',
    'tsa.csr',
    ...name('time-stamp authority'),
    '-config',
    'tsa.cnf',
  );
  const issuer = ['-CA', 'TRAINING-ca.pem', '-CAkey', 'ca.key', '-set_serial', '2'];
  const signed = ['-in', 'tsa.csr', '-out', 'TRAINING-tsa.pem', ...issuer, ...DAYS];
  await openssl(folder, 'x509', '-req', ...signed, '-extfile', 'tsa.cnf', '-extensions', 'signer');
  return { ok: true, value: folder };
}
