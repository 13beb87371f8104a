import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store } from 'n3';
import { Validator } from 'shacl-engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { bagFiles } from '#app/evidence/pack-locker.ts';
import { aLocker, SAY } from '../support/builders/a-locker.ts';

/** The ontology and shapes of CASE 1.4, from github.com/casework/CASE-Utilities-Python; too large to be kept here. */
const { CASE_SHAPES: SHAPES } = process.env;

async function caseBundle(): Promise<string> {
  let text = '';
  for await (const { path, chunks } of bagFiles(aLocker(), SAY))
    for await (const chunk of chunks) if (path === 'data/uco/case.jsonld') text += Buffer.from(chunk).toString();
  return text;
}

describe('the CASE bundle', () => {
  let text: string;
  beforeAll(async () => {
    text = await caseBundle();
  });

  it('is JSON-LD that jsonld expands: each file with its hash, each capture with its result', async () => {
    const quads = String(await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', safe: true }));
    const count = (name: string) => quads.match(new RegExp(`${name}>`, 'g'))?.length ?? 0;
    const { items, custody } = aLocker();

    expect(count('uco/types/hashValue')).toBe(3 * items.length);
    expect(count('case/investigation/ProvenanceRecord')).toBe(items.length);
    expect(count('uco/action/startTime')).toBe(items.length + custody.length);
  });

  it.skipIf(!SHAPES)('conforms to the shapes of CASE 1.4, and does not with a hash that is none', async () => {
    const shapes = new Store(new Parser().parse(readFileSync(SHAPES ?? '', 'utf8')));
    const validator = new Validator(shapes, { factory: DataFactory });
    const validate = async (bundle: string) => {
      const quads = String(await jsonld.toRDF(JSON.parse(bundle), { format: 'application/n-quads' }));
      const dataset = new Store([...new Parser().parse(quads), ...shapes]);
      const { results } = await validator.validate({ dataset });
      return results.filter(({ severity }) => severity.value.endsWith('#Violation'));
    };

    expect(await validate(text)).toEqual([]);
    expect(await validate(text.replaceAll('xsd:hexBinary', 'xsd:integer'))).not.toEqual([]);
  });
});
