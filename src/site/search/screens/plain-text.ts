/** The readable words of an MDX text: no tags, no expressions, no marks of formatting. */
export function plainText(mdx: string): string {
  return mdx
    .replace(/<Ref\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/^#+\s+/gm, '')
    .replace(/^\s*(?:[-*]|\d+\.)\s+/gm, '')
    .replace(/^\|[\s|:-]+\|$/gm, '')
    .replace(/\|/g, ' ')
    .replace(/\*\*|`+/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:])/g, '$1')
    .trim();
}

/** A stretch of an MDX text under one heading of the second level; the first stretch has no heading. */
interface Section {
  readonly heading: string | undefined;
  readonly text: string;
}

/** Cuts an MDX text at its headings of the second level. */
export function sectionsOf(mdx: string): readonly Section[] {
  return mdx
    .split(/^(?=## )/m)
    .map((part) => {
      const [, heading, rest] = part.match(/^## (.*)\n([\s\S]*)$/) ?? [];
      return { heading, text: plainText(rest ?? part) };
    })
    .filter(({ heading, text }) => heading !== undefined || text !== '');
}
