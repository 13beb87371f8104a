import { describe, expect, it } from 'vitest';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { REVIEW_WORDS } from '#kinds/shipped/screens/review-words.ts';
import { caseSubjectIn } from '#library/review/use-cases/review-subjects.ts';
import { takeReview } from '#library/review/use-cases/take-review.ts';
import shared from '#words/library/review.json' with { type: 'json' };
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY, PROJECT, theCase } from '../../../../support/builders/the-library.ts';

const MILL = 'a-room-by-the-mill';
const BUNDLE = `content/bundles/${MILL}/bundle.yaml`;
const SUBJECTS = {
  case: (files: ProjectFiles, id: string) => caseSubjectIn(files, id, KINDS),
  lesson: () => undefined,
  wordings: () => undefined,
};
const subjectOf = (id: string, project = PROJECT) => caseSubjectIn(project, id, KINDS) as ReviewSubject;

const formOf = ({ of, id, textHash, statements }: ReviewSubject) =>
  JSON.stringify({
    schema: 'review-form/1',
    of,
    id,
    textHash,
    aspect: 'law',
    by: 'A judge',
    consent: true,
    on: '2031-05-12',
    statements: statements.map((statement) =>
      statement.id === 'courtroom.motion.content-order.grant'
        ? { id: statement.id, verdict: 'dispute', why: 'A supervisor is not told by a judgment.' }
        : { id: statement.id, verdict: 'agree' },
    ),
  });

const CASES = PROJECT.list('scenarios').filter((name) => !name.includes('.'));
const courts = [
  'a-room-by-the-mill',
  'a-room-at-the-quay',
  'two-names-one-phone',
  'rooms-above-the-ferry',
  'rooms-above-the-ferry-2',
];

describe('the form of a court file', () => {
  it('marks claims in undecided rows as open', () => {
    const { statements } = subjectOf('rooms-above-the-ferry');
    const one = (id: string) => statements.find((statement) => statement.id === id);

    expect(one('courtroom.row.laundering.against.E11')?.answer?.id).toBe('courtroom.against.open');
    expect(one('courtroom.row.deceit.against.E11')?.answer?.id).toBe('courtroom.against.claimed');
  });

  it('gives each cell its own reason, and names a partial grant as such', () => {
    const { statements } = subjectOf('rooms-above-the-ferry');
    const one = (id: string) => statements.find((statement) => statement.id === id);

    expect(one('courtroom.row.purpose.for.E2')?.reason).toBe('The card of Harro-1 pays the ads.');
    expect(one('courtroom.motion.recording.refuse')?.topic).toBe('courtroom.part');
  });

  it.each(courts)('%s states each motion with both rulings, every row, every sum and every option, once', (id) => {
    const bundle = LIBRARY.bundles.get(id)?.bundle;
    if (!bundle) throw new Error(`${id} is not there.`);
    const ids = subjectOf(id).statements.map((statement) => statement.id);

    expect(new Set(ids).size).toBe(ids.length);
    for (const motion of bundle.motions)
      expect(ids).toEqual(
        expect.arrayContaining(
          ['', '.grant', '.refuse', '.twist', '.line.defect', '.line.consequence'].map(
            (part) => `courtroom.motion.${motion.id}${part}`,
          ),
        ),
      );
    const named = [
      ...bundle.elements.map((element) => `courtroom.row.${element.id}`),
      ...bundle.sums.map((sum) => `courtroom.sum.${sum.id}`),
      ...bundle.judgment.flatMap((question) =>
        question.options.flatMap((option) => [
          `courtroom.judgment.${question.id}.${option.id}`,
          ...(option.verdicts ?? []).map((_, n) => `courtroom.judgment.${question.id}.${option.id}.verdict.${n + 1}`),
        ]),
      ),
    ];
    expect(named.filter((one) => !ids.includes(one))).toEqual([]);
  });

  it('has the words of each kind of statement, and a mark at each source', () => {
    const statements = CASES.flatMap((id) => subjectOf(id).statements);
    const asked = statements.flatMap(({ topic, answer }) => [
      ...(topic === undefined ? [] : [`topic.${topic}`]),
      ...(answer === undefined ? [] : [`answer.${answer.id}`]),
    ]);

    expect(asked.length).toBeGreaterThan(500);
    expect(
      [...new Set(asked)].filter((key) => !Object.hasOwn(REVIEW_WORDS, key) && !Object.hasOwn(shared, key)),
    ).toEqual([]);
    for (const { sources } of statements) for (const { mark } of sources) expect('VHAU').toContain(mark);
  });

  it('states every verdict of a finding, with its person and its offence', () => {
    const verdicts = subjectOf(MILL).statements.filter(({ id }) =>
      id.startsWith('courtroom.judgment.charge.gain.verdict'),
    );

    expect(verdicts.map(({ text, answer }) => [text, answer])).toEqual([
      [
        'Gain from the work of Nel-3.',
        { id: 'courtroom.verdict.convicted', params: { person: 'Vesa-1', of: 'gain from the work of Nel-3' } },
      ],
      [
        'Gain from the work of Nel-3.',
        { id: 'courtroom.verdict.acquitted', params: { person: 'Vesa-1', of: 'trafficking of Nel-3' } },
      ],
    ]);
  });

  it('labels false claims as claims', () => {
    const cell = subjectOf(MILL).statements.find(({ id }) => id === 'courtroom.row.purpose.against.E8');

    expect(cell).toMatchObject({ answer: { id: 'courtroom.against.claimed' }, reason: 'Vesa-1 only lets rooms.' });
  });

  it('is accepted with its disputed statements', () => {
    const taken = takeReview(formOf(subjectOf(MILL)), PROJECT, SUBJECTS);

    expect(taken).toMatchObject({ ok: true, path: `scenarios/${MILL}/review.yaml` });
    expect(taken.ok && taken.text).toContain('statement: courtroom.motion.content-order.grant');
    expect(taken.ok && taken.text).toContain('A supervisor is not told by a judgment.');
  });

  it.each([
    [BUNDLE, swap('Three keys were cut', 'Four keys were cut')],
    [`content/bundles/${MILL}/facts.yaml`, swap('Ilo-5 is there by choice', 'Ilo-5 is there by chance')],
    ['content/law/courts.yaml', swap('Somebody recruits', 'Someone recruits')],
  ])('is refused once %s has another text', (file, edit) => {
    const form = formOf(subjectOf(MILL));

    expect(takeReview(form, projectWith({ [file]: edit }), SUBJECTS)).toMatchObject({
      ok: false,
      refusal: { why: 'other-text' },
    });
  });

  it('has the hash to which the checker binds a review', () => {
    for (const id of [MILL, 'follow-the-money'])
      expect(subjectOf(id).textHash).toBe(theCase(`scenarios/${id}`).material.textHash);
  });
});

it('the form of a ledger states the figures that its scoring rests on', () => {
  const { statements } = subjectOf('follow-the-money');
  const sim = (id: string) => statements.find((one) => one.id === id)?.answer?.params?.['sim'];

  expect(['gross', 'safe', 'most'].map((figure) => sim(`ledger.figure.${figure}`))).toEqual([2095, 799, 1330]);
  expect(sim('ledger.hold.W04')).toBe(531);
  expect(statements.some(({ id }) => id === 'ledger.hold.W02')).toBe(false);
});
