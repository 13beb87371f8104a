import { isOfVersion, type KeyPart, keyVersionOf, type PublicPart } from './case-parts.ts';
import { type PartLoader, PartOfOtherVersionError } from './ports.ts';

/**
 * Fetches one part of the key of a case. A part that names another text or another market, or none, answers other questions
 * than those that were asked: it is refused with `PartOfOtherVersionError`, and nothing is scored with it.
 */
export async function loadKeyPart<Schema extends KeyPart['schema']>(
  parts: PartLoader,
  of: Pick<PublicPart, 'scenario' | 'market'>,
  name: string,
  schema: Schema,
): Promise<Extract<KeyPart, { readonly schema: Schema }>> {
  const version = keyVersionOf(of);
  const part = await parts.load(name, version);
  if (!isOfVersion(part, version) || (part as KeyPart).schema !== schema) throw new PartOfOtherVersionError(name);
  return part as Extract<KeyPart, { readonly schema: Schema }>;
}
