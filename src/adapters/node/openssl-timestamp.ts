import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CheckSignature } from '#app/evidence/check-timestamp.ts';

/** Where this machine keeps the keys of its training authority: outside the project, so that no copy of it carries them. */
export const TRAINING_FOLDER = join(homedir(), '.checkathon', 'training-tsa');

/** openssl is not on this machine, or could not do what it was asked. */
export class OpensslError extends Error {
  override name = 'OpensslError';
}

const run = promisify(execFile);

async function openssl(folder: string, ...args: string[]): Promise<void> {
  try {
    await run('openssl', args, { cwd: folder });
  } catch (error) {
    const { code, stderr = '' } = error as { readonly code?: unknown; readonly stderr?: string };
    throw new OpensslError(code === 'ENOENT' ? 'openssl is not on this machine' : stderr.trim().split('\n').at(-1));
  }
}

/** A check of signatures by `openssl ts -verify` against one certificate; without it, the one of this machine's training authority. */
export function createSignatureCheck(ca = join(TRAINING_FOLDER, 'TRAINING-ca.pem')): CheckSignature {
  return async (query, answer) => {
    if (!existsSync(ca)) return 'not-checked';
    const folder = await mkdtemp(join(tmpdir(), 'checkathon-token-'));
    try {
      await openssl(folder, 'version');
      await writeFile(join(folder, 'query.tsq'), query);
      await writeFile(join(folder, 'answer.tsr'), answer);
      await run('openssl', ['ts', '-verify', '-queryfile', 'query.tsq', '-in', 'answer.tsr', '-CAfile', ca], {
        cwd: folder,
      });
      return 'accepted';
    } catch (error) {
      return error instanceof OpensslError ? 'not-checked' : 'refused';
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** openssl asks for a section of names in every configuration; the subject given on the line stands in its place. */
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

/**
 * Answers a request (`.tsq`) as the training authority of this machine, whose keys are made at the first use. Its
 * certificates say TRAINING by name: the answer shows how a time stamp works and is worth nothing outside a workshop.
 * Gives the path of the certificate to verify against.
 */
export async function answerTimestamp(query: string, out: string, folder = TRAINING_FOLDER): Promise<string> {
  const ca = join(folder, 'TRAINING-ca.pem');
  if (!existsSync(join(folder, 'TRAINING-tsa.pem'))) await makeAuthority(folder);
  await openssl(folder, 'ts', '-reply', '-config', 'tsa.cnf', '-section', 'training', '-queryfile', query, '-out', out);
  return ca;
}

async function makeAuthority(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'tsa.cnf'), CONFIG);
  await writeFile(join(folder, 'serial'), '01\n');
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
}
