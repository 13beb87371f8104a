import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import { lessonSubject } from '#learning/lessons/use-cases/lesson-subject.ts';
import { sayOfWordings } from '#library/review/screens/say-of-wordings.ts';
import { wordingsSubject } from '#library/review/use-cases/wordings-subject.ts';
import { PROJECT, ROOT } from '../../support/builders/the-library.ts';
import { aFolder, run } from './a-command.ts';

const { statements, textHash } = lessonSubject(PROJECT, 'j1') as ReviewSubject;
const FORM = {
  schema: 'review-form/1',
  of: 'lesson',
  id: 'j1',
  textHash,
  aspect: 'law',
  by: 'A judge',
  consent: true,
  on: '2031-03-12',
  statements: statements.map(({ id }) => ({ id, verdict: 'agree' })),
};

describe('the command that takes a review', () => {
  function aProject(form: object) {
    const home = aFolder();
    mkdirSync(join(home, 'content/en/lessons'), { recursive: true });
    cpSync(join(ROOT, 'content/en/lessons/j1.mdx'), join(home, 'content/en/lessons/j1.mdx'));
    writeFileSync(join(home, 'form.json'), JSON.stringify(form));
    return home;
  }

  it('writes the review of a lesson', async () => {
    const home = aProject(FORM);

    expect(await run('take-review.ts', ['form.json', '--project', '.'], home)).toEqual({
      code: 0,
      out: 'content/reviews/lessons/j1.yaml: law, reviewed by A judge on 2031-03-12.\n',
      said: '',
    });
    expect(readFileSync(join(home, 'content/reviews/lessons/j1.yaml'), 'utf8')).toContain(`textHash: ${textHash}`);
  });

  it('writes the review of a family of wordings', async () => {
    const home = aProject({});
    for (const folder of ['content/genres', 'content/indicators', 'content/lexicon'])
      cpSync(join(ROOT, folder), join(home, folder), { recursive: true });
    const wordings = wordingsSubject(PROJECT, 'jobs', sayOfWordings) as ReviewSubject;
    const said = wordings.statements.map(({ id }) => ({ id, verdict: 'agree' }));
    const form = { ...FORM, of: 'wordings', id: 'jobs', textHash: wordings.textHash, statements: said };
    writeFileSync(join(home, 'form.json'), JSON.stringify(form));

    expect(await run('take-review.ts', ['form.json', '--project', '.'], home)).toMatchObject({
      code: 0,
      out: 'content/reviews/wordings/jobs.yaml: law, reviewed by A judge on 2031-03-12.\n',
    });
    expect(readFileSync(join(home, 'content/reviews/wordings/jobs.yaml'), 'utf8')).toMatch(/^of: wordings jobs$/m);
  });

  it('refuses with a sentence, and writes nothing', async () => {
    const home = aProject({ ...FORM, consent: false });
    const { code, out, said } = await run('take-review.ts', ['form.json', '--project', '.'], home);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toMatch(/^form\.json:1:1 review-form\.unsigned The form is not signed/);
    expect(() => readFileSync(join(home, 'content/reviews/lessons/j1.yaml'))).toThrow();
  });

  it('asks for one file', async () => {
    for (const args of [[], ['a', 'b']]) expect(await run('take-review.ts', args)).toMatchObject({ code: 2, out: '' });
    expect(await run('take-review.ts', ['missing.json'], aFolder())).toMatchObject({ code: 1, out: '' });
  });
});
