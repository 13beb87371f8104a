import { YAMLParseError } from 'yaml';
import type { Issue } from '#kernel/model/issue.ts';

/** A fault in a text, independent of the file of the text. */
export interface Fault extends Pick<Issue, 'code' | 'params'> {
  readonly line: number;
  readonly column: number;
}

/** Plain wording of the parser's technical messages, by code. Other codes keep the parser's words. */
const PLAIN_WORDING: Readonly<Record<string, string>> = {
  BAD_INDENT: 'the blanks in front of this line do not fit those of the lines around it',
  BLOCK_AS_IMPLICIT_KEY: 'a colon with a blank stands where no new field can begin',
  BLOCK_IN_FLOW: 'a colon with a blank stands inside brackets where no new field can begin',
  MISSING_CHAR: 'a colon, a dash, a quotation mark or a bracket is missing',
  MULTILINE_IMPLICIT_KEY: 'the line is neither a field nor part of the text above it',
  MULTIPLE_DOCS: 'it holds more than one document',
  TAB_AS_INDENT: 'a tab stands in front of the line',
  UNEXPECTED_TOKEN: 'here stands something that does not belong to the value before it',
};

/** The parser's message about a text, in plain words where known, without a full stop. */
export function wordsOfSlip(error: unknown): string {
  if (error instanceof YAMLParseError && PLAIN_WORDING[error.code] !== undefined)
    return PLAIN_WORDING[error.code] as string;
  const message = error instanceof Error ? error.message : 'it cannot be read';
  return (message.split('\n')[0] ?? '').replace(/\.$/, '');
}
