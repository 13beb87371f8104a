import type { CustodyEntry } from '#evidence/locker/model/custody-log.ts';
import type { EvidenceItem, KeptFile, KeptRedirect } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { textBytes } from '#kernel/formats/zip/text-bytes.ts';
import { hashUuid } from '#kernel/model/hash-uuid.ts';

/** An item with the files that contain it. */
export interface FiledItem {
  readonly item: Pick<EvidenceItem, 'facts' | 'servedAt' | 'folder' | 'loggedSha256' | 'redirects'>;
  readonly files: readonly KeptFile[];
}

type Node = Readonly<Record<string, unknown>>;

const CONTEXT = {
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  kb: 'http://example.org/kb/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-identity': 'https://ontology.unifiedcyberontology.org/uco/identity/',
  'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
  'uco-tool': 'https://ontology.unifiedcyberontology.org/uco/tool/',
  'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/**
 * Writes the locker as a CASE 1.4 / UCO bundle in JSON-LD, in chunks: the investigation, persons and tools, each
 * address and its redirect target, each file with its hash, each capture as an action with its provenance record, and
 * each entry of the custody log as an action that follows the previous one. Ids are derived from the locker, so that
 * the same locker gives the same text.
 * @see https://caseontology.org
 */
export function* writeCaseUco(
  locker: Locker,
  filed: Iterable<FiledItem>,
  loose: readonly KeptFile[] = [],
): Generator<Uint8Array> {
  const id = (kind: string, name: string) => `kb:${kind}-${hashUuid(`${locker.id}\n${kind}\n${name}`)}`;
  yield textBytes(`${JSON.stringify({ '@context': CONTEXT }, null, 1).slice(0, -2)},\n "@graph": [\n`);
  const about = {
    'uco-core:name': locker.caseTitle,
    'uco-core:description': locker.notice,
    'uco-core:tag': ['synthetic', `market ${locker.marketId}`],
  };
  yield textBytes(
    JSON.stringify({ '@id': id('investigation', ''), '@type': 'case-investigation:Investigation', ...about }),
  );
  const known = new Set<string>();
  for (const { item, files } of filed) {
    const nodes = [...itemNodes(locker, item, files, id), ...partiesOf(item, id)];
    for (const node of nodes) {
      if (known.has(node['@id'] as string)) continue;
      if (!(node['@id'] as string).startsWith('kb:file')) known.add(node['@id'] as string);
      yield textBytes(`,\n${JSON.stringify(node)}`);
    }
  }
  for (const file of loose) yield textBytes(`,\n${JSON.stringify(fileNode(file, id))}`);
  for (const [n, entry] of locker.custody.entries()) {
    const actor = personOf(entry.actor, id);
    if (!known.has(actor['@id'] as string)) yield textBytes(`,\n${JSON.stringify(actor)}`);
    known.add(actor['@id'] as string);
    yield textBytes(`,\n${JSON.stringify(entryNode(entry, locker.custody[n - 1], id))}`);
  }
  yield textBytes('\n ]\n}\n');
}

type MakeId = (kind: string, name: string) => string;
const ref = (id: string) => ({ '@id': id });
const typed = (type: string, value: string) => ({ '@type': `xsd:${type}`, '@value': value });

function itemNodes(locker: Locker, item: FiledItem['item'], files: readonly KeptFile[], id: MakeId): Node[] {
  const { facts, folder, servedAt } = item;
  const asked = item.redirects.map((redirect) => redirect.url);
  const urls = [...asked, facts.finalUrl];
  const provenance = id('provenance', folder);
  const fileNodes = files.map((file) => fileNode(file, id));
  return [
    ...urls.map((url) => urlNode(url, id)),
    ...item.redirects.map((redirect, n) => redirectNode(redirect, urls[n + 1] as string, id)),
    ...fileNodes,
    {
      '@id': id('capture', folder),
      '@type': 'case-investigation:InvestigativeAction',
      'uco-core:name': `Capture of ${facts.itemId}`,
      'uco-core:description': locker.notice,
      'uco-action:startTime': typed('dateTime', servedAt),
      'uco-action:endTime': typed('dateTime', servedAt),
      'uco-action:performer': ref(id('person', facts.operator)),
      'uco-action:instrument': ref(id('tool', facts.tool.name)),
      'uco-action:object': urls.map((url) => ref(id('url', url))),
      'uco-action:result': [ref(provenance), ...fileNodes.map((node) => ref(node['@id'] as string))],
    },
    {
      '@id': provenance,
      '@type': 'case-investigation:ProvenanceRecord',
      'uco-core:name': facts.itemId,
      'uco-core:description': `Ad ${facts.adId}, answer ${facts.httpStatus}`,
      'case-investigation:exhibitNumber': facts.itemId,
      'uco-core:object': fileNodes.map((node) => ref(node['@id'] as string)),
    },
  ];
}

const urlNode = (url: string, id: MakeId): Node => ({
  '@id': id('url', url),
  '@type': 'uco-observable:ObservableObject',
  'uco-core:hasFacet': {
    '@id': id('url-facet', url),
    '@type': 'uco-observable:URLFacet',
    'uco-observable:fullValue': url,
  },
});

/** `kindOfRelationship` is a term of UCO's vocabulary of relationships between observables. */
const redirectNode = ({ url, status }: KeptRedirect, target: string, id: MakeId): Node => ({
  '@id': id('redirect', `${url}\n${target}`),
  '@type': 'uco-observable:ObservableRelationship',
  'uco-core:source': ref(id('url', url)),
  'uco-core:target': ref(id('url', target)),
  'uco-core:kindOfRelationship': 'Redirects_To',
  'uco-core:isDirectional': typed('boolean', 'true'),
  'uco-core:description': `Answer ${status}`,
});

function partiesOf({ facts }: FiledItem['item'], id: MakeId): Node[] {
  return [
    personOf(facts.operator, id),
    {
      '@id': id('tool', facts.tool.name),
      '@type': 'uco-tool:Tool',
      'uco-core:name': facts.tool.name,
      'uco-tool:version': facts.tool.version,
    },
  ];
}

const personOf = (name: string, id: MakeId): Node => ({
  '@id': id('person', name),
  '@type': 'uco-identity:Person',
  'uco-core:name': name || 'not named',
});

function fileNode({ path, sha256, bytes, mime }: KeptFile, id: MakeId): Node {
  return {
    '@id': id('file', path),
    '@type': 'uco-observable:File',
    'uco-core:hasFacet': [
      {
        '@id': id('file-facet', path),
        '@type': 'uco-observable:FileFacet',
        'uco-observable:fileName': path.split('/').at(-1),
        'uco-observable:filePath': path,
        'uco-observable:sizeInBytes': typed('integer', String(bytes)),
      },
      {
        '@id': id('content-facet', path),
        '@type': 'uco-observable:ContentDataFacet',
        'uco-observable:mimeType': mime,
        'uco-observable:sizeInBytes': typed('integer', String(bytes)),
        'uco-observable:hash': {
          '@id': id('hash', path),
          '@type': 'uco-types:Hash',
          'uco-types:hashMethod': 'SHA256',
          'uco-types:hashValue': typed('hexBinary', sha256),
        },
      },
    ],
  };
}

function entryNode(entry: CustodyEntry, before: CustodyEntry | undefined, id: MakeId): Node {
  return {
    '@id': id('entry', String(entry.seq)),
    '@type': 'case-investigation:InvestigativeAction',
    'uco-core:name': `Custody entry ${entry.seq}: ${entry.action}`,
    'uco-core:description': `${entry.reason} (object ${entry.sha256}, entry ${entry.hash})`,
    'uco-action:startTime': typed('dateTime', entry.utc),
    'uco-action:endTime': typed('dateTime', entry.utc),
    'uco-action:performer': ref(id('person', entry.actor)),
    ...(before && { 'case-investigation:wasInformedBy': ref(id('entry', String(before.seq))) }),
  };
}
