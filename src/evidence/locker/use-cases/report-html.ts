import type { Instant } from '#kernel/model/instant.ts';
import { sha256Bytes } from '#kernel/model/sha256.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes a text for element content and attribute values. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] as string);

/** Machine-made text, verbatim. */
export const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;

/** A hash on a separate line: 64 characters fit on a page and are never wrapped. */
export const hash = (sha256: string): string => `<code class="hash">${escapeHtml(sha256)}</code>`;

/** A point in time for a reader: date and time of day, with its zone. */
export function moment(at: Instant): string {
  return `<time datetime="${escapeHtml(at)}">${escapeHtml(momentText(at))}</time>`;
}

/** A point in time within a line of text. */
export const momentText = (at: Instant): string => at.replace('T', ' ').replace('Z', ' UTC');

/** A table row of name and value; `cell` is HTML. */
export const rowOf = (head: string, cell: string): string =>
  `<tr><th scope="row">${escapeHtml(head)}</th><td>${cell}</td></tr>`;

/** The head of a table, which is repeated on each printed page. */
export const headOf = (...names: readonly string[]): string =>
  `<thead><tr>${names.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>`;

/**
 * The element that forbids a page to run, load or send anything (CSP). Its one style sheet is named by its hash.
 */
export function securityOf(style: string): string {
  const hash = btoa(String.fromCharCode(...sha256Bytes(style)));
  const rules = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<meta http-equiv="Content-Security-Policy" content="${rules}">`;
}
