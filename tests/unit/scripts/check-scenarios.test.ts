import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { swap } from '../../support/builders/project-with.ts';
import { ROOT } from '../../support/builders/the-library.ts';
import { aFolder, run, start } from './a-command.ts';
import { aCopiedCase, editFile } from './a-copied-case.ts';

/** Makes each good option of a case the longest of its decision. */
function lengthenGood(keyFile: string): (text: string) => string {
  const { decisions } = parse(readFileSync(keyFile, 'utf8')) as AnswerKey;
  return (text) => {
    const story = parse(text) as Scenario;
    for (const [id, { options }] of Object.entries(decisions)) {
      const state = story.states[id];
      if (state?.type !== 'decision') continue;
      for (const option of state.options)
        if (options[option.id]?.rating === 'good')
          option.text = `${option.text.slice(0, -1)}, and nothing more than that.`;
    }
    return stringify(story);
  };
}

/** Puts each good option of a case at the end of its decision. */
function putGoodLast(keyFile: string): (text: string) => string {
  const { decisions } = parse(readFileSync(keyFile, 'utf8')) as AnswerKey;
  return (text) => {
    const story = parse(text) as Scenario;
    for (const [id, { options }] of Object.entries(decisions)) {
      const state = story.states[id];
      if (state?.type === 'decision')
        state.options.sort(
          (a, b) => Number(options[a.id]?.rating === 'good') - Number(options[b.id]?.rating === 'good'),
        );
    }
    return stringify(story);
  };
}

const misspell = swap('preset: mini', 'preste: mini');

describe('a facilitator who checks a copy of a case', () => {
  it('hears that a good copy has nothing to mend', async () => {
    const { home } = aCopiedCase();

    const { code, out, said } = await run('check-scenarios.ts', ['my-case'], home);

    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toMatch(/^my-case: 118 situations, 787456 paths, decisions score 100 at best, /);
    expect(out).toMatch(/\n1 case checked, nothing to mend\n$/);
  });

  it('is led to the line and column of a slip', async () => {
    const { home, file } = aCopiedCase();
    editFile(file, misspell);
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('preste')) + 1;

    const { code, out, said } = await run('check-scenarios.ts', ['my-case'], home);

    expect(code).toBe(1);
    expect(out).toBe('1 case checked, 1 issue\n');
    expect(said).toContain(
      `my-case/scenario.yaml:${line}:3 schema.unknown-field-near The field "preste" is not known here, did you mean "preset"? Rename it or remove it. 1 more fault comes from this one; it is shown with --all.\n${String(line).padStart(6)} |   preset: mini\n`,
    );
  });

  it.each([
    ['in what an exercise asks for', 'id: ostrel-notice-company', 'id: "+44 7911 123456"'],
    ['in the seed of its market', 'seed: quiet-number-3204', 'seed: "+44 7911 123456"'],
  ])('hears of a number that could be rung %s', async (_where, before, after) => {
    const { home, file } = aCopiedCase('my-case', undefined, 'a-week-later');
    editFile(file, swap(before, after));

    const { code, said } = await run('check-scenarios.ts', ['my-case'], home);

    expect(code).toBe(1);
    expect(said).toMatch(/safety\.C07 .*\+44 7911 123456/);
  });

  it('sees with --all what came from the slip', async () => {
    const { home, file } = aCopiedCase();
    editFile(file, misspell);

    const { out, said } = await run('check-scenarios.ts', ['my-case', '--all'], home);

    expect(out).toBe('1 case checked, 1 issue\n');
    expect(said).toMatch(/schema\.unknown-field-near .+ remove it\.\n.+ \| {3}preset: mini\n.+ schema\.missing .+\n$/);
  });

  it('hears that the id is not the name of the folder, also where the command stands in it', async () => {
    const { home } = aCopiedCase();
    editFile(join(home, 'my-case', 'scenario.yaml'), swap('id: my-case', 'id: mine'));

    const outside = await run('check-scenarios.ts', ['my-case'], home);
    const inside = await run('check-scenarios.ts', ['.'], join(home, 'my-case'));

    for (const { code, said } of [outside, inside]) {
      expect(code).toBe(1);
      expect(said).toMatch(/scenario\.yaml:\d+:1 scenario\.id-not-folder-name .+ 1 more fault comes from this one/);
      expect(said).toMatch(/\n +\d+ \| id: my-case\n$/);
    }
  });

  it.each([
    ['scenario.yaml', 'scenario.yaml.txt'],
    ['scenario.yaml', 'scenario.yml'],
    ['key.yaml', 'keys.yaml'],
    ['key.yaml', 'key.yml'],
    ['key.yaml', 'Key.yaml'],
  ])('hears that %s is called %s, by the folder and by the file', async (right, wrong) => {
    const { home } = aCopiedCase();
    renameSync(join(home, 'my-case', right), join(home, 'my-case', wrong));

    for (const given of ['my-case', '.', join('my-case', wrong)]) {
      const { code, said } = await run('check-scenarios.ts', [given], home);

      expect(code).toBe(1);
      expect(said.split('\n')[0]).toBe(
        `my-case/${wrong}:1:1 file.misnamed The file "${wrong}" is not read, because of its name. Rename it to "${right}"; a system that hides the ends of file names may show both alike.`,
      );
    }
  });

  it('may name the folder of all cases', async () => {
    const { home, file } = aCopiedCase();
    aCopiedCase('other-case', home);
    editFile(file, misspell);

    const { code, out, said } = await run('check-scenarios.ts', ['.'], home);

    expect(code).toBe(1);
    expect(out).toMatch(/^other-case: .+\n2 cases checked, 1 issue\n$/);
    expect(said).toMatch(/^my-case\/scenario\.yaml:\d+:3 schema\.unknown-field-near /m);
  });

  it('hears what the lengths of the options come to over all cases, and that they tell', async () => {
    const home = aFolder();
    for (const name of ['after-the-visit', 'quiet-number'])
      cpSync(join(ROOT, 'scenarios', name), join(home, name), { recursive: true });
    const even = await run('check-scenarios.ts', ['.'], home);
    editFile(join(home, 'after-the-visit', 'scenario.yaml'), lengthenGood(join(home, 'after-the-visit', 'key.yaml')));

    const told = await run('check-scenarios.ts', ['.'], home);

    expect(even.code).toBe(0);
    expect(even.said).not.toContain('cases.lengths');
    expect(even.out).toMatch(
      /\ntogether: \d+ rated decisions, the good option is the longest in \d+ \(\d+ %\) and the shortest in \d+ \(\d+ %\), rank correlation of length and rating -?0\.\d\d\n2 cases checked, nothing to mend(?:, \d+ warnings?)?\n$/,
    );
    expect(told.code).toBe(0);
    expect(told.said).toMatch(
      /^\.:1:1 cases\.lengths-of-good-tell Over all cases together .+ after-the-visit\/d28, .+$/m,
    );
  });

  it('hears that the good option is always the last, in one case and over several', async () => {
    const home = aFolder();
    for (const name of ['after-the-visit', 'quiet-number'])
      cpSync(join(ROOT, 'scenarios', name), join(home, name), { recursive: true });
    for (const name of ['after-the-visit', 'quiet-number'])
      editFile(join(home, name, 'scenario.yaml'), putGoodLast(join(home, name, 'key.yaml')));

    const { code, said } = await run('check-scenarios.ts', ['.'], home);

    expect(code).toBe(0);
    expect(said).toMatch(
      /^after-the-visit\/scenario\.yaml:\d+:\d+ scenario\.form-finds-good In the \d+ decisions the last option is good in 100 of 100, .+$/m,
    );
    expect(said).toMatch(
      /^\.:1:1 cases\.form-finds-good In the \d+ decisions of all cases together the last option is good in 100 of 100, .+$/m,
    );
  });

  it('prints the score of strategies that read only the form of options', async () => {
    const { home, file } = aCopiedCase();
    editFile(file, putGoodLast(file.replace('scenario.yaml', 'key.yaml')));

    const { code, out } = await run('check-scenarios.ts', ['my-case', '--forms'], home);

    expect(code).toBe(0);
    expect(out).toMatch(/^case +random +most-clauses +no-reason +longest +first +last /m);
    // A quarter and less of the options are good, so that the last, which all are, is some 76 points above.
    expect(out).toMatch(/^my-case \(8\) +24 \/ \d+ .* \+76 \/ -\d+ /m);
    expect(out).toMatch(/^my-case: harmful are \d+ of \d+(?: \(\d+ %\))? options that give a reason, and \d+ of \d+/m);
    expect(out).toMatch(/^ {2}c +good +\d+ +\d+ .+$/m);
  });

  it('hears of what is worth a look, and is not refused for it', async () => {
    const { home, file } = aCopiedCase();
    editFile(file, swap('variables:\n', 'variables:\n  spare: { type: bool, initial: false }\n'));

    const { code, out, said } = await run('check-scenarios.ts', ['my-case'], home);

    expect(code).toBe(0);
    expect(out).toMatch(/\n1 case checked, nothing to mend, 1 warning\n$/);
    expect(said).toMatch(/^my-case\/scenario\.yaml:\d+:3 scenario\.unused-variable .+\n$/);
  });

  it('is told again whenever a file is saved, as long as the check watches', async () => {
    const { home, file } = aCopiedCase();
    const watching = start('check-scenarios.ts', ['my-case', '--watch'], home);
    await watching.says('1 case checked, nothing to mend');

    editFile(file, misspell);
    await watching.says('1 case checked, 1 issue');
    editFile(file, swap('preste: mini', 'preset: mini'));
    await watching.says('1 case checked, nothing to mend');

    await watching.end();
  });

  it('gets the same issues as data', async () => {
    const { home, file } = aCopiedCase();
    editFile(file, misspell);

    const { code, out, said } = await run('check-scenarios.ts', ['my-case', '--json'], home);
    const answer = JSON.parse(out) as { schema: string; cases: number; issues: { code: string; text: string }[] };

    expect({ code, said, schema: answer.schema, cases: answer.cases }).toEqual({
      code: 1,
      said: '',
      schema: 'issues/1',
      cases: 1,
    });
    expect(answer.issues.map((issue) => issue.code)).toEqual(['schema.unknown-field-near']);
    expect(answer.issues[0]).toMatchObject({
      position: { file: 'my-case/scenario.yaml', column: 3 },
      params: { key: 'preste', suggestion: 'preset' },
      mended: { text: '  preset: mini' },
      follows: { sure: true, issues: [{ code: 'schema.missing' }] },
      text: expect.stringMatching(/^my-case\/scenario\.yaml:\d+:3 schema\.unknown-field-near /),
    });
  });

  it('who saved a picture as scenario.yaml gets an issue and no trace of the program', async () => {
    const home = aFolder();
    mkdirSync(join(home, 'my-case'));
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0xff, 0xfe, 0x00, 0x9b]);
    writeFileSync(join(home, 'my-case', 'scenario.yaml'), bytes);

    const { code, said } = await run('check-scenarios.ts', ['my-case'], home);

    expect(code).toBe(1);
    expect(said).toMatch(/^(my-case\/scenario\.yaml:\d+:\d+ [a-z.-]+ .+\.\n)+$/);
  });

  it.each([
    ['fifty megabytes', Buffer.alloc(50_000_000, 'x'), 'file.too-large'],
    ['UTF-16', Buffer.from('\ufeffschema: scenario/1\nid: my-case\n', 'utf16le'), 'yaml.wrong-encoding'],
  ])('who saved %s gets one issue', async (_, bytes, code) => {
    const { home, file } = aCopiedCase();
    writeFileSync(file, bytes);

    const ended = await run('check-scenarios.ts', ['my-case'], home);

    expect(ended.code).toBe(1);
    expect(ended.said).toMatch(new RegExp(`^my-case/scenario\\.yaml:1:1 ${code.replace('.', '\\.')} .+\\n$`));
  });

  it('may begin with the small story that the README gives, before there are answers', async () => {
    const home = aFolder();
    const readme = readFileSync(join(ROOT, 'scenarios', 'README.md'), 'utf8');
    const example = /<!-- example: scenario\.yaml -->\n```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    writeFileSync(join(home, 'draft.yaml'), example);

    const ended = await run('check-scenarios.ts', ['draft.yaml'], home);

    expect(ended).toEqual({
      code: 0,
      out: expect.stringMatching(/^\.: 7 situations, 4 paths, .+\n1 case checked, nothing to mend, 1 warning\n$/),
      said: expect.stringMatching(/^\.\/draft\.yaml:\d+:\d+ key\.none The case has rated decisions \(message\) .+\n$/),
    });
  });
});
