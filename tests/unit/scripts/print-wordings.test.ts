import { describe, expect, it } from 'vitest';
import { sayOfWordings } from '#library/review/screens/say-of-wordings.ts';
import { wordingsSubject } from '#library/review/use-cases/wordings-subject.ts';
import { PROJECT } from '../../support/builders/the-library.ts';
import { run } from './a-command.ts';

describe('the command that prints wordings', () => {
  it('prints those of assessed markets, as Markdown and as JSON', async () => {
    const paper = await run('print-wordings.ts', ['services']);
    const json = await run('print-wordings.ts', ['services', '--json']);

    expect(paper).toMatchObject({ code: 0, said: '' });
    expect(paper.out).toContain('- Regulars know us');
    expect(paper.out).not.toContain('- Same name on this page for years');
    expect(JSON.parse(json.out)).toEqual(wordingsSubject(PROJECT, 'services', sayOfWordings, 'assessment'));
  });

  it('prints those of practice markets where it is asked for', async () => {
    const { out } = await run('print-wordings.ts', ['services', '--half', 'practice']);

    expect(out).toContain('- Same name on this page for years');
    expect(out).not.toContain('- Regulars know us');
  });

  it('asks for one family and one half', async () => {
    for (const args of [[], ['social'], ['jobs', 'groups'], ['jobs', '--half', 'both']])
      expect(await run('print-wordings.ts', args)).toMatchObject({ code: 2, out: '' });
  });
});
