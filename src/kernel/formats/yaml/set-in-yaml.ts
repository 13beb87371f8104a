import { parseDocument } from 'yaml';

/** The text of a YAML mapping with another value under one key. Comments and all other entries stay as they are. */
export function setInYaml(text: string, key: string, value: unknown): string {
  const document = parseDocument(text);
  document.set(key, document.createNode(value));
  return document.toString({ lineWidth: 120 });
}
