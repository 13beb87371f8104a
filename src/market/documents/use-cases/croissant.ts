import { FILE_LANGUAGE, FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import { GENERATOR_DATE } from '#market/ads/model/market.ts';
import type { MarketHeader } from '#market/documents/model/header-schemas.ts';
import { documentJsonSchemas } from '#market/documents/model/json-schemas.ts';
import { type FileEntry, INSTANT } from '#market/documents/model/shared-schemas.ts';
import { LICENCE_URL } from './about-files.ts';

/** The context of Croissant 1.0. */
const CONTEXT = {
  '@language': FILE_LANGUAGE,
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
} as const;

/** Media types by the end of a path. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ndjson: 'application/jsonlines',
  json: 'application/json',
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
};

/** Sets of files of lines, with the JSON Schema of a line. */
const SETS = [
  { id: 'ads', schema: 'ad', describes: 'Ads as a visitor of their site sees them, one line an ad' },
  { id: 'records', schema: 'records', describes: 'What a lawful request would bring, one line an ad' },
] as const;

/**
 * The public half of a market as Croissant 1.0 (JSON-LD): each file with its hash, and the fields of each line. `own` is
 * the file of the header itself, and `datePublished` the day on which the generator was finished. Addresses are relative
 * to the folder of the document.
 * @see https://docs.mlcommons.org/croissant/docs/croissant-spec.html
 */
export function croissantOf(header: MarketHeader, own: Pick<FileEntry, 'path' | 'bytes' | 'sha256'>): object {
  const { marketId, profile, prevalence, notice, generatorVersion, counts, files, words } = header;
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: `checkathon-${profile.toLowerCase()}-${marketId}`,
    description: `${notice}. ${counts.ads} invented ads of the setting ${profile} (${prevalence}), with records, for tests of tools. The truth about them is kept apart. See DATASHEET.md.`,
    license: LICENCE_URL,
    url: './',
    creator: { '@type': 'sc:Organization', name: 'Checkathon' },
    datePublished: GENERATOR_DATE,
    version: `${generatorVersion}.0.0`,
    inLanguage: words.lang ?? FIRST_LANGUAGE,
    isLiveDataset: false,
    distribution: [...[own, ...files].map(fileObject), ...SETS.map(fileSet)],
    recordSet: SETS.map(recordSet),
  };
}

const mediaTypeOf = (path: string) => MEDIA_TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

const fileObject = ({ path, bytes, sha256 }: Pick<FileEntry, 'path' | 'bytes' | 'sha256'>) => ({
  '@type': 'cr:FileObject',
  '@id': path,
  name: path,
  contentUrl: path,
  contentSize: `${bytes} B`,
  encodingFormat: mediaTypeOf(path),
  sha256,
});

/** Without a container a set is looked for in the folder of the document. */
const fileSet = ({ id, describes }: (typeof SETS)[number]) => ({
  '@type': 'cr:FileSet',
  '@id': `${id}-lines`,
  name: `${id}-lines`,
  description: describes,
  encodingFormat: MEDIA_TYPES.ndjson,
  includes: `${id}-*.ndjson`,
});

const recordSet = ({ id, schema, describes }: (typeof SETS)[number]) => ({
  '@type': 'cr:RecordSet',
  '@id': id,
  name: id,
  description: describes,
  key: { '@id': `${id}/id` },
  field: leavesOf(documentJsonSchemas().get(schema) as JsonSchema, '$', false).map(
    ({ path, description, dataType, isRepeated }) => {
      const name = path.slice('$.'.length).replaceAll('[*]', '');
      return {
        '@type': 'cr:Field',
        '@id': `${id}/${name}`,
        name,
        description,
        dataType,
        ...(isRepeated && { repeated: true }),
        source: { fileSet: { '@id': `${id}-lines` }, extract: { jsonPath: path } },
        ...(id === 'records' && name === 'id' && { references: { '@id': 'ads/id' } }),
      };
    },
  ),
});

interface JsonSchema {
  readonly type?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

interface Leaf {
  readonly path: string;
  readonly description: string;
  readonly dataType: string;
  readonly isRepeated: boolean;
}

const DATA_TYPES: Readonly<Record<string, string>> = {
  boolean: 'sc:Boolean',
  integer: 'sc:Integer',
  number: 'sc:Float',
};

/** Fields of a line that hold a value, with their JSONPath. */
function leavesOf(schema: JsonSchema, path: string, isRepeated: boolean, description = ''): Leaf[] {
  const described = schema.description ?? description;
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([name, field]) =>
      leavesOf(field, `${path}.${name}`, isRepeated, described),
    );
  if (schema.items) return leavesOf(schema.items, `${path}[*]`, true, described);
  const isInstant = schema.pattern === INSTANT.source;
  const dataType = isInstant ? 'sc:DateTime' : (DATA_TYPES[schema.type ?? ''] ?? 'sc:Text');
  return [{ path, description: described, dataType, isRepeated }];
}
