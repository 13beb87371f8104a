import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { has } from './outside-tools.ts';

/** The Firefox of this machine; undefined where it has none. */
export const FIREFOX = [process.env.FIREFOX_PATH, 'firefox-esr', 'firefox'].find((path) => path && has(path));

/**
 * Settings of the profile. A driven Firefox would by default let one file read all others; here it keeps the policy
 * that it has when somebody opens a file with a double click.
 */
const SETTINGS = [
  'user_pref("remote.prefs.recommended", false);',
  'user_pref("security.fileuri.strict_origin_policy", true);',
  'user_pref("browser.shell.checkDefaultBrowser", false);',
  'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
  'user_pref("app.update.enabled", false);',
].join('\n');

const MAX_START_MS = 60_000;

/** A window of Firefox. */
export interface FirefoxWindow {
  /** What the console said of errors, the refusals of the content policy among them. */
  readonly trouble: string[];
  /** Opens an address and waits until the page is loaded. */
  open(address: string): Promise<void>;
  /** Runs an expression in the page, waits for its promise, and returns its value, which has to be a text. */
  ask(expression: string): Promise<string>;
  close(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly type?: string;
  readonly method?: string;
  readonly error?: string;
  readonly message?: string;
  readonly result?: Record<string, unknown>;
  readonly params?: { readonly level?: string; readonly text?: string };
}

/** Starts Firefox without a window on the screen, with a profile of its own, and drives it by WebDriver BiDi. */
export async function startFirefox(program: string): Promise<FirefoxWindow> {
  const profile = mkdtempSync(join(tmpdir(), 'checkathon-firefox-'));
  writeFileSync(join(profile, 'user.js'), SETTINGS);
  const child = spawn(
    program,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const socket = new WebSocket(`${await addressOf(child)}/session`);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error('Firefox does not answer.')), { once: true });
  });
  const trouble: string[] = [];
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.method === 'log.entryAdded' && answer.params?.level === 'error') trouble.push(answer.params.text ?? '');
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const send = async (method: string, params: object): Promise<Record<string, unknown>> => {
    last += 1;
    const id = last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { error, message, result } = await answered;
    waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error}, ${message ?? ''}`);
    return result ?? {};
  };

  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = contexts[0]?.context;
  return {
    trouble,
    async open(address) {
      await send('browsingContext.navigate', { context, url: address, wait: 'complete' });
    },
    async ask(expression) {
      const { type, result, exceptionDetails } = (await send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      })) as { type: string; result?: { value?: string }; exceptionDetails?: { text: string } };
      if (type !== 'success') throw new Error(exceptionDetails?.text ?? `Firefox cannot say: ${expression}`);
      return result?.value ?? '';
    },
    async close() {
      socket.close();
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The address that Firefox prints once it can be driven. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => {
      child.kill();
      reject(new Error(`Firefox does not start: ${said}`));
    }, MAX_START_MS);
    child.once('error', reject);
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    });
  });
}
