import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { GlossarySchema } from '#library/glossary/model/schemas.ts';
import { SourceSchema } from '#market/signs/model/schemas.ts';
import { ROOT } from '../support/builders/the-library.ts';

const read = (path: string) => parse(readFileSync(join(ROOT, path), 'utf8')) as unknown;
const terms = GlossarySchema.parse(read('content/glossary/en.yaml'));
const sources = z.array(SourceSchema).parse(read('content/sources.yaml'));
const ORDER = 'VHAU';

describe('the glossary', () => {
  it('names each term once, and leads only to terms that it has', () => {
    const ids = terms.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(terms.flatMap(({ see }) => see).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('cites sources of the list, and none as read further than the list says', () => {
    const wrong = terms.filter(({ source }) => {
      const known = sources.find(({ code }) => code === source?.code);
      return source && (!known || ORDER.indexOf(source.mark) < ORDER.indexOf(known.mark));
    });

    expect(wrong).toEqual([]);
  });

  it('has a source or none, and never a source for a word of the simulation', () => {
    expect(terms.filter(({ kit, source, group }) => kit && (source || group !== 'kit'))).toEqual([]);
  });

  it('says a word was seen only in languages in which it has one', () => {
    expect(terms.filter(({ seen, names }) => seen.some((language) => names?.[language] === undefined))).toEqual([]);
  });
});

describe('the law in the list of sources', () => {
  const LAW = /\bv\. |\bConvention\b|\bProtocol\b|^Regulation \(EU\)|^Directive \(EU\)/;

  it('is marked as a judgment or an instrument, so that the library has it', () => {
    const texts = sources.filter(
      ({ title, publisher }) => LAW.test(title) || /Court of (?:Human Rights|Justice)/.test(publisher),
    );

    expect(texts.filter(({ code, law }) => law === undefined && code !== 'BP').map(({ code }) => code)).toEqual([]);
  });
});
