import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockerClaims } from '#evidence/locker/model/locker-claims.ts';
import { answerTimestamp, createSignatureCheck } from '#evidence/locker/node/openssl-timestamp.ts';
import { verifyLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { openFolderBag } from '#kernel/node/folder-bag.ts';
import { aLocker } from '../support/builders/a-locker.ts';
import { ROOT } from '../support/builders/the-library.ts';
import { callCommand } from '../support/call-command.ts';
import { has, run, temporaryFolder, writeBagTo } from './outside-tools.ts';

const QUERY = 'timestamps/manifest-sha256.tsq';

/** Has a request answered as a person does, and gives the certificate of the authority. */
async function answered(query: string, out: string, keys: string): Promise<string> {
  const made = await answerTimestamp(readFileSync(query), keys);
  if (!made.ok) throw new Error(made.issues.map(({ code }) => code).join());
  writeFileSync(out, made.value.answer);
  return made.value.ca;
}

describe.skipIf(!has('openssl', 'version'))('openssl', () => {
  let folder: string;
  let bag: string;
  let token: string;
  let ca: string;

  beforeAll(async () => {
    folder = temporaryFolder();
    bag = join(folder, 'bag');
    mkdirSync(bag);
    await writeBagTo(bag, aLocker());
    token = join(folder, 'answer.tsr');
    ca = await answered(join(bag, QUERY), token, join(folder, 'keys'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const verify = (data: string, answer = token) =>
    run(folder, 'openssl', 'ts', '-verify', '-data', data, '-in', answer, '-CAfile', ca);
  const report = (answer: Uint8Array, certificate = ca) =>
    verifyLocker(openFolderBag(bag).bag, { answer, checkSignature: createSignatureCheck(certificate) });

  it('reads the request: SHA-256, a nonce, and the wish for the certificate', () => {
    const { said } = run(bag, 'openssl', 'ts', '-query', '-in', QUERY, '-text');

    expect(said).toMatch(/Hash Algorithm: sha256/);
    expect(said).toMatch(/Nonce: 0x[0-9A-F]{16}/);
    expect(said).toMatch(/Certificate required: yes/);
  });

  it('accepts the answer over the manifest, and refuses it after one changed byte', () => {
    const manifest = readFileSync(join(bag, 'manifest-sha256.txt'));
    const changed = join(folder, 'changed.txt');
    writeFileSync(changed, manifest.with(7, (manifest[7] as number) ^ 1));

    expect(verify(join(bag, 'manifest-sha256.txt')).status).toBe(0);
    expect(verify(changed).status).not.toBe(0);
  });

  it('names the certificate TRAINING', () => {
    expect(run(folder, 'openssl', 'x509', '-in', ca, '-noout', '-subject').said).toContain('TRAINING');
  });

  it('gives a time stamp that the verifier accepts', async () => {
    const { consistent, timestamp } = await report(readFileSync(token));

    expect({ consistent, ...timestamp, time: '' }).toEqual({
      consistent: true,
      state: 'answered',
      signature: 'accepted',
      signer: 'TRAINING time-stamp authority - no real authority, Checkathon TRAINING',
      time: '',
    });
  });

  it('gives answers that the verifier rejects: with a changed signature, and from an unknown authority', async () => {
    const answer = readFileSync(token);
    const forged = answer.with(answer.length - 5, (answer[answer.length - 5] as number) ^ 1);
    const other = await answered(join(bag, QUERY), join(folder, 'other.tsr'), join(folder, 'other-keys'));

    for (const result of [await report(forged), await report(answer, other)]) {
      expect(result).toMatchObject({ consistent: true, faultless: false });
      expect(result.issues.map(({ code }) => code)).toEqual(['locker.token-signature']);
    }
  });

  it('lets the verifier say for each signer what the time stamp proves', async () => {
    const stampClaim = async (answer: Uint8Array, certificate: string) =>
      lockerClaims(await report(answer, certificate)).outside.find(({ id }) => id.startsWith('claim.stamp.'));
    const unknown = join(folder, 'nobody.pem');
    const training = readFileSync(token);

    // A person who has the keys of an authority can give its signer any name: here one that does not say TRAINING.
    const keys = join(folder, 'named-keys');
    const other = join(folder, 'named.tsr');
    const otherCa = await answered(join(bag, QUERY), other, keys);
    const named = ['-subj', '/O=Office of Osmeral/CN=State time authority', '-config', 'tsa.cnf'];
    run(keys, 'openssl', 'req', '-new', '-key', 'tsa.key', '-out', 'named.csr', ...named);
    const issuer = ['-CA', 'TRAINING-ca.pem', '-CAkey', 'ca.key', '-set_serial', '3', '-days', '30'];
    const signed = ['-in', 'named.csr', '-out', 'TRAINING-tsa.pem', ...issuer, '-extfile', 'tsa.cnf'];
    run(keys, 'openssl', 'x509', '-req', ...signed, '-extensions', 'signer');
    await answered(join(bag, QUERY), other, keys);
    const forged = readFileSync(other);

    expect(await stampClaim(training, ca)).toMatchObject({
      id: 'claim.stamp.accepted.training',
      params: { signer: expect.stringContaining('TRAINING') },
    });
    expect(await stampClaim(training, unknown)).toMatchObject({ id: 'claim.stamp.unchecked.training' });
    expect(await stampClaim(training, otherCa)).toMatchObject({ id: 'claim.stamp.refused' });
    expect(await stampClaim(forged, unknown)).toMatchObject({
      id: 'claim.stamp.unchecked.named',
      params: { signer: 'State time authority, Office of Osmeral' },
    });
    expect(await stampClaim(forged, otherCa)).toMatchObject({ id: 'claim.stamp.accepted.named' });
    expect(await stampClaim(forged, ca)).toMatchObject({ id: 'claim.stamp.refused' });
  });

  it('reads a different nonce in each exported request', async () => {
    const nonces: (string | undefined)[] = [];
    for (const name of ['one.zip', 'two.zip']) {
      const out = join(folder, name);
      await callCommand('export-locker.ts', ['--scenario', 'quiet-number', '--policy', 'oracle', '--out', out], ROOT);
      run(folder, 'unzip', '-q', '-o', '-j', out, `*/${QUERY}`);
      const { said } = run(folder, 'openssl', 'ts', '-query', '-in', 'manifest-sha256.tsq', '-text');
      nonces.push(/Nonce: (0x[0-9A-F]{16})/.exec(said)?.[1]);
    }

    expect(nonces[0]).toMatch(/^0x/);
    expect(new Set(nonces).size).toBe(2);
  });

  it('gives an answer to another bag that the verifier rejects', async () => {
    const text = join(folder, 'other.txt');
    writeFileSync(text, 'another manifest\n');
    run(folder, 'openssl', 'ts', '-query', '-data', text, '-sha256', '-cert', '-out', 'other.tsq');
    await answered(join(folder, 'other.tsq'), join(folder, 'other.tsr'), join(folder, 'keys'));

    const { issues } = await report(readFileSync(join(folder, 'other.tsr')));

    expect(issues.map(({ code }) => code)).toEqual([
      'locker.token-imprint',
      'locker.token-nonce',
      'locker.token-signature',
    ]);
  });
});
