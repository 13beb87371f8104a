import { join } from 'node:path';
import { readJson } from '#kernel/formats/json/read-json.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { parseShape, type ShapeRefusal } from '#kernel/model/parse-shape.ts';
import { kindOf, readText } from '#kernel/node/read-file.ts';
import {
  MARKET_SCHEMA,
  MarketHeaderSchema,
  TRUTH_SCHEMA,
  TruthHeaderSchema,
} from '#market/documents/model/header-schemas.ts';
import { SHARE_SCHEMA, ShareSchema } from '#market/documents/model/share-schemas.ts';
import { SHARE_FILE } from '#market/documents/use-cases/share-manifest.ts';
import type { Share } from '#market/shares/use-cases/a-share.ts';
import { issueOfShare } from '#market/shares/use-cases/issue-of-share.ts';

/** Maximum size of a document of a share; the largest share has some hundred files, and a line or two for each. */
const MAX_BYTES = 4_000_000;

type Schema = { safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: ShapeRefusal } };

/** What a document of a share is held against: its shape, and the name and number of its format. */
interface Format {
  readonly schema: Schema;
  readonly ours: string;
}

const FORMATS = {
  share: { schema: ShareSchema, ours: SHARE_SCHEMA },
  market: { schema: MarketHeaderSchema, ours: MARKET_SCHEMA },
  truth: { schema: TruthHeaderSchema, ours: TRUTH_SCHEMA },
} satisfies Record<string, Format>;

/** The format that a document says it has, such as `market-share/1`. */
const schemaOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'schema' in value ? String(value.schema) : '';

const nameOf = (schema: string) => schema.split('/')[0];

/** Reads the documents of a share from its folder, relative to `from`; its data is not read. */
export function readShare(folder: string, from: string): Parsed<Share> {
  const issues: Issue[] = [];
  /** The document as it is written: a schema would bring its fields into another order. */
  const documentOf = <Document>(file: string, { schema, ours }: Format): Document | undefined => {
    const path = join(folder, file);
    const text = readText(path, MAX_BYTES, from);
    if (!text.ok) {
      const isMissing = text.issues.every((issue) => issue.code === 'file.missing');
      issues.push(...(isMissing ? [issueOfShare({ name: folder }, 'share.missing', { file }, file)] : text.issues));
      return undefined;
    }
    const refuse = (code: string, params: Issue['params'] = {}) => {
      issues.push(issueOfShare({ name: folder }, code, params, file));
      return undefined;
    };
    const json = readJson(text.value, path);
    if (!json.ok) return refuse('share.no-json');
    const shape = parseShape(schema, json.value);
    if (shape.success) return json.value as Document;
    const found = schemaOf(json.value);
    if (found !== ours && nameOf(found) === nameOf(ours)) return refuse('share.other-schema', { found, ours });
    return refuse('share.manifest', { field: shape.error.issues[0]?.path.map(String).join('.') || 'schema' });
  };
  const manifest = documentOf<Share['manifest']>(SHARE_FILE, FORMATS.share);
  if (!manifest) return { ok: false, issues };
  const market = documentOf<Share['market']>('public/market.json', FORMATS.market);
  const truth = documentOf<Share['truth']>('secret/ground-truth.json', FORMATS.truth);
  return market && truth ? { ok: true, value: { name: folder, manifest, market, truth } } : { ok: false, issues };
}

/** An issue for each file of the shares that is missing or no file, so that its data cannot be read. */
export function missingFiles(shares: readonly Share[], from: string): Issue[] {
  return shares.flatMap((share) =>
    share.manifest.files.flatMap(({ path }) => {
      const kind = kindOf(join(share.name, path), from);
      if (kind.ok && kind.value === 'file') return [];
      const isOther = kind.ok || kind.issues.every(({ code }) => code === 'file.missing' || code === 'file.no-file');
      return isOther ? [issueOfShare(share, 'share.missing', { file: path }, path)] : kind.issues;
    }),
  );
}
