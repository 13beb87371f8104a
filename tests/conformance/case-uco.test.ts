import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store } from 'n3';
import { Validator } from 'shacl-engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { bagFiles } from '#evidence/locker/use-cases/pack-locker.ts';
import { aLocker, NONCE, SAY } from '../support/builders/a-locker.ts';

/** The ontology and shapes of CASE 1.4, from github.com/casework/CASE-Utilities-Python; too large to be kept here. */
const { CASE_SHAPES: SHAPES } = process.env;

async function caseBundle(folder?: string): Promise<string> {
  let text = '';
  for await (const { path, chunks } of bagFiles(aLocker(folder), SAY, { nonce: NONCE }))
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

    expect(count('uco/types/hashValue')).toBe(
      items.reduce((files, { surroundings }) => files + 3 + surroundings.length, 0),
    );
    expect(count('case/investigation/ProvenanceRecord')).toBe(items.length);
    expect(count('uco/action/startTime')).toBe(items.length + custody.length);
  });

  it('names the redirects of each redirected page in order', async () => {
    const bundle = await caseBundle('scenarios/two-addresses');
    const quads = String(await jsonld.toRDF(JSON.parse(bundle), { format: 'application/n-quads', safe: true }));
    const objectOf = (subject: string, name: string) =>
      quads
        .split('\n')
        .find((quad) => quad.startsWith(`${subject} `) && quad.includes(`${name}> `))
        ?.split(' ')[2] ?? '';
    const addressOf = (node: string) => objectOf(objectOf(node, 'core/hasFacet'), 'observable/fullValue').slice(1, -1);
    const relations = [...quads.matchAll(/^(\S+) \S+type> \S+ObservableRelationship> \.$/gm)].map(
      ([, node = '']) => node,
    );
    const led = relations.map((node) => [
      addressOf(objectOf(node, 'core/source')),
      addressOf(objectOf(node, 'core/target')),
    ]);

    const kept = aLocker('scenarios/two-addresses').items.map(({ facts }) => [facts.url, facts.finalUrl].join(' '));
    expect(new Set(led.map((pair) => pair.join(' ')))).toEqual(new Set(kept));
    for (const node of relations) expect(objectOf(node, 'core/kindOfRelationship')).toBe('"Redirects_To"');
  });

  it.skipIf(!SHAPES)('conforms to the shapes of CASE 1.4, and fails them with an invalid hash', async () => {
    const shapes = new Store(new Parser().parse(readFileSync(SHAPES ?? '', 'utf8')));
    const validator = new Validator(shapes, { factory: DataFactory });
    const validate = async (bundle: string) => {
      const quads = String(await jsonld.toRDF(JSON.parse(bundle), { format: 'application/n-quads' }));
      const dataset = new Store([...new Parser().parse(quads), ...shapes]);
      const { results } = await validator.validate({ dataset });
      return results.filter(({ severity }) => severity.value.endsWith('#Violation'));
    };

    expect(await validate(text)).toEqual([]);
    expect(await validate(await caseBundle('scenarios/two-addresses'))).toEqual([]);
    expect(await validate(text.replaceAll('xsd:hexBinary', 'xsd:integer'))).not.toEqual([]);
  });
});
