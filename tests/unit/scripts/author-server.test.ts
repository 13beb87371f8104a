import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newCaseFiles } from '#case/language/use-cases/new-case-files.ts';
import { NO_CATALOGUE } from '#studio/screens/studio-board.ts';
import { createAuthorServer } from '../../../scripts/authoring/author-server.ts';
import { readToken } from '../../../scripts/authoring/author-token.ts';
import { openCases } from '../../../scripts/authoring/cases-on-disk.ts';
import { watchFolder } from '../../../scripts/authoring/watch-folder.ts';
import { askRaw, FOREIGN_REQUESTS, HOSTILE_REQUESTS } from '../../support/raw-requests.ts';
import { aFolder } from './a-command.ts';

const TOKEN = 'a'.repeat(43);
const SECRET = 'a secret of this machine';

let home: string;
let port: number;
const closing: (() => void)[] = [];
beforeEach(async () => {
  home = aFolder();
  const [root, pages, site] = ['root', 'pages', 'site'].map((name) => join(home, name)) as [string, string, string];
  for (const folder of ['cases/mine', 'root/content', 'pages/studio/folder', 'site/help', 'site/_astro'])
    mkdirSync(join(home, folder), { recursive: true });
  for (const [name, text] of newCaseFiles('mine')) writeFileSync(join(home, 'cases/mine', name), text);
  writeFileSync(join(home, 'secret.txt'), SECRET);
  writeFileSync(join(pages, 'studio/folder/index.html'), 'the studio');
  writeFileSync(join(site, 'help/index.html'), 'help');
  writeFileSync(join(site, 'sw.js'), 'the worker');
  writeFileSync(join(site, '.built-from'), SECRET);
  const folder = join(home, 'cases');
  const watched = watchFolder(openCases(folder, folder), { folder, root }, (said) => expect.fail(said));
  const server = createAuthorServer({
    token: TOKEN,
    pages,
    site,
    folder: { ...watched, catalogue: async () => NO_CATALOGUE },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  port = (server.address() as AddressInfo).port;
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
});
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const LINK = 'Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n';

/** Sends a request as raw bytes; returns the status and the body as far as it came with the head. */
async function ask(path: string, { method = 'GET', host = `127.0.0.1:${port}`, more = '', body = '' } = {}) {
  const answer = await askRaw(
    port,
    `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n${body}`,
  );
  return { status: Number(answer.slice(9, 12)), answer };
}

const read = (path: string) => fetch(`http://127.0.0.1:${port}/${TOKEN}${path}`, { redirect: 'manual' });

describe('the server of the author', () => {
  it('gives its own pages the studio, the site around it and the cases, and keeps nothing in a cache', async () => {
    for (const [path, text] of [
      ['/studio/folder/', 'the studio'],
      ['/help/', 'help'],
    ] as const) {
      const answer = await read(path);
      expect([path, answer.status, await answer.text()]).toEqual([path, 200, text]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
    expect((await (await read('/studio/folder/cases/')).json()).cases).toMatchObject([{ place: 'mine' }]);
    expect(await (await read('/studio/folder/catalogue/')).json()).toEqual(NO_CATALOGUE);
  });

  it('has nothing that is not listed: no service worker, no note of the build, no route of a development server', async () => {
    const absent = [
      '/sw.js',
      '/.built-from',
      '/nowhere',
      '/studio/folder/other/',
      '/__open-in-editor?file=/etc/passwd',
    ];
    const served = ['/@fs/etc/passwd', '/@vite/client', '/src/studio/README.md', '/studio/folder/constructor/'];
    for (const path of [...absent, ...served]) expect([path, (await read(path)).status]).toEqual([path, 404]);
  });

  it.each<readonly [string, () => Parameters<typeof ask>, number]>([
    ['without a token', () => ['/studio/folder/'], 403],
    ['at the root', () => ['/'], 403],
    ['with half of a token', () => [`/${TOKEN.slice(1)}/studio/folder/`], 403],
    ['with more than the token', () => [`/${TOKEN}a/studio/folder/`], 403],
    ['with a token in the query', () => [`/studio/folder/cases/?token=${TOKEN}`], 403],
    ['with the token and no slash', () => [`/${TOKEN}`], 403],
    ['under another name', () => [`/${TOKEN}/studio/folder/`, { host: 'evil.example' }], 403],
    ['under a name that begins like this machine', () => [`/${TOKEN}/`, { host: 'localhost.evil.example' }], 403],
    [
      'through a link of another site',
      () => [`/${TOKEN}/studio/folder/`, { more: `${LINK}Sec-Fetch-Site: cross-site\r\n` }],
      403,
    ],
    [
      'through a link of another port',
      () => [`/${TOKEN}/studio/folder/`, { more: `${LINK}Sec-Fetch-Site: same-site\r\n` }],
      403,
    ],
    [
      'from another origin',
      () => [`/${TOKEN}/studio/folder/cases/`, { more: 'Origin: https://evil.example\r\n' }],
      403,
    ],
    ['above the token', () => [`/${TOKEN}/../secret.txt`], 400],
    ['above the folder, encoded', () => [`/${TOKEN}/..%2f..%2fsecret.txt`], 400],
    ['above the folder, encoded twice', () => [`/${TOKEN}/%252e%252e/secret.txt`], 400],
    ['above the folder, for Windows', () => [`/${TOKEN}/..%5csecret.txt`], 400],
    ['for a place above the folder', () => [`/${TOKEN}/studio/folder/case/?place=../secret`], 404],
    ['for an absolute place', () => [`/${TOKEN}/studio/folder/case/?place=/etc`], 404],
    ['for the name of a property', () => [`/${TOKEN}/studio/folder/case/?place=__proto__`], 404],
    ['by another method', () => [`/${TOKEN}/studio/folder/case/?place=mine`, { method: 'POST' }], 405],
  ])('refuses a request %s', async (_, asked, status) => {
    const got = await ask(...asked());

    expect(got.status).toBe(status);
    expect(got.answer).not.toContain(SECRET);
    expect((await read('/studio/folder/')).status).toBe(200);
  });

  it.each([...HOSTILE_REQUESTS, ...FOREIGN_REQUESTS])('refuses %s, and continues to serve', async (_, request) => {
    expect(await askRaw(port, request(`127.0.0.1:${port}`))).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect((await read('/studio/folder/')).status).toBe(200);
  });

  it('opens no WebSocket, not even for its own page', async () => {
    const more = `Origin: http://127.0.0.1:${port}\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n`;
    const answer = await askRaw(
      port,
      `GET /${TOKEN}/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\n${more}\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('reads no more of a huge body than its limit, said or unsaid', async () => {
    const head = (more: string) =>
      `PUT /${TOKEN}/studio/folder/case/?place=mine HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nContent-Type: application/json\r\n${more}\r\n`;
    const before = readFileSync(join(home, 'cases/mine/scenario.yaml'), 'utf8');

    for (const more of ['Content-Length: 99999999999\r\n', 'Transfer-Encoding: chunked\r\n'])
      expect(await askRaw(port, head(more) + 'x'.repeat(2_000_000))).toMatch(/^HTTP\/1\.1 413 /);

    expect(readFileSync(join(home, 'cases/mine/scenario.yaml'), 'utf8')).toBe(before);
    expect((await read('/studio/folder/')).status).toBe(200);
  });

  it('follows no link out of the folder, neither of a case nor of a file', async () => {
    symlinkSync(join(home, 'secret.txt'), join(home, 'cases/mine/fr.yaml'));
    symlinkSync(home, join(home, 'cases/linked'));
    mkdirSync(join(home, 'cases/second'));
    symlinkSync(join(home, 'secret.txt'), join(home, 'cases/second/scenario.yaml'));
    symlinkSync('nowhere', join(home, 'cases/second/key.yaml'));

    const text = await (await read('/studio/folder/cases/')).text();

    expect(text).not.toContain(SECRET);
    expect(JSON.parse(text).cases).toMatchObject([
      { place: 'mine', unreadable: { 'fr.yaml': 'linked' } },
      { place: 'second', files: {}, unreadable: { 'scenario.yaml': 'linked', 'key.yaml': 'linked' } },
    ]);
    expect((await read('/studio/folder/case/?place=linked')).status).toBe(404);
  });
});

describe('the token', () => {
  it('is another one in every file, stays the same in one, and is readable for its user alone', async () => {
    const [one, other] = [join(aFolder(), 'deep', 'token'), join(aFolder(), 'token')];
    const token = readToken(one);

    expect(token).toMatch(/^[\w-]{43}$/);
    expect(readToken(one)).toBe(token);
    expect(readToken(other)).not.toBe(token);
    const { mode } = await import('node:fs').then(({ statSync }) => statSync(one));
    if (process.platform !== 'win32') expect(mode & 0o077).toBe(0);
    expect(readdirSync(join(one, '..'))).toEqual(['token']);
    writeFileSync(one, 'guessable');
    expect(readToken(one)).toMatch(/^[\w-]{43}$/);
  });
});
