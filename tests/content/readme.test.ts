import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ratedDecisions } from '#case/language/model/compiled-scenario.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { PROJECT, ROOT } from '../support/builders/the-library.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const [front = '', engineers = ''] = readme.split('\n# For engineers\n');
const loaded = loadProject(PROJECT, KINDS);
const cases = loaded.ok ? loaded.value.cases : [];
const catalogue = loaded.ok ? [...loaded.value.library.catalogue.values()] : [];
const SMALL = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ');
const inWords = (n: number) => SMALL[n] ?? (n === 51 ? 'fifty-one' : String(n));

describe('the README', () => {
  it('has no line wider than a terminal, and no table in its first half', () => {
    const wide = readme.split('\n').filter((line) => line.length > 125 && !line.startsWith('!['));

    expect(wide).toEqual([]);
    expect(front).not.toMatch(/^\|/m);
    expect(front.match(/^!\[/gm)).toHaveLength(1);
    expect([...front.matchAll(/^```\n(.*)\n```$/gm)].map(([, command]) => command)).toEqual(['npm start', 'npm test']);
    expect(engineers).toContain('## Commands');
  });

  it('says of each package why it is there, and of no other one', () => {
    const table = engineers.slice(
      engineers.indexOf('\n## Why each library is there\n'),
      engineers.indexOf('\n## Licences\n'),
    );
    const told = [...table.matchAll(/^\| (\S[^|]+) \|/gm)]
      .slice(2)
      .flatMap(([, names = '']) => names.trim().split(', '));
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Readonly<Record<string, string>>
    >;
    const installed = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !name.startsWith('@types/'),
    );
    /** A family such as `@codemirror/*` has one line. */
    const isAbout = (line: string, name: string) =>
      line.endsWith('*') ? name.startsWith(line.slice(0, -1)) : name === line;

    expect(installed.filter((name) => !told.some((line) => isAbout(line, name)))).toEqual([]);
    expect(told.filter((line) => !installed.some((name) => isAbout(line, name)))).toEqual([
      'scikit-learn (Debian',
      'not npm)',
    ]);
  });

  it('states correct counts', () => {
    const stories = cases.filter(({ scenario }) => ratedDecisions(scenario).length > 0).length;
    const count = (kind: string) => catalogue.filter((entry) => entry.kind === kind).length;
    const text = front.replace(/\s+/g, ' ').toLowerCase();

    expect(text).toContain(`there are ${inWords(stories)} cases`);
    expect(text).toContain(`${inWords(cases.length - stories)} exercises train`);
    expect(text).toContain(
      `${inWords(count('sign'))} signs, ${inWords(count('trap'))} traps and ${inWords(count('cue'))} protective cues`,
    );
  });

  it('says that answers are unencrypted, because the service worker prefetches them', () => {
    const worker = readFileSync(join(ROOT, 'scripts/astro/service-worker.js'), 'utf8');

    expect(worker).toMatch(/KEYS\.map/);
    expect(front).toMatch(/The answers are open/);
    expect(front).toMatch(/rests on trust/);
  });
});
