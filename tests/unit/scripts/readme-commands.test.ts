import { describe, expect, it } from 'vitest';
import { codeInProse, GUIDES, type GuideLine, NPM_SCRIPTS, partsOf, told } from '../../support/readmes.ts';
import { helpOf } from './help-of.ts';

/** Programs and words of a shell that a guide may use beside npm. A user has these or installs them for the purpose. */
const ORDINARY = new Set(['cd', 'do', 'done', 'duckdb', 'for', 'git', 'mkdir', 'parallel', 'python3', 'sbatch', 'sh']);

/** A line of a guide that is a command, or a command in its prose. */
interface Command {
  readonly command: string;
  readonly line: GuideLine;
}

/** Commands of code blocks marked `sh`; one that goes on in the next line is one command. */
const inBlocks = (guide: string): Command[] =>
  partsOf(guide).blocks.flatMap(({ language, lines }) =>
    language === 'sh'
      ? lines
          .map(({ text }) => text)
          .join('\n')
          .replaceAll(/ \\\n */g, ' ')
          .split('\n')
          .flatMap((text) => {
            const line = lines.find((one) => text.startsWith(one.text.replace(/ \\$/, '')));
            return line && text.trim() !== '' ? [{ command: text.trim(), line }] : [];
          })
      : [],
  );

const inProse = (guide: string): Command[] =>
  codeInProse(guide).flatMap(({ code, line }) => (/^(?:npm|npx|node) /.test(code) ? [{ command: code, line }] : []));

/** What a command of npm runs: the name of a script and its arguments; undefined for anything that npm does not run. */
function asScript(command: string): { readonly name: string; readonly args: readonly string[] } | undefined {
  const [, name, rest = ''] = /^npm (start|test|run(?: -s)? [\w:-]+)(?: -- (.*))?$/.exec(command) ?? [];
  return name === undefined
    ? undefined
    : {
        name: name.replace(/^run(?: -s)? /, ''),
        args: [...rest.matchAll(/'[^']*'|\S+/g)].map(([arg]) => arg),
      };
}

const optionsIn = (text: string) => [...text.matchAll(/(?<![\w-])--[a-z][\w-]*/g)].map(([option]) => option);

/** What is wrong with a command, if anything. */
async function faultOf({ command, line }: Command): Promise<string[]> {
  const plain = command.replace(/^(?:\w+=\S* )+/, '');
  const [program = ''] = plain.split(' ');
  if (program !== 'npm') return ORDINARY.has(program) ? [] : [told(line, `${program} is no npm script`)];
  const script = asScript(plain);
  if (!script) return [told(line, 'npm does not run this')];
  if (script.name === 'NAME') return [];
  if (!(script.name in NPM_SCRIPTS)) return [told(line, `no npm script ${script.name}`)];
  const known = new Set(['--help', ...optionsIn(await helpOf(script.name))]);
  const unknown = script.args
    .flatMap((arg) => (arg.startsWith("'") ? [] : optionsIn(arg)))
    .filter((one) => !known.has(one));
  return unknown.map((option) => told(line, `${script.name} has no ${option}`));
}

async function faultsOf(commands: readonly Command[]): Promise<string[]> {
  const faults: string[] = [];
  for (const command of commands) faults.push(...(await faultOf(command)));
  return faults;
}

describe.each(GUIDES)('the commands of %s', (guide) => {
  it('run through npm with a Node that reads no TypeScript, and have options that exist', async () => {
    expect(await faultsOf([...inBlocks(guide), ...inProse(guide)])).toEqual([]);
  });

  it('stand in blocks that are marked as commands', () => {
    const unmarked = partsOf(guide).blocks.flatMap(({ language, lines }) =>
      language === 'sh' ? [] : lines.filter(({ text }) => /^\s*(?:npm|npx|node|python3) /.test(text)),
    );

    expect(unmarked.map((line) => told(line))).toEqual([]);
    expect(partsOf(guide).blocks.filter(({ language }) => language === '')).toEqual([]);
  });
});

describe('a command in a guide', () => {
  const saidOf = (command: string) => faultsOf([{ command, line: { file: 'x.md', number: 7, text: command } }]);

  it.each([
    'npm start',
    'PORT=8080 npm start',
    'npm start -- --port 8080',
    'npm run setup -- --provers',
    'npm run -s play -- --scenario quiet-number --policy oracle',
    "npm run -s bench-tool -- --tool 'my --own option' --out x.json",
    'npm run -s NAME -- --help',
    'python3 my_tool.py',
  ])('is good: %s', async (command) => {
    expect(await saidOf(command)).toEqual([]);
  });

  it.each([
    ['node scripts/play.ts --scenario quiet-number', 'node is no npm script'],
    ['npx astro build', 'npx is no npm script'],
    ['npm run -s plai', 'no npm script plai'],
    ['npm run -s play --scenario quiet-number', 'npm does not run this'],
    ['npm run -s play -- --scenery quiet-number', 'play has no --scenery'],
    ['npm run setup -- --brower', 'setup has no --brower'],
    ['npm run format -- --fast', 'format has no --fast'],
  ])('is refused, and its line is shown: %s', async (command, fault) => {
    expect(await saidOf(command)).toEqual([`x.md:7 ${fault}: ${command}`]);
  });
});
