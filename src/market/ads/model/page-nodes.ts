/** Elements that a page of a tested platform can have. There is none for scripts, styles, pictures or frames. */
export const PAGE_TAGS = [
  'header',
  'nav',
  'main',
  'section',
  'h1',
  'h2',
  'p',
  'b',
  'q',
  'ul',
  'li',
  'dl',
  'dt',
  'dd',
  'a',
  'label',
  'input',
] as const;
export type PageTag = (typeof PAGE_TAGS)[number];

/** Classes of paragraphs: the line that says that nothing is real, the bar of a TEST card, and a closed way. */
export const PAGE_CLASSES = ['mark', 'test', 'closed'] as const;
export type PageClass = (typeof PAGE_CLASSES)[number];

/** One element. Only a link has an address, and it is one of the same site: it begins with one slash. */
export interface PageElement {
  readonly tag: PageTag;
  readonly class?: PageClass;
  readonly href?: string;
  readonly children: readonly PageNode[];
}
export type PageNode = string | PageElement;

/** A page as a small tree. It is written to bytes by `writePage`, and read from them by `readPage`. */
export interface Page {
  /** Language tag of its words. */
  readonly lang: string;
  /** Id of the market; left out where the page belongs to none. */
  readonly market?: string;
  readonly title: string;
  readonly body: readonly PageElement[];
}

/** True for an address of the same site. Two slashes at the beginning would name another host. */
export const isOwnAddress = (href: string): boolean => /^\/(?![/\\])[\w\-./?=&%~!*'()]*$/.test(href);

/** True for the one element without content: a field that can never be filled. */
export const isField = (tag: PageTag): boolean => tag === 'input';
