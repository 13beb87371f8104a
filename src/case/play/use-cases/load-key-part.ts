import {
  inVersion,
  isOfVersion,
  type KeyPart,
  type KeyVersion,
  keyVersionOf,
  type PublicPart,
} from '#case/parts/use-cases/case-parts.ts';
import { PartOfOtherVersionError } from '#case/parts/use-cases/ports.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';

/**
 * Fetches one part of the key of a case. Rejects with `PartOfOtherVersionError` where the part names no text and
 * market, or others than the case: its answers belong to other questions, and nothing may be scored with them.
 */
export async function loadKeyPart<Schema extends KeyPart['schema']>(
  parts: PartLoader,
  of: Pick<PublicPart, 'scenario' | 'market'>,
  name: string,
  schema: Schema,
): Promise<Extract<KeyPart, { readonly schema: Schema }>> {
  return (await load(parts, of, name, schema)) as Extract<KeyPart, { readonly schema: Schema }>;
}

/** Does the same for a part that only one kind of exercise has. */
export async function loadPartOfKind<Part extends KeyVersion & { readonly schema: string }>(
  parts: PartLoader,
  of: Pick<PublicPart, 'scenario' | 'market'>,
  name: string,
  schema: Part['schema'],
): Promise<Part> {
  return (await load(parts, of, name, schema)) as Part;
}

async function load(
  parts: PartLoader,
  of: Pick<PublicPart, 'scenario' | 'market'>,
  name: string,
  schema: string,
): Promise<unknown> {
  const version = keyVersionOf(of);
  const part = await parts.load(name, inVersion(version));
  const isAsked = (part as { readonly schema?: unknown } | undefined)?.schema === schema;
  if (!isOfVersion(part, version) || !isAsked) throw new PartOfOtherVersionError(name);
  return part;
}
