import { sha256Bytes } from '#kernel/model/sha256.ts';
import { fromUtf8 } from '#kernel/model/utf8.ts';
import { linesOfPage, readPage } from '#market/ads/model/read-page.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import type { Served } from '#market/ads/model/serve-ad.ts';

/** Labels of the picture, visible and in its metadata. */
export interface PictureMark {
  readonly notice: string;
  readonly marketId: string;
  readonly itemId: string;
}

const WIDTH = 800;
const MARGIN = 40;
const LINE_HEIGHT = 24;
/** Characters of a fixed width per line. */
const CHARACTERS_PER_LINE = 80;
const TILE = 96;

/**
 * Draws a page as an SVG from the bytes that the site sent and nothing else: its lines of text, an abstract tile for
 * each picture number, the watermark across it, and the mark in its metadata (XMP and Dublin Core). Pure: the same
 * bytes give the same picture. It shows no person, because no page of the kit does (rule C04).
 */
export function drawPage(served: Pick<Served, 'url' | 'status' | 'body'>, mark: PictureMark): string {
  const page = readPage(served.body);
  const seen = readServedAd({ ...served, headers: {}, status: statusOf(served.status) });
  const html = fromUtf8(served.body);
  const site = plain(/<header>([^<]*)<\/header>/.exec(html)?.[1] ?? '');
  const texts = page
    ? linesOfPage(page)
    : seen.kind === 'ad'
      ? [
          seen.title,
          [seen.postedAt, seen.editedAt, seen.renewals > 0 ? `↻ ${seen.renewals}` : ''].filter(Boolean).join(' / '),
          ...seen.sentences,
          ...seen.fields.map(({ word, value }) => `${word}: ${value}`),
          ...seen.earlier.map(({ text, note }) => `${text} (${note})`),
          ...seen.comments.map(({ by, at, text }) => `${by}, ${at}: ${text}`),
        ]
      : [plain(/<main>(?:<p[^>]*>)?([^<]*)/.exec(html)?.[1] ?? '')];
  const pictures = seen.kind === 'ad' ? seen.fields.filter(({ name }) => name === 'picture') : [];
  const lines = [mark.notice, served.url, `${served.status} ${site}`, '', ...texts].flatMap((text) => wrapped(text));
  const textHeight = MARGIN + lines.length * LINE_HEIGHT;
  const height = textHeight + (pictures.length > 0 ? TILE + LINE_HEIGHT : 0) + MARGIN;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" data-synthetic="true">`,
    `<title>${escapeXml(`${mark.itemId}: ${served.url}`)}</title>`,
    `<desc>${escapeXml(mark.notice)}</desc>`,
    metadata(mark),
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    '<g font-family="monospace" font-size="15" fill="#111">',
    ...lines.map(
      (text, n) => `<text x="${MARGIN}" y="${MARGIN + n * LINE_HEIGHT}" xml:space="preserve">${escapeXml(text)}</text>`,
    ),
    '</g>',
    ...pictures.map(({ value }, n) => tile(value, MARGIN + n * (TILE + LINE_HEIGHT), textHeight)),
    watermark(height),
    '</svg>',
    '',
  ].join('\n');
}

/** Only statuses of the site; any other is drawn as a page that is gone. */
const statusOf = (status: number): Served['status'] => (status === 200 || status === 451 ? status : 404);

function metadata({ notice, marketId, itemId }: PictureMark): string {
  const description = escapeXml(`${notice}. Synthetic: true. Market ${marketId}, item ${itemId}.`);
  const text = (value: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${value}</rdf:li></rdf:Alt>`;
  return [
    '<metadata><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:rights>${text(escapeXml(notice))}</dc:rights><dc:description>${text(description)}</dc:description>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta></metadata>',
  ].join('\n');
}

function watermark(height: number): string {
  const rows = Array.from({ length: Math.ceil(height / 160) }, (_, n) => {
    const y = 120 + n * 160;
    return `<text x="80" y="${y}" transform="rotate(-18 80 ${y})">SYNTHETIC TRAINING MATERIAL</text>`;
  });
  return `<g font-family="sans-serif" font-size="34" fill="#b00" fill-opacity="0.18">${rows.join('')}</g>`;
}

/** A tile of four by four squares from the hash of the picture's number. It cannot be taken for a body or a face. */
function tile(id: string, x: number, y: number): string {
  const bits = sha256Bytes(id);
  const size = TILE / 4;
  const squares = Array.from({ length: 16 }, (_, n) =>
    (bits[n] as number) & 1
      ? `<rect x="${x + (n % 4) * size}" y="${y + Math.floor(n / 4) * size}" width="${size}" height="${size}"/>`
      : '',
  );
  return [
    `<g fill="#456"><rect x="${x}" y="${y}" width="${TILE}" height="${TILE}" fill="#cde"/>${squares.join('')}</g>`,
    `<text x="${x}" y="${y + TILE + 16}" font-family="monospace" font-size="13">${escapeXml(id)}</text>`,
  ].join('');
}

/** Wraps a text at spaces; a word longer than a line is split. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(' ')
    .flatMap((long) => long.match(new RegExp(`.{1,${CHARACTERS_PER_LINE}}`, 'gsu')) ?? [''])) {
    if (line !== '' && line.length + 1 + word.length > CHARACTERS_PER_LINE) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const PLAIN: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const escapeXml = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] as string);
const plain = (html: string) => html.replaceAll(/&(?:amp|lt|gt|quot);/g, (sign) => PLAIN[sign] as string);
