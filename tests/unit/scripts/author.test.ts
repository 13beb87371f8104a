import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { AuthorList } from '#app/author/create-author-tool.ts';
import type { AuthorDraft } from '#ui/author/author-draft.ts';
import { swap } from '../../support/builders/project-with.ts';
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

/** The lists that the tool sends, one after the other. */
async function changesAt(site: string): Promise<() => Promise<AuthorList>> {
  const { body } = await fetch(`${site}author/changes/`);
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let unread = '';
  return async () => {
    while (!unread.includes('\n\n')) unread += decoder.decode((await reader.read()).value, { stream: true });
    const end = unread.indexOf('\n\n');
    const event = unread.slice(0, end);
    unread = unread.slice(end + 2);
    return JSON.parse(event.slice('data: '.length)) as AuthorList;
  };
}

describe('an author who opens the tool over a folder of their own', { timeout: 60_000 }, () => {
  it('is notified of every save, and gets the complete case', async () => {
    const { home, file } = aCopiedCase();
    const port = await freePort();
    const site = `http://127.0.0.1:${port}/`;
    const tool = start('author.ts', ['.', '--port', String(port)], home);
    await tool.says(`${site}author/`);
    const next = await changesAt(site);
    const draft = async () => (await (await fetch(`${site}author/case/?place=my-case`)).json()) as AuthorDraft;

    expect(await next()).toMatchObject({
      folder: '.',
      cases: [{ place: 'my-case', title: 'The quiet number', errors: 0, version: 1 }],
    });
    expect(await draft()).toMatchObject({ findings: [], earlier: false, roles: [expect.anything()] });

    const shipped = readFileSync(file, 'utf8');
    writeFileSync(file, swap('initial: briefing', 'initial: breifing')(shipped));
    expect((await next()).cases).toMatchObject([{ errors: expect.any(Number), version: 2 }]);
    const broken = await draft();
    expect(broken.findings[0]?.issue).toMatchObject({
      code: expect.stringMatching(/^scenario\./),
      position: { file: 'my-case/scenario.yaml' },
    });
    expect(broken).toMatchObject({ earlier: true, played: { source: { initial: 'briefing' } } });

    writeFileSync(file, shipped);
    expect((await next()).cases).toMatchObject([{ errors: 0, version: 3 }]);

    expect((await fetch(`${site}author/case/?place=../../etc`)).status).toBe(404);
    expect(readFileSync(file, 'utf8')).toBe(shipped);
    await tool.end();
  });

  it('gets a server that survives any request, answers no other site, and forbids framing', async () => {
    const { home } = aCopiedCase();
    const port = await freePort();
    const site = `http://127.0.0.1:${port}/`;
    const tool = start('author.ts', ['.', '--port', String(port)], home);
    await tool.says(`${site}author/`);
    const answers: string[] = [];
    for (const [what, request] of [...HOSTILE_REQUESTS, ...FOREIGN_REQUESTS])
      answers.push(`${what}: ${(await askRaw(port, request(`127.0.0.1:${port}`))).slice(0, 12)}`);
    const list = await fetch(`${site}author/case/?place=my-case`);

    expect(answers.filter((answer) => !/: HTTP\/1\.1 4\d\d$/.test(answer))).toEqual([]);
    expect(list.status).toBe(200);
    expect(list.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(list.headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
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
