import { z } from 'zod';
import { AdLineSchema } from './ad-schemas.ts';
import { MarketHeaderSchema, TruthHeaderSchema } from './header-schemas.ts';
import { RecordsLineSchema } from './records-schemas.ts';
import { ActorLineSchema, LinkLineSchema, TruthLineSchema } from './truth-schemas.ts';

/** Schema of each header and of each kind of line, by the name of its JSON Schema file. */
const SCHEMAS = {
  market: MarketHeaderSchema,
  ad: AdLineSchema,
  records: RecordsLineSchema,
  'ground-truth': TruthHeaderSchema,
  'ground-truth-line': TruthLineSchema,
  link: LinkLineSchema,
  actor: ActorLineSchema,
};
export type DocumentName = keyof typeof SCHEMAS;

/** The JSON Schema of a shape, in draft 7, which most validators read. */
export const toDraft7 = (schema: z.ZodType): object => z.toJSONSchema(schema, { target: 'draft-7' });

/** JSON Schemas of both headers and of every kind of line, by file name without its ending. All objects are closed. */
export const documentJsonSchemas = (): ReadonlyMap<DocumentName, object> =>
  new Map(Object.entries(SCHEMAS).map(([name, schema]) => [name as DocumentName, toDraft7(schema)]));
