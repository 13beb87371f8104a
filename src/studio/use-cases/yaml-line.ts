import { setInYaml } from '#kernel/formats/yaml/set-in-yaml.ts';
import { quoted } from '#kernel/formats/yaml/yaml-lines.ts';

/** Texts that need no quotation marks in YAML. */
const PLAIN = /^[A-Za-z][\p{L}\p{N} ,.'()-]*$/u;
/** Words that YAML does not read as text. */
const NOT_TEXT = /^(?:true|false|null)$/i;

/** A text as YAML writes it on one line. */
export const yamlText = (text: string): string =>
  PLAIN.test(text) && !text.endsWith(' ') && !NOT_TEXT.test(text) ? text : quoted(text.replaceAll(/\s+/g, ' '));

/**
 * A YAML mapping with another text under a top-level key, where it has the old one (or any, if no old one is given).
 * All other lines stay byte for byte, as long as the old text stands on one line.
 */
export function withLine(text: string, key: string, old: string | undefined, value: string): string {
  const line = new RegExp(`^${key}:[ \\t]+(\\S.*?)([ \\t]*\\r?)$(?!\\n[ \\t]+\\S)`, 'm').exec(text);
  const written = line?.[1];
  if (!line || written === undefined) return old === undefined ? setInYaml(text, key, value) : text;
  if (old !== undefined && written !== old && written !== quoted(old) && written !== JSON.stringify(old)) return text;
  const end = line.index + line[0].length;
  return `${text.slice(0, line.index)}${key}: ${yamlText(value)}${line[2] ?? ''}${text.slice(end)}`;
}
