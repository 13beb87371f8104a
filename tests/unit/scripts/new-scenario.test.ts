import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StateSchema } from '#case/language/model/schemas.ts';
import { newCaseFiles } from '#case/language/use-cases/new-case-files.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { ROOT } from '../../support/builders/the-library.ts';
import { aFolder, run } from './a-command.ts';

const README = readFileSync(join(ROOT, 'scenarios', 'README.md'), 'utf8');

describe('a facilitator who begins a case', () => {
  it('gets a small one without a fault, with answers and a review that nobody has made', async () => {
    const home = aFolder();

    const made = await run('new-scenario.ts', ['first-case', '--in', '.'], home);
    const checked = await run('check-scenarios.ts', ['first-case'], home);

    expect(made).toEqual({
      code: 0,
      out: 'first-case/scenario.yaml\nfirst-case/key.yaml\nfirst-case/review.yaml\n',
      said: '',
    });
    expect(checked).toMatchObject({ code: 0, said: '' });
    expect(checked.out).toMatch(/4 paths, decisions score 100 at best, .+\n1 case checked, nothing to mend\n$/);
  });

  it('is not given a name that cannot be one, or that is taken', async () => {
    const home = aFolder();
    await run('new-scenario.ts', ['first-case', '--in', '.'], home);

    for (const args of [[], ['First Case'], ['../out'], ['first-case'], ['a', 'b']]) {
      const { code, out, said } = await run('new-scenario.ts', [...args, '--in', '.'], home);
      expect({ code, out, args }).toEqual({ code: 2, out: '', args });
      expect(said).toContain('Usage: npm run -s new-scenario');
    }
  });

  it.each(['scenario.yaml', 'key.yaml'])('finds the same %s in the README', (name) => {
    expect(README).toContain(`<!-- example: ${name} -->\n\`\`\`yaml\n${newCaseFiles('my-case').get(name)}\`\`\``);
  });
});

describe('the scenes that the README shows', () => {
  const snippets = [...README.matchAll(/<!-- states -->\n```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

  it('are four at least', () => {
    expect(snippets.length).toBeGreaterThanOrEqual(4);
  });

  it.each(snippets)('can be read as they stand: %s', (text) => {
    const read = readYaml(text, 'README.md');
    const states = read.ok ? Object.values(read.value.value as object) : [];

    expect(states).toHaveLength(1);
    for (const state of states) expect(StateSchema.safeParse(state).error?.issues ?? []).toEqual([]);
  });
});
