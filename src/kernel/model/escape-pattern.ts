/** The text as a regular expression that matches it and nothing else; `RegExp.escape` is missing in browsers of before 2025. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
