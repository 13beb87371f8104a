import { describe, expect, it } from 'vitest';
import { lintText } from '#safety/content/model/lint-text.ts';

const sourceHosts = new Set(['cited-host.org']);

/** A lesson with these lines in its list of sources, these answers, and this body. */
const aLesson = ({ says = 'Nothing.', answers = '', body = '' }) => `---
id: t9
title: A lesson
sources:
  - code: SEED
    mark: V
    says: ${says}
questions:
  - ask: A question?
    answers:
${answers}
---

<Passage>

${body}

</Passage>
`;

const codesOf = (lesson: string) =>
  lintText(lesson, { kind: 'lesson', file: 't9.mdx', sourceHosts }).map(({ code }) => code);

describe('a lesson', () => {
  it.each([
    ['where a source says it', aLesson({ says: 'The victim comes first.' })],
    ['between quotation marks', aLesson({ body: 'It is not the word “victim”, nor "victim".' })],
    ['in an answer that is called wrong', aLesson({ answers: '      - text: She is a victim.\n        right: false' })],
    ['in the name of a service', aLesson({ body: 'Ring a support organisation for victims.' })],
  ])('may say "victim" %s', (_, lesson) => {
    expect(codesOf(lesson)).toEqual([]);
  });

  it.each([
    ['in its own voice', aLesson({ body: 'The victim waits.' })],
    [
      'behind a tag whose marks quote nothing',
      aLesson({ body: '<Cite code="SEED" mark="V" /> The victim said "no".' }),
    ],
    ['in an answer that is called right', aLesson({ answers: '      - text: She is a victim.\n        right: true' })],
    [
      'in a field of its head, though it stands between marks',
      aLesson({ answers: '      - why: "The victim waits."' }),
    ],
  ])('may not say "victim" %s', (_, lesson) => {
    expect(codesOf(lesson)).toEqual(['safety.C19']);
  });

  it('may give the address of a source in the list of sources, and nowhere else', () => {
    expect(codesOf(aLesson({ says: 'See https://cited-host.org/page.' }))).toEqual([]);
    expect(codesOf(aLesson({ says: 'See https://another-host.org/page.' }))).toEqual(['safety.C09']);
    expect(codesOf(aLesson({ body: 'See https://cited-host.org/page.' }))).toEqual(['safety.C09']);
  });

  it('may name a public case in a paragraph that cites a source', () => {
    const cited = 'Backpage acted for parents only. <Cite code="SEED" mark="V" />';

    expect(codesOf(aLesson({ body: cited }))).toEqual([]);
    expect(codesOf(aLesson({ body: 'Whatname v. Somewhere, headnote read.<Ref n={1} />' }))).toEqual([]);
    expect(codesOf(aLesson({ says: 'Backpage acted for parents only.' }))).toEqual([]);
    expect(codesOf(aLesson({ body: `${cited}\n\nThen Backpage closed.` }))).toEqual(['safety.C12']);
  });

  it('may show code that is never followed', () => {
    const code = 'Write `tel:` or `page.com` never.\n\n```\n<img src="tile.png">\n```';

    expect(codesOf(aLesson({ body: code }))).toEqual([]);
    expect(codesOf(aLesson({ body: 'Write <img> or page.com never.' }))).toEqual(['safety.C04', 'safety.C09']);
  });

  it('may cite sums of real money and name platforms, which a case may not', () => {
    const body = 'They paid more than $15 million through PayPal. <Cite code="SEED" mark="V" />';

    expect(codesOf(aLesson({ body }))).toEqual([]);
    expect(lintText(body, { kind: 'scenario' }).map(({ code }) => code)).toEqual(['safety.C11', 'safety.C12']);
  });

  it('gets issues with the line of the text', () => {
    const lesson = aLesson({ body: 'The victim waits.' });
    const line = lesson.split('\n').findIndex((text) => text.includes('The victim')) + 1;

    expect(lintText(lesson, { kind: 'lesson', file: 't9.mdx' })[0]?.position).toEqual({
      file: 't9.mdx',
      line,
      column: 5,
    });
  });
});
