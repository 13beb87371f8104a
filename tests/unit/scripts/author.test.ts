import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { FolderCase, FolderStand } from '#studio/use-cases/case-folder.ts';
import { swap } from '../../support/builders/project-with.ts';
import { ROOT } from '../../support/builders/the-library.ts';
import { askRaw, FOREIGN_REQUESTS, HOSTILE_REQUESTS } from '../../support/raw-requests.ts';
import { runProcess, start } from './a-command.ts';
import { aCopiedCase } from './a-copied-case.ts';

const taken: Server[] = [];
afterEach(() => {
  for (const server of taken.splice(0)) server.close();
});

/** A server that holds a port of this machine. */
function holdPort(): Promise<{ port: number; server: Server }> {
  return new Promise((held) => {
    const server = createServer();
    taken.push(server);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      held({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const { port, server } = await holdPort();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** What the tool says of how the folder stands, one after the other. */
async function changesAt(site: string): Promise<() => Promise<FolderStand>> {
  const { body } = await fetch(`${site}changes/`);
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let unread = '';
  return async () => {
    while (!unread.includes('\n\n')) unread += decoder.decode((await reader.read()).value, { stream: true });
    const end = unread.indexOf('\n\n');
    const event = unread.slice(0, end);
    unread = unread.slice(end + 2);
    return JSON.parse(event.slice('data: '.length)) as FolderStand;
  };
}

describe('an author who opens the studio over a folder of their own', () => {
  it('is told of every save, gets the case, writes it from the page of that server only, which no request ends', async () => {
    const { home, file } = aCopiedCase();
    const port = await freePort();
    const own = `http://127.0.0.1:${port}`;
    const tool = start('author.ts', ['.', '--port', String(port)], home);
    const site = await tool.tells(/http:\/\/\S+\/studio\/folder\/(?=\n)/);
    expect(site).toMatch(new RegExp(`^${own}/[\\w-]{43}/studio/folder/$`));
    const next = await changesAt(site);
    const address = `${site}case/?place=my-case`;
    const lying = async () => (await (await fetch(address)).json()) as FolderCase;

    const first = await lying();
    expect(await next()).toMatchObject({ cases: [{ place: 'my-case', digest: first.digest }] });
    expect(first).toMatchObject({ name: 'my-case', files: { 'scenario.yaml': readFileSync(file, 'utf8') } });

    writeFileSync(file, swap('title: The quiet number', 'title: By hand')(readFileSync(file, 'utf8')));
    const { cases } = await next();
    const second = await lying();
    expect(cases).toEqual([{ place: 'my-case', digest: second.digest }]);
    expect(second.files['scenario.yaml']).toContain('title: By hand');

    const body = JSON.stringify({ ...second.files, 'scenario.yaml': 'title: Put\n' });
    const put = (origin: string, restsOn: string) =>
      fetch(address, {
        method: 'PUT',
        body,
        headers: { origin, 'content-type': 'application/json', 'if-match': `"${restsOn}"` },
      });
    const library = (await (await fetch(`${site}library/`)).json()) as Record<string, string>;
    const path = 'content/indicators/rest-gaps.yaml';
    expect(library[path]).toBe(readFileSync(join(ROOT, path), 'utf8'));

    expect((await put('https://evil.example', second.digest)).status).toBe(403);
    expect((await put(own, first.digest)).status).toBe(412);
    expect(readFileSync(file, 'utf8')).toContain('title: By hand');
    expect((await put(own, second.digest)).status).toBe(200);
    expect(readFileSync(file, 'utf8')).toBe('title: Put\n');

    // The same server survives any request, answers no other site, and forbids framing.
    const answers: string[] = [];
    for (const [what, request] of [...HOSTILE_REQUESTS, ...FOREIGN_REQUESTS])
      answers.push(`${what}: ${(await askRaw(port, request(`127.0.0.1:${port}`))).slice(0, 12)}`);
    const list = await fetch(`${site}case/?place=my-case`);

    expect(answers.filter((answer) => !/: HTTP\/1\.1 4\d\d$/.test(answer))).toEqual([]);
    expect(list.status).toBe(200);
    expect(list.headers.get('x-frame-options')).toBe('DENY');
    expect(list.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    await tool.end();
  });

  it('gets a sentence on why the tool cannot open', async () => {
    const { home } = aCopiedCase();
    const { port } = await holdPort();
    const said = async (...args: string[]) => {
      const ended = await runProcess('author.ts', args, home);
      return [ended.code, ended.out, ended.said.split('\n')[0]];
    };

    expect(await said('nowhere')).toEqual([2, '', 'nowhere: there is no such folder.']);
    expect(await said('my-case/key.yaml')).toEqual([
      2,
      '',
      'my-case/key.yaml: this is a file. Give the folder in which it lies.',
    ]);
    expect(await said('.', 'other')).toEqual([2, '', 'other: give one folder only.']);
    expect(await said('--port', 'x')).toEqual([2, '', '--port x: this is no port. Give a number up to 65535.']);
    expect(await said('--port', String(port))).toEqual([
      2,
      '',
      `--port ${port}: this port is taken. Give another number, or leave it out.`,
    ]);
  });
});
