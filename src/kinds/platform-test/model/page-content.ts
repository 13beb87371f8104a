import type { PageElement, PageNode, PageTag } from '#market/ads/model/page-nodes.ts';
import type { PageWords } from '#market/platforms/model/page-schemas.ts';
import type { PublicHalf } from '#market/platforms/model/tested-platform.ts';
import { cardOf } from './next-state.ts';
import { type CardPage, pathOf, SITE_PAGES, type SitePage } from './page-address.ts';

type Words = PageWords['words'];

/** The content of a page below its header, and whether the page exists. */
export interface PageContent {
  readonly title: string;
  readonly isThere: boolean;
  readonly main: readonly PageElement[];
}

export const el = (tag: PageTag, ...children: readonly PageNode[]): PageElement => ({ tag, children });
const FIELD: PageElement = { tag: 'input', children: [] };
const closed = (text: string): PageElement => ({ tag: 'p', class: 'closed', children: [text] });
const link = (href: string, text: string): PageElement => ({ tag: 'a', href, children: [text] });
const pairs = (rows: readonly (readonly [string, string | number])[]): PageElement =>
  el('dl', ...rows.flatMap(([name, value]) => [el('dt', name), el('dd', String(value))]));

/** Links to all pages of a platform, on each of them. */
export const navigation = (words: Words): PageElement =>
  el('nav', el('ul', ...SITE_PAGES.map((page) => el('li', link(pathOf({ page }), words[page])))));

/** The content of a page, from the public half of its platform alone. `week` counts from 1. */
export function contentOf(half: PublicHalf, page: SitePage, week: number, words: Words): PageContent {
  const title = words[page.page];
  switch (page.page) {
    case 'front':
      return there(title, el('p', el('q', half.says)));
    case 'post':
      return there(title, ...fieldsOf(postingFields(half, words), true), el('p', words.exercise));
    case 'report':
      return reportForm(half, page, words);
    case 'help':
      return there(
        title,
        el('p', `${words.promised} ${half.promisedHours} ${words.hours}.`),
        el('p', `${words.staff} ${half.staff.hours} ${words.hoursAWeek} ${half.staff.days} ${words.days}.`),
        el('h2', words.terms),
        el('ul', ...half.terms.map((term) => el('li', term))),
      );
    case 'transparency':
      return there(
        title,
        el('p', `${words.week} ${week}`),
        el('h2', words.figures),
        half.figures.length === 0
          ? el('p', words.noFigures)
          : pairs(half.figures.map(({ what, value }) => [what, value])),
      );
  }
}

const there = (title: string, ...main: readonly PageElement[]): PageContent => ({ title, isThere: true, main });

function postingFields({ machineMadePictures }: PublicHalf, { fields }: Words): string[] {
  const { name, age, document, contact, pictures, machine } = fields;
  return [name, age, document, contact, pictures, ...(machineMadePictures === 'labelled' ? [machine] : [])];
}

/** Fields, each inside its label. Without labels a screen reader has no name for them. */
const fieldsOf = (names: readonly string[], areNamed: boolean): PageElement[] =>
  names.flatMap((name) => (areNamed ? [el('p', el('label', `${name} `, FIELD))] : [el('p', name), el('p', FIELD)]));

/**
 * The report form in a language: without fields where only those with an account can report, and not there in a
 * language that the platform does not have.
 */
function reportForm({ form, trustedFlaggers }: PublicHalf, { language }: SitePage, words: Words): PageContent {
  const asked = language ?? form.languages[0] ?? '';
  const isThere = language === undefined || form.languages.includes(language);
  const others = form.languages.filter((one) => one !== asked);
  const inOthers =
    others.length === 0
      ? []
      : [
          el('h2', words.otherLanguages),
          el('ul', ...others.map((one) => el('li', link(pathOf({ page: 'report', language: one }), one)))),
        ];
  if (!isThere) return { title: words.report, isThere, main: [closed(words.noSuchPage), ...inOthers] };
  const { address, what, who } = words.reportFields;
  return there(
    words.report,
    el('p', `${words.formLanguage} `, el('b', asked)),
    ...(form.account
      ? [closed(words.signIn)]
      : [el('p', words.anyone), ...fieldsOf([address, what, who], form.screenReader), el('p', words.exercise)]),
    el('p', trustedFlaggers ? words.flaggers : words.noFlaggers),
    ...inOthers,
  );
}

/**
 * The page of a TEST card: fields and the bar TEST, and never a text (rule C14). A card that is blocked, removed or
 * taken down has one page for all of these.
 */
export function cardContent(
  { copy, card, version, account, madeByProgram, isShown }: CardPage,
  words: Words,
): PageContent {
  if (!isShown) return { title: words.gone, isThere: false, main: [closed(words.gone)] };
  const { fields } = cardOf(card);
  const age = version > 1 ? (fields.editedAge ?? fields.declaredAge) : fields.declaredAge;
  const shown = { ...fields, declaredAge: age };
  const names = Object.keys(words.cardFields) as (keyof Words['cardFields'])[];
  const rows = names.flatMap((name) => {
    const value = shown[name];
    return value === undefined ? [] : [[words.cardFields[name], value] as const];
  });
  return there(
    `${words.test} ${card}`,
    { tag: 'p', class: 'test', children: [el('b', words.test), ` ${words.testNote}`] },
    pairs([
      [words.card, copy],
      ...rows,
      ...(madeByProgram ? [[words.madeByProgram, words.yes] as const] : []),
      [words.content, words.none],
      [words.version, version],
      [words.account, `test-account-${account}`],
    ]),
  );
}
