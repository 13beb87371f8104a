import { HOUR_STYLES } from './facts.ts';
import type { Picks } from './picks.ts';

/** How sentences begin: plainly, with a dash in a list, or with a label such as "Place:". */
export type Layout = 'block' | 'list' | 'labels';

/** How one author writes. All ads of an author have one voice; it reads neither who the author is nor what an ad says. */
export interface Voice {
  /** Share of clauses without a verb, where there is a choice; in per cent, as are all shares here. */
  readonly fragments: number;
  /** Share of clauses joined to the one before, and by which mark. */
  readonly joins: number;
  readonly joiner: string;
  /** Mark at the end of a sentence; empty for none. */
  readonly end: string;
  readonly lowerCase: boolean;
  /** 0 whole forms, 1 with apostrophe, 2 without. */
  readonly contraction: 0 | 1 | 2;
  readonly short: 'plain' | 'classified' | 'chat';
  /** Of sixteen listed words, how many the author misspells. */
  readonly slips: number;
  /** Share of articles left out. */
  readonly articles: number;
  /** Moves more or fewer than usual. */
  readonly verbosity: number;
  readonly layout: Layout;
  readonly register: 'any' | 'casual' | 'formal';
  /** True if clauses of the formal register fit how the author writes otherwise. */
  readonly isFormal: boolean;
  readonly hourStyle: number;
  /** Share of sentences with an opener or a tail, and which of the list the author prefers. */
  readonly openers: number;
  readonly preferred: number;
  /** True if "I" at the beginning of a sentence is left out. */
  readonly dropsI: boolean;
  readonly bullet: string;
}

type Preset = Omit<Voice, 'isFormal' | 'hourStyle' | 'preferred' | 'dropsI' | 'bullet' | 'lowerCase'> & {
  readonly lowerCase: number;
};

const PRESETS: readonly Preset[] = [
  {
    // Terse: fragments with commas, short forms.
    fragments: 80,
    joins: 58,
    joiner: ', ',
    end: '.',
    lowerCase: 10,
    contraction: 0,
    short: 'classified',
    slips: 0,
    articles: 40,
    verbosity: -2,
    layout: 'block',
    register: 'any',
    openers: 2,
  },
  {
    // Chatty: whole sentences, joined by "and".
    fragments: 8,
    joins: 54,
    joiner: ' and ',
    end: '.',
    lowerCase: 8,
    contraction: 1,
    short: 'plain',
    slips: 1,
    articles: 0,
    verbosity: 3,
    layout: 'block',
    register: 'casual',
    openers: 26,
  },
  {
    // Formal.
    fragments: 6,
    joins: 34,
    joiner: '; ',
    end: '.',
    lowerCase: 0,
    contraction: 0,
    short: 'plain',
    slips: 0,
    articles: 0,
    verbosity: 1,
    layout: 'block',
    register: 'formal',
    openers: 10,
  },
  {
    // Lists.
    fragments: 60,
    joins: 18,
    joiner: ' / ',
    end: '',
    lowerCase: 15,
    contraction: 1,
    short: 'classified',
    slips: 1,
    articles: 25,
    verbosity: 0,
    layout: 'list',
    register: 'any',
    openers: 4,
  },
  {
    // Somebody who is learning the language.
    fragments: 20,
    joins: 44,
    joiner: ', ',
    end: '.',
    lowerCase: 10,
    contraction: 0,
    short: 'plain',
    slips: 3,
    articles: 80,
    verbosity: -1,
    layout: 'block',
    register: 'any',
    openers: 8,
  },
  {
    // Loud.
    fragments: 40,
    joins: 32,
    joiner: ' - ',
    end: '!',
    lowerCase: 0,
    contraction: 1,
    short: 'chat',
    slips: 2,
    articles: 8,
    verbosity: -1,
    layout: 'block',
    register: 'casual',
    openers: 14,
  },
  {
    // Written on a telephone.
    fragments: 25,
    joins: 58,
    joiner: ', ',
    end: '',
    lowerCase: 90,
    contraction: 2,
    short: 'chat',
    slips: 2,
    articles: 10,
    verbosity: -1,
    layout: 'block',
    register: 'casual',
    openers: 18,
  },
  {
    // Careful, with labels before the facts.
    fragments: 70,
    joins: 34,
    joiner: ', ',
    end: '.',
    lowerCase: 0,
    contraction: 0,
    short: 'classified',
    slips: 0,
    articles: 15,
    verbosity: 1,
    layout: 'labels',
    register: 'formal',
    openers: 2,
  },
];

const JOINERS = [', ', ' and ', '; ', ' / ', ' - ', ', ', ' ... '];
const ENDS = ['.', '.', '.', '!', '', '...', '.', '!'];
const LAYOUTS: readonly Layout[] = ['block', 'block', 'list', 'labels'];
const BULLETS = ['- ', ''];

/**
 * The voice of an author: a preset, each habit of which may be that of another, so that presets overlap. `picks` has to
 * stand at the draws of the author.
 */
export function drawVoice(picks: Picks): Voice {
  const own = picks.one(PRESETS);
  const isFrom = (share: number) => (picks.percent(share) ? own : picks.one(PRESETS));
  const words = isFrom(70);
  const voice = {
    fragments: Math.max(0, own.fragments + 8 * (picks.below(5) - 2)),
    joins: Math.max(0, own.joins + 6 * (picks.below(5) - 2)),
    joiner: picks.percent(62) ? own.joiner : picks.one(JOINERS),
    end: picks.percent(66) ? own.end : picks.one(ENDS),
    lowerCase: picks.percent(own.lowerCase),
    contraction: isFrom(70).contraction,
    short: words.short,
    slips: words.slips,
    articles: picks.percent(45) ? own.articles : 0,
    verbosity: own.verbosity + picks.below(5) - 2,
    layout: picks.percent(70) ? own.layout : picks.one(LAYOUTS),
    register: own.register,
    hourStyle: picks.below(HOUR_STYLES),
    openers: own.openers,
    preferred: picks.below(1000),
    dropsI: picks.percent(25),
    bullet: picks.one(BULLETS),
  };
  return { ...voice, isFormal: isFormal(voice) };
}

/** Slips and articles left out with which nobody writes formally: of sixteen, and of a hundred. */
const SLIPS_OF_LEARNERS = 2;
const ARTICLES_OF_LEARNERS = 50;

/** True if a voice may use words of a register; who writes as on a telephone, or is learning, is never formal. */
export function isOfRegister(voice: Voice, register: Voice['register'] = 'any'): boolean {
  if (register === 'formal') return voice.isFormal;
  return register === 'any' || voice.register === 'any' || register === voice.register;
}

function isFormal({ register, short, slips, articles, lowerCase }: Omit<Voice, 'isFormal'>): boolean {
  if (register === 'casual' || short === 'chat' || lowerCase) return false;
  return slips < SLIPS_OF_LEARNERS && articles < ARTICLES_OF_LEARNERS;
}
