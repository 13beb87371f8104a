import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TYPICAL_ERRORS } from '#evidence/drill/model/typical-errors.ts';
import { LETTER_PARTS } from '#evidence/letters/model/letter-parts.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import type { Citation } from '#kernel/model/citation.ts';
import { GRADE_WORDS } from '#library/glossary/astro/grade-words.ts';
import { SourceSchema, VerificationSchema } from '#market/signs/model/schemas.ts';
import decision from '#words/case/decision.json' with { type: 'json' };
import detection from '#words/kinds/detection.json' with { type: 'json' };
import { ROOT } from '../support/builders/the-library.ts';
import { readFurther } from '../support/read-further.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const file = readYaml(read('content/sources.yaml'), 'content/sources.yaml');
const sources = z.array(SourceSchema).parse(file.ok ? file.value.value : undefined);
const markOf = (code: string) => sources.find((source) => source.code === code)?.mark;

describe('the list of sources', () => {
  it.each(sources)('$code has an address, or says why it has none', ({ address, addressNote }) => {
    expect(address ?? addressNote).toBeDefined();
    if (address !== undefined && /^https:\/\/[^/]+\/?$/.test(address)) expect(addressNote).toMatch(/front page/);
    if (address === undefined) expect(addressNote).toMatch(/\.$/);
  });

  it.each(['SMCRO', 'KRACH', 'BBSVK', 'BANNIK', 'COURTS', 'VCL', 'ROWE', 'YALCIN', 'DIR24'])(
    '%s was read only as a headnote or an official summary, and is marked so',
    (code) => {
      expect(markOf(code)).toBe('H');
    },
  );

  it('marks with H exactly the sources read as a headnote only', () => {
    const headnotes = sources.filter((source) => /^(?:The headnote|Headnotes|The legal summary)/.test(source.read));

    expect(headnotes.length).toBeGreaterThanOrEqual(7);
    expect(headnotes.filter(({ mark }) => mark !== 'H').map(({ code }) => code)).toEqual([]);
  });

  it('says what the regulation on evidence across borders is not for', () => {
    const { read: howFar } = sources.find(({ code }) => code === 'EEV') ?? { read: '' };

    expect(howFar).toMatch(/18 August 2026.*official summary only/);
    expect(howFar).toMatch(/eight hours was not read/);
    expect(howFar).toMatch(/does not cover orders to a bank or inside one State/);
  });
});

describe('the marks', () => {
  const marks = VerificationSchema.options;

  it.each(marks)('%s is explained on the pages that list the marks', (mark) => {
    expect(GRADE_WORDS[mark]).toMatch(/\w/);
    expect(detection[`grade.${mark}`]).toMatch(/\w/);
    expect(decision[`grade.${mark}`].startsWith(`${mark}, `)).toBe(true);
    for (const page of ['about', 'sources'])
      expect(read(`src/site/pages/${page}/index.astro`)).toContain(`mark="${mark}"`);
    expect(read('src/site/pages/judges/index.astro')).toMatch(
      new RegExp(`\\b${mark}\\b.*say how far a source was read`),
    );
    expect(read('content/README.md')).toContain(`**${mark}**`);
    expect(read('scenarios/README.md')).toContain(`\`${mark}\``);
    expect(read('src/site/search/screens/fixed-documents.ts')).toMatch(
      new RegExp(`what was read of it.*\\b${mark} \\w`),
    );
  });
});

describe('a citation in the program code', () => {
  const cited: Citation[] = [...Object.values(LETTER_PARTS).flat(), ...Object.values(TYPICAL_ERRORS)].flatMap(
    ({ sources: of }) => [...of],
  );

  it('is in the list, with no stronger verification mark than its source has', () => {
    expect(cited.filter(({ code, mark }) => readFurther(mark, markOf(code)))).toEqual([]);
    expect(cited.filter(({ code }) => markOf(code) === undefined)).toEqual([]);
  });

  it('does not confuse public advice with law, or removal with information', () => {
    const texts = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /[\\/]model[\\/].*sources\.ts$/.test(name))
      .map((name) => read(join('src', name)))
      .join('\n');

    expect(texts).toMatch(/'TUK',\s+mark: 'V',\s+says: 'Advice to the public in one State/);
    expect(texts).not.toMatch(/redress, article 9\b/);
  });
});
