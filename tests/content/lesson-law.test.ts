import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { SourceSchema } from '#market/signs/model/schemas.ts';
import { ROOT } from '../support/builders/the-library.ts';
import { lawFaults } from '../support/evidence/law-faults.ts';

const FOLDER = join(ROOT, 'content/en/lessons');
/** The lessons of law; the others speak of it in passing. */
const LESSONS = readdirSync(FOLDER).filter((name) => /^(?:[pj]\d|t1[123])\.mdx$/.test(name));
const lesson = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

const list = readYaml(readFileSync(join(ROOT, 'content/sources.yaml'), 'utf8'), 'sources.yaml');
const marks = new Map(
  z
    .array(SourceSchema)
    .parse(list.ok ? list.value.value : undefined)
    .map(({ code, mark }) => [code, mark]),
);
const faultsOf = (text: string) => lawFaults(text, (code) => marks.get(code));

describe('the legal statements of a lesson', () => {
  it('are read in all lessons for prosecutors and judges', () => {
    expect(LESSONS).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((n) => `j${n}.mdx`),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `p${n}.mdx`),
      't11.mdx',
      't12.mdx',
      't13.mdx',
    ]);
  });

  it.each(LESSONS)('%s: each has its source and its mark beside it', (name) => {
    expect(faultsOf(lesson(name))).toEqual([]);
  });

  it.each([
    [
      'a judgment whose citation is taken out',
      'j3.mdx',
      (text: string) => text.replaceAll(/ <Cite code="KUZMIN" mark="H" \/>/g, ''),
      'KUZMIN is not cited beside',
    ],
    [
      'a judgment with the source of another one',
      'p7.mdx',
      (text: string) => text.replaceAll('<Cite code="KRACH" mark="H" />', '<Cite code="SEED" mark="V" />'),
      'KRACH is not cited beside',
    ],
    [
      'a headnote that is shown as read',
      'p5.mdx',
      (text: string) => text.replaceAll('code="VCL" mark="H"', 'code="VCL" mark="V"'),
      'VCL V claims more than was read',
    ],
    [
      'a law of an invented State without its mark',
      'j5.mdx',
      (text: string) => text.replaceAll(' <AuthorsLaw />', ''),
      "no mark of authors' law",
    ],
    [
      'a source that nobody has read',
      'j2.mdx',
      (text: string) => text.replaceAll('"LRM"', '"LRX"'),
      'LRX is no source',
    ],
    [
      'an article without a source',
      'p2.mdx',
      (text: string) =>
        text.replace('## How both answers meet', 'Article 8 says it; see article 8.\n\n## How both answers meet'),
      'no source beside: Article 8',
    ],
    [
      'a headnote that does not say so in the list',
      'j6.mdx',
      (text: string) => text.replace('The headnote was read, not the judgment.', ''),
      'YILDIR H does not say how far it was read',
    ],
    [
      'a judgment in an answer that the lesson does not list',
      'j5.mdx',
      (text: string) => text.replace('text: Both sums together', 'text: As in S.M. v. Croatia, both sums together'),
      'SMCRO is not among the sources',
    ],
  ])('%s is found', (_, name, plant, fault) => {
    const planted = plant(lesson(name));

    expect(planted).not.toBe(lesson(name));
    expect(faultsOf(planted).some((found) => found.includes(fault))).toBe(true);
  });
});
