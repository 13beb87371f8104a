import { affirms, isService, type Predicate, textOf } from './predicate.ts';
import type { ReadPost } from './read-post.ts';

const bodyOf = ({ lines }: ReadPost) => lines.join('\n');

/** Words that show an indicator whatever stands beside them; a line with them is a label or a look-alike. */
const WORDS_OF: Readonly<Record<string, RegExp>> = {
  'trust-assurance-wording': /\b(100 ?% (?:real|genuine|legit)|no fakes?\b|not a scam|no scam|trust me)/i,
  'no-limits-offer': /\b(all wishes|no limits|no restrictions|nothing is refused|everything (?:is )?possible)\b/i,
  'house-set-terms': /\b(prices? (?:fixed|set) by|set by the (?:house|office)|list of the house)\b/i,
  'confined-location': /\b(no hotels\b|no visits\b|not in hotels|no outcalls?)/i,
  'declared-business-id': /(?<!\$)\bsim-\d{4}\b/i,
  'n-short-stay': /\b(only for (?:a few|some) days|for (?:a few|some) days|passing through|last days in)\b/i,
  'n-face-hidden': /\b(no face|without (?:a )?face|face pics?)\b/i,
  'n-messenger-only': /\b(messages only|texts? only|no calls|pm only|messenger only|only messages)\b/i,
  'pay-to-other-name': /\b(deposit|booking fee|in advance)\b.*\$?sim-\d/i,
  'lj-document-retention':
    /\b(passports?|papers|documents?|ids?)\b.*\b(kept|keeps?|stays?|handed in|remain|deposited)\b.*\b(office|safe|us|boss|coordinator|company)\b/i,
  'lj-upfront-fee': /\b(registration|booking|training|badge) fee\b/i,
  'lj-visa-mismatch': /\btourists? (?:visa|entry|stay)\b|\bvisitor entry\b/i,
  'rs-irrelevant-criteria':
    /\b(only women|women only|unmarried|single (?:people|persons|women|men) only|full-length)\b/i,
};

/** What shows in a field, and what the text then may not affirm. */
function* unmarked(post: ReadPost) {
  for (const [indicator, words] of Object.entries(WORDS_OF)) {
    if (indicator.startsWith('lj-') === isService(post)) continue;
    for (const [n, line] of post.lines.entries()) {
      if (!words.test(line)) continue;
      const at = `s${n + 1}`;
      const isLabel = post.labels.some((label) => label.indicator === indicator && label.at === at);
      if (!isLabel && !post.likes.includes(at as never)) yield `${indicator}: ${line}`;
    }
  }
}

/** Each label of a line has a line of its own, which stands there. */
function* wrongLines(post: ReadPost) {
  const inLines = post.labels.filter(({ at }) => /^s\d/.test(at) && at !== 's1');
  const seen = new Set<string>();
  for (const { indicator, at } of inLines) {
    if (post.version.sentences[Number(at.slice(1)) - 1] === undefined) yield `${indicator} at ${at}, which is no line`;
    if (seen.has(at)) yield `two labels at ${at}`;
    seen.add(at);
  }
  const isMissing = post.fields.pay !== undefined && post.fields.employer === undefined;
  for (const { indicator, at } of post.labels)
    if (at.startsWith('f:') && post.fields[at.slice(2)] === undefined && !(at === 'f:employer' && isMissing))
      yield `${indicator} at ${at}, which is empty`;
  // What is missing shows in its field, and in a comment that asks for it.
  const once = post.labels
    .filter(({ indicator, at }) => indicator !== 'n-job-commonplaces' && at !== 'f:employer')
    .map(({ indicator }) => indicator);
  for (const id of new Set(once)) if (once.filter((one) => one === id).length > 1) yield `${id} twice`;
}

const when =
  (indicator: string, fails: (post: ReadPost) => boolean): Predicate['fails'] =>
  (post) =>
    post.shows.has(indicator) && fails(post) ? [bodyOf(post).replaceAll('\n', ' / ')] : [];
const says = (words: RegExp) => (post: ReadPost) => affirms(bodyOf(post), words);

/** What signs forbid beside them, and where they stand. */
export const OF_WORDS: readonly Predicate[] = [
  {
    number: 8,
    says: 'who takes messages only asks for no call',
    fails: when(
      'n-messenger-only',
      says(/(?<!telephone )\b(call|ring)\b(?! (?:is|was))|\b(tele)?phone (me|us|first|before|any)\b/i),
    ),
  },
  {
    number: 11,
    says: 'a text about another person has no I',
    fails: (post) =>
      ['third-person-voice', 'interchangeable-persons'].some((id) => post.shows.has(id)) &&
      /\b(I|me|my|mine|i'm|im)\b/i.test(bodyOf(post))
        ? [bodyOf(post).replaceAll('\n', ' / ')]
        : [],
  },
  {
    number: 12,
    says: 'who receives in one place only offers no visit',
    fails: when(
      'confined-location',
      says(/\b(hotel visits?|come to you|come to your|i visit|visits? (?:to|in) (?:hotels|you)|also in hotels)\b/i),
    ),
  },
  {
    number: 13,
    says: 'where a manager answers, nobody decides alone',
    fails: when('manager-reference', says(/\bi decide\b/i)),
  },
  {
    number: 14,
    says: 'who refuses nothing states no limits',
    fails: (post) => (post.shows.has('no-limits-offer') && post.shows.has('own-limits-stated') ? [textOf(post)] : []),
  },
  { number: 22, says: 'what is shown stands in one line', fails: (post) => [...wrongLines(post)] },
  { number: 22.1, says: 'no other line has its words', fails: (post) => [...unmarked(post)] },
  {
    number: 22.2,
    says: 'no line is empty, doubled or unfinished',
    fails: ({ lines, title }) =>
      new Set(lines.map((line) => line.toLowerCase())).size < lines.length ||
      [title, ...lines].some((line) => line.trim() === '' || /[{}]|undefined|NaN|\[(?!NAME)/.test(line))
        ? [[title, ...lines].join(' / ')]
        : [],
  },
];
