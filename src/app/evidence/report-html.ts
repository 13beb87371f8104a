import type { Instant } from '#core/kernel/instant.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that ends no element and no attribute. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] as string);

/** What a machine made, as it stands. */
export const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;

/** A hash on a line of its own: 64 signs fit on a sheet and are never cut. */
export const hash = (sha256: string): string => `<code class="hash">${escapeHtml(sha256)}</code>`;

/** A moment for a reader: day and time of day, with its zone. */
export function moment(at: Instant): string {
  return `<time datetime="${escapeHtml(at)}">${escapeHtml(momentText(at))}</time>`;
}

/** One moment in a line of text. */
export const momentText = (at: Instant): string => at.replace('T', ' ').replace('Z', ' UTC');

/** A name with what belongs to it; `cell` is HTML. */
export const rowOf = (head: string, cell: string): string =>
  `<tr><th scope="row">${escapeHtml(head)}</th><td>${cell}</td></tr>`;

/** The head of a table, which comes again on each sheet. */
export const headOf = (...names: readonly string[]): string =>
  `<thead><tr>${names.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>`;
