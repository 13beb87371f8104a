import { expect, it } from 'vitest';
import type { DebriefSentences } from '#case/debrief/model/say-debrief.ts';
import { sayHappened } from '#case/debrief/model/say-happened.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';

const sentences = (...ids: string[]) => ids.map((id) => ({ id, params: {}, events: [] }));

it('lists never-do errors at a bench first, then the case without its pairs, then each exercise briefly', () => {
  const said = {
    case: sentences('case.red.none', 'case.pair.preserve.request.kept', 'case.harm.none'),
    exercises: [
      { state: 'find', kind: 'detection', sentences: sentences('find.hits.deceptive', 'sign.weakest') },
      {
        state: 'bench',
        kind: 'preservation',
        sentences: sentences('pages.all', 'never.closed-card', 'never.picture-only', 'error.none'),
      },
      { state: 'other', kind: 'of-no-registry', sentences: sentences('pages.all', 'never.picture-only') },
    ],
  } as unknown as DebriefSentences;

  expect(sayHappened(said, KINDS).map(({ id }) => id)).toEqual([
    'never.picture-only',
    'case.red.none',
    'case.harm.none',
    'find.hits.deceptive',
    'pages.all',
  ]);
});

it('does not say again what the page says to keep', () => {
  const said = { case: sentences('case.red.none', 'case.harm.none'), exercises: [] } as unknown as DebriefSentences;
  const idsBeside = (...keep: string[]) =>
    sayHappened(said, KINDS, { keep: sentences(...keep)[0] as never }).map(({ id }) => id);

  expect(idsBeside('keep.safe')).toEqual(['case.red.none']);
  expect(idsBeside('keep.good-step')).toEqual(['case.red.none', 'case.harm.none']);
});
