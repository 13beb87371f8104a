import { z } from 'zod';
import { nearestName } from './nearest-name.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly type?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** The range of a numeric field, as far as the schema limits it. */
export interface Bounds {
  readonly least?: number;
  readonly most?: number;
  /** Exclusive upper bound. */
  readonly below?: number;
  /** True where `least` is exclusive. */
  readonly open: boolean;
  readonly whole: boolean;
}

/** The bounds of the number at that path of a document; the widest where the schema has alternatives there. */
export function boundsAt(schema: z.core.$ZodType, path: readonly (string | number)[]): Bounds {
  const numbers = nodesAt(schema, path).filter(({ type }) => type === 'integer' || type === 'number');
  const least = Math.min(...numbers.map(({ minimum, exclusiveMinimum }) => minimum ?? exclusiveMinimum ?? -Infinity));
  const most = Math.max(...numbers.map(({ maximum }) => maximum ?? Infinity));
  const below = Math.max(...numbers.map(({ exclusiveMaximum }) => exclusiveMaximum ?? -Infinity));
  const isBound = (bound: number) => Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  return {
    ...(isBound(least) && { least }),
    ...(isBound(most) && { most }),
    ...(isBound(below) && { below }),
    open: numbers.some(({ exclusiveMinimum }) => exclusiveMinimum !== undefined && exclusiveMinimum === least),
    whole: numbers.some(({ type }) => type === 'integer'),
  };
}

/** The field that an author most likely meant at that path of a document; undefined where no name is near. */
export function suggestField(
  schema: z.core.$ZodType,
  path: readonly (string | number)[],
  written: string,
): string | undefined {
  const names = nodesAt(schema, path).flatMap((node) => Object.keys(node.properties ?? {}));
  return nearestName(written, names);
}

/** All schema nodes that apply at that path. */
function nodesAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly JsonSchema[] {
  const root = shapeOf(schema);
  return path.reduce<readonly JsonSchema[]>(
    (nodes, step) => nodes.flatMap((node) => childrenOf(node, step, root)),
    branches(root, root),
  );
}

/** Cache of JSON Schemas: a file of the wrong kind needs its schema once for each field. */
const shapes = new WeakMap<z.core.$ZodType, JsonSchema>();

function shapeOf(schema: z.core.$ZodType): JsonSchema {
  const before = shapes.get(schema);
  if (before) return before;
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as JsonSchema;
  shapes.set(schema, made);
  return made;
}

/** The schema itself and every alternative inside it; resolves the `$ref` of a recursive schema. */
function branches(node: JsonSchema, root: JsonSchema): JsonSchema[] {
  const named = node.$ref === '#' ? root : root.$defs?.[node.$ref?.slice('#/$defs/'.length) ?? ''];
  if (named) return branches(named, root);
  const inner = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  return [node, ...inner.flatMap((one) => branches(one, root))];
}

function childrenOf(node: JsonSchema, step: string | number, root: JsonSchema): JsonSchema[] {
  const named = node.properties?.[String(step)];
  const others = typeof step === 'number' ? node.items : node.additionalProperties;
  const child = named ?? (typeof others === 'object' ? others : undefined);
  return child ? branches(child, root) : [];
}
