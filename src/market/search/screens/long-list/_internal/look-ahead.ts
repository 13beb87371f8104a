import type { RowStretch } from '#market/search/use-cases/search-port.ts';
import { overlaps, type RowGroup, type RowSection } from './row-section.ts';

/** How far from the screen rows are laid out while somebody scrolls, in screens; the browser begins at one and a half, and late. */
const AHEAD = 1.65;
/**
 * How far in quiet moments, in screens, so that whoever scrolls then finds rows laid out: a reader at her fastest is two
 * seconds on the way. Of all that is laid out each row costs a little in every frame; with five times as many it is felt.
 */
const PREPARED = 24;
/** How far from the screen rows are asked for while somebody scrolls, in screens: a section is filled while others are read. */
const ASKED = 6;
/** So near (in screens) that rows are laid out at once, however many they are. */
const PRESSING = 0.25;

/** What is done for rows that come near. */
export interface LookAheadEvents {
  /** A section is to be filled. */
  onask(section: RowSection): void;
  /** A section comes near enough to have its rows laid out. */
  onnear(section: RowSection): void;
  /** Whether somebody scrolls or does anything else, so that there is no time for what is far from the screen. */
  isActive(): boolean;
}

/**
 * Has the rows around the screen laid out before somebody comes to them, one group in a frame. Left to itself
 * (`content-visibility: auto`), Chromium 156 finds out about the groups of a section only when that stands on the screen,
 * and then lays all of them out in one frame. All rows are equally high, so that where they stand need not be found out.
 */
export class LookAhead {
  readonly #root: HTMLElement;
  readonly #events: LookAheadEvents;
  #stretch: RowStretch = { from: 0, to: 0 };
  #sections: readonly RowSection[] = [];
  /** Sections that are near, and the blocks in which they lie. */
  #holders: ReadonlySet<HTMLElement> = new Set();
  #groups = new Set<HTMLElement>();
  #frame = 0;
  #top = 0;
  #screen: RowStretch = { from: 0, to: 0 };

  constructor(root: HTMLElement, events: LookAheadEvents) {
    this.#root = root;
    this.#events = events;
    addEventListener('scroll', this.lookSoon, { passive: true });
    addEventListener('resize', this.#onResize, { passive: true });
  }

  destroy(): void {
    removeEventListener('scroll', this.lookSoon);
    removeEventListener('resize', this.#onResize);
    cancelAnimationFrame(this.#frame);
  }

  /** Where the list begins on the screen (pixels from its top), as was seen last. */
  get top(): number {
    return this.#top;
  }

  isOnScreen = (section: RowSection): boolean => overlaps(section, this.#screen);

  isNear = ({ element }: RowSection): boolean => this.#holders.has(element);

  /** Follows another list, from one place on up to another; more sections may be added to these later. */
  follow(stretch: RowStretch, sections: readonly RowSection[]): void {
    this.#stretch = stretch;
    this.#sections = sections;
    this.#hold(sections);
  }

  /** Looks in the next frame, or in this one where its scripts have not yet run. */
  lookSoon = (): void => {
    this.#frame ||= requestAnimationFrame(this.#look);
  };

  /** Only what somebody sees is laid out anew at once. */
  #onResize = (): void => {
    this.#hold(this.#sections.filter((section) => this.isNear(section) && this.isOnScreen(section)));
    this.lookSoon();
  };

  #look = (): void => {
    this.#frame = 0;
    const { top, height } = this.#root.getBoundingClientRect();
    const row = height / (this.#stretch.to - this.#stretch.from);
    // Neither a list without rows nor one that is hidden has anything to lay out.
    if (!(row > 0)) return;
    this.#top = top;
    const around = (screens: number): RowStretch => ({
      from: this.#stretch.from - (top + screens * innerHeight) / row,
      to: this.#stretch.from + ((1 + screens) * innerHeight - top) / row,
    });
    this.#screen = around(0);
    const within = (stretch: RowStretch) => this.#sections.filter((section) => overlaps(section, stretch));

    const isActive = this.#events.isActive();
    const reach = around(isActive ? AHEAD : PREPARED);
    // To leave a section to the browser holds a frame up, as to take one does: that waits until nobody scrolls.
    const kept = around(2 * PREPARED);
    const isKept = (section: RowSection) => isActive && this.isNear(section) && overlaps(section, kept);
    this.#hold(this.#sections.filter((section) => overlaps(section, reach) || isKept(section)));
    this.#layOutGroups(within(reach), reach, around(PRESSING));
    const asked = within(around(isActive ? ASKED : PREPARED)).filter(({ filled }) => filled === undefined);
    for (const section of [...asked.filter(this.isOnScreen), ...asked]) this.#events.onask(section);
  };

  /** Has the browser leave these sections in, with what is laid out of them, and no others. */
  #hold(sections: readonly RowSection[]): void {
    const holders = new Set(sections.flatMap(({ element }) => [element, element.parentElement as HTMLElement]));
    for (const section of sections) if (!this.isNear(section)) this.#events.onnear(section);
    for (const holder of this.#holders) if (!holders.has(holder)) leave(holder);
    for (const holder of holders) if (!this.#holders.has(holder)) layOut(holder);
    this.#holders = holders;
    for (const group of this.#groups) if (!holders.has(group.parentElement as HTMLElement)) this.#leaveGroup(group);
  }

  /** Lays out the groups around the screen that are not yet: all that press, and the nearest of the others. */
  #layOutGroups(sections: readonly RowSection[], ahead: RowStretch, pressing: RowStretch): void {
    const groups = sections.flatMap((section) => section.groups);
    const middle = (pressing.from + pressing.to) / 2;
    const distance = ({ from, to }: RowGroup) => Math.abs((from + to) / 2 - middle);
    const waiting = groups
      .filter((group) => overlaps(group, ahead) && !this.#groups.has(group.element))
      .sort((one, other) => distance(one) - distance(other));
    if (waiting.length === 0) return;

    const now = waiting.filter((group, n) => n === 0 || overlaps(group, pressing));
    for (const { element } of now) {
      layOut(element);
      this.#groups.add(element);
    }
    if (now.length < waiting.length) this.lookSoon();
  }

  #leaveGroup(group: HTMLElement): void {
    if (this.#groups.delete(group)) leave(group);
  }
}

/**
 * Has an element laid out wherever the browser thinks that it is. It is said in its own style: after a change of a class
 * Chromium looks through all rows of the list, and takes a tenth of a frame for ten thousand of them.
 */
function layOut(element: HTMLElement): void {
  element.style.contentVisibility = 'visible';
}

/** Leaves it to the browser again whether an element is laid out. */
function leave(element: HTMLElement): void {
  element.style.contentVisibility = '';
}
