import type { Issue } from '#kernel/model/issue.ts';
import { structureIssue } from './finding.ts';

/** Fields that would contain a text, a picture, or a way to access either. */
const OPEN_ENTRIES = [
  'text',
  'body',
  'title',
  'sentences',
  'description',
  'message',
  'picture',
  'image',
  'images',
  'media',
  'src',
  'href',
  'download',
  'price',
];

/** Maximum length of a structured field's value: a few words, never a sentence. */
const MAX_VALUE_LENGTH = 40;
const MAX_WORDS = 5;

interface Card {
  readonly kind?: unknown;
  readonly banner?: unknown;
  readonly closed?: unknown;
  readonly fields?: unknown;
  readonly [key: string]: unknown;
}

/** C14: a test card consists of structured fields under the banner TEST; it contains no persuasive text. */
export function checkTestCards(document: unknown, place: Issue['path'] = []): Issue[] {
  return cardsOf(document, 'test-card', place).flatMap(([card, path]) => {
    const { banner, fields } = card;
    const long = isRecord(fields) ? Object.keys(fields).filter((key) => !isShort(fields[key])) : [];
    return [
      ...(banner === 'TEST' ? [] : [structureIssue('C14', [...path, 'banner'], banner)]),
      ...(isRecord(fields) ? [] : [structureIssue('C14', [...path, 'fields'], fields)]),
      ...openEntries(card).map((key) => structureIssue('C14', [...path, key], card[key])),
      ...long.map((key) => structureIssue('C14', [...path, 'fields', key], (fields as Card)[key])),
    ];
  });
}

/** C16: a possible picture of a child is a closed card: nothing is shown and nothing can be fetched. */
export function checkChildImages(document: unknown, place: Issue['path'] = []): Issue[] {
  return cardsOf(document, 'child-image', place).flatMap(([card, path]) => {
    const open = 'fields' in card ? [...openEntries(card), 'fields'] : openEntries(card);
    return [
      ...(card.closed === true ? [] : [structureIssue('C16', [...path, 'closed'], card.closed)]),
      ...open.map((key) => structureIssue('C16', [...path, key], card[key])),
    ];
  });
}

const openEntries = (card: Card) =>
  OPEN_ENTRIES.filter((key) => card[key] !== undefined && card[key] !== null && card[key] !== false);

function isShort(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object' && isShort(item));
  if (typeof value !== 'string') return typeof value !== 'object' || value === null;
  return value.length <= MAX_VALUE_LENGTH && value.split(' ').length <= MAX_WORDS && !/[!?]|[.](?: |$)/.test(value);
}

/** All cards of a kind, at any depth. */
function cardsOf(value: unknown, kind: string, path: Issue['path']): [Card, Issue['path']][] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, item]) =>
    cardsOf(item, kind, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return isRecord(value) && value.kind === kind ? [[value, path], ...inside] : inside;
}

const isRecord = (value: unknown): value is Card =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
