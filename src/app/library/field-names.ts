import { z } from 'zod';
import { nearestName } from './nearest-name.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

/** The field that an author most likely meant at that place of a document, or undefined where nothing is near. */
export function suggestField(
  schema: z.ZodType,
  path: readonly (string | number)[],
  written: string,
): string | undefined {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as JsonSchema;
  const names = path
    .reduce<readonly JsonSchema[]>((nodes, step) => nodes.flatMap((node) => childrenOf(node, step)), branches(root))
    .flatMap((node) => Object.keys(node.properties ?? {}));
  return nearestName(written, names);
}

/** The schema itself and every alternative inside it. */
function branches(node: JsonSchema): JsonSchema[] {
  const inner = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  return [node, ...inner.flatMap(branches)];
}

function childrenOf(node: JsonSchema, step: string | number): JsonSchema[] {
  const named = node.properties?.[String(step)];
  const others = typeof step === 'number' ? node.items : node.additionalProperties;
  const child = named ?? (typeof others === 'object' ? others : undefined);
  return child ? branches(child) : [];
}
