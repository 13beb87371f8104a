import { amountIn, isOfferOfWork, isService, numbersIn, type Predicate, textOf, withoutCodes } from './predicate.ts';
import type { ReadMarket, ReadPost } from './read-post.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY = String.raw`\b(mon|tue|wed|thu|fri|sat|sun)(?! (?:in|together|down|here|there)\b)(?:days?|s|nes(?:days?)?|rs(?:days?)?|ur(?:days?)?)?\b`;
const OFF = /\b(off|closed?|no|not|free|rest|holidays?|away|shut|except|never|out|dont|don't|without)\b/i;

/** The hours of the field, such as "Mon-Fri 11-20"; undefined for all hours and for none. */
function hoursOf({ fields }: ReadPost) {
  const match = /^(?:(\w{3})-(\w{3})|every day) (\d+)-(\d+)$/.exec(fields.hours ?? '');
  if (!match) return undefined;
  const first = DAYS.indexOf((match[1] ?? 'Mon').toLowerCase());
  const last = DAYS.indexOf((match[2] ?? 'Sun').toLowerCase());
  return { first, last, from: Number(match[3]), to: Number(match[4]) };
}

const isAlways = ({ fields }: ReadPost) => fields.hours === '0-24';

/** Numbers of a text that are amounts: too large for hours, days and people. */
const LEAST_AMOUNT = 25;

/** A tour names its next town beside that of the field, and no third one. */
function* wrongTowns(post: ReadPost, { profile }: ReadMarket) {
  const others = profile.towns.filter(
    ({ name }) => name !== post.fields.town && new RegExp(`\\b${name}\\b`, 'i').test(textOf(post)),
  );
  const mayTravel = post.story.genre === 'tour';
  for (const { name } of mayTravel ? others.slice(1) : others) yield name;
}

/** Prices of services: an hour, less for half of it, more for two, less than twice. */
function* wrongPrices(post: ReadPost) {
  const hour = amountIn(post.fields.price);
  const texts = textOf(post);
  const amounts = numbersIn(texts).filter((number) => number > LEAST_AMOUNT && number !== 30 && number !== 60);
  for (const amount of new Set(amounts))
    if (amount !== hour && !(amount > hour / 2 && amount < hour) && !(amount > hour && amount < hour * 2))
      yield `${amount} beside ${hour}: ${texts.replaceAll('\n', ' / ')}`;
  const [halves, twos] = [amounts.filter((one) => one < hour), amounts.filter((one) => one > hour)];
  for (const list of [halves, twos])
    if (new Set(list).size > 1) yield `${[...new Set(list)].join(' and ')} beside ${hour}`;
}

/** Small numbers of a service are hours of the field, or lengths of an appointment. */
function* wrongSmallNumbers(post: ReadPost) {
  const hours = hoursOf(post);
  const known = new Set([1, 2, ...(hours ? [hours.from, hours.to] : [0, 24, 7])]);
  if (post.fields.hours === undefined) return;
  for (const number of numbersIn(textOf(post)))
    if (number <= 24 && !known.has(number))
      yield `${number} beside ${post.fields.hours}: ${textOf(post).replaceAll('\n', ' / ')}`;
}

/** Amounts of an offer of work: the pay, a rent below a quarter of it, or a fee. */
function* wrongPay(post: ReadPost) {
  const pay = amountIn(post.fields.pay);
  for (const number of numbersIn(textOf(post))) {
    if (number >= 1000 && number !== pay) yield `${number} beside ${pay}`;
    if (number > 60 && number < 1000 && number > pay / 4) yield `${number} is much beside ${pay}`;
  }
}

/** Pay is that of a month: no other unit stands behind it. */
function* wrongUnit(post: ReadPost) {
  const pay = amountIn(post.fields.pay);
  const found = new RegExp(`\\b${pay} ?(?:an?|per|/) ?(?:h|hour|day|week)\\b`, 'i').exec(textOf(post));
  if (found) yield found[0];
}

function* wrongPhones(post: ReadPost) {
  const own = (post.fields.phone ?? '').replaceAll(/\D/g, '');
  for (const [phone] of textOf(post).matchAll(/\+?999[ -]?\d{3}[ -]?\d{3}[ -]?\d{3}/g))
    if (phone.replaceAll(/\D/g, '') !== own) yield phone;
}

function* saidTwice(post: ReadPost) {
  const amount = amountIn(post.fields.price ?? post.fields.pay ?? post.fields.budget);
  const lines = post.lines.filter((line) => numbersIn(line).includes(amount));
  if (amount > LEAST_AMOUNT && lines.length > 1) yield lines.join(' / ');
  const phones = post.lines.filter((line) => /999[ -]?\d{3}/.test(line));
  if (phones.length > 1) yield phones.join(' / ');
}

/** A range of days is that of the field; a day that is said to be off is off. */
function* wrongDays(post: ReadPost) {
  const hours = hoursOf(post);
  if (!hours) return;
  const works = (day: number) => day >= hours.first && day <= hours.last;
  for (const line of [post.title, ...post.lines])
    for (const part of line.split(/[.!?;]|(?<=\d),/)) {
      const days = [...part.matchAll(new RegExp(DAY, 'gi'))].map((match) =>
        DAYS.indexOf(match[1]?.toLowerCase() ?? ''),
      );
      const range = new RegExp(`${DAY} ?(?:-|to|till|until) ?${DAY}`, 'i').exec(part);
      if (range) {
        const [from, to] = [DAYS.indexOf(range[1]?.toLowerCase() ?? ''), DAYS.indexOf(range[2]?.toLowerCase() ?? '')];
        const isWork = from === hours.first && to === hours.last;
        const isRest = from === (hours.last + 1) % 7 && (to + 1) % 7 === hours.first;
        if (!isWork && !isRest) yield `${part.trim()} beside ${post.fields.hours}`;
      } else if (days.length > 0 && OFF.test(part) && days.some(works) && !days.every(works))
        yield `${part.trim()} beside ${post.fields.hours}`;
    }
}

/** Hours such as "11 to 20" are those of the field. */
function* wrongHours(post: ReadPost) {
  const hours = hoursOf(post);
  if (!hours) return;
  for (const match of withoutCodes(textOf(post)).matchAll(
    /\b(\d{1,2})(?:h|:00)? ?(?:-|to|till|until|bis) ?(\d{1,2})\b/g,
  ))
    if (
      Number(match[1]) <= 24 &&
      Number(match[2]) <= 24 &&
      (Number(match[1]) !== hours.from || Number(match[2]) !== hours.to)
    )
      yield `${match[0]} beside ${post.fields.hours}`;
}

function* neverClosed(post: ReadPost) {
  if (!isAlways(post)) return;
  const texts = textOf(post);
  const found = new RegExp(
    `${DAY}|(?<!never )\\bclosed\\b|\\bappointments? only\\b|\\bweekends?\\b|\\bopening hours\\b`,
    'i',
  ).exec(texts);
  if (found) yield `${found[0]}: ${texts.replaceAll('\n', ' / ')}`;
  const hours = /\b(?:from|until|till) \d{1,2}\b/i.exec(withoutCodes(texts));
  if (hours && !/from 0|till 24|until 24/.test(hours[0])) yield hours[0];
}

/** Names of people: that of the title, and others only where somebody else is meant to be named. */
const NAMES_OTHERS = [
  'persona-inconsistency',
  'pay-to-other-name',
  'manager-reference',
  'interchangeable-persons',
  'house-set-terms',
  'third-person-voice',
];
/** Genres that name several people. */
const OF_SEVERAL = new Set(['house', 'massage', 'shared-flat']);
/** Names that are also words of an ad. */
const WORDS = new Set([
  'may',
  'sun',
  'will',
  'una',
  'via',
  'mark',
  'rose',
  'grace',
  'ray',
  'bill',
  'art',
  'iris',
  'ola',
  'ana',
]);

function* otherNames(post: ReadPost, { lexicon }: ReadMarket) {
  if (OF_SEVERAL.has(post.story.genre) || NAMES_OTHERS.some((id) => post.shows.has(id))) return;
  const words = new Set(textOf(post).match(/[A-Za-z]+/g) ?? []);
  const found = lexicon.names.filter((name) => words.has(name) && !WORDS.has(name.toLowerCase()));
  if (new Set(found).size > 1) yield `${found.join(' and ')}: ${textOf(post).replaceAll('\n', ' / ')}`;
}

/** Words of the work of one sector that no other has. */
const OF_SECTOR: Readonly<Record<string, RegExp>> = {
  harvest: /\b(harvest|berr(?:y|ies)|greenhouse|lettuce|tomatoes|orchard|field work)\b/i,
  'hotel rooms': /\b(room attendants?|housekeep\w+|making beds|hotel rooms)\b/i,
  kitchen: /\b(kitchen helps?|dishwashers?|dishes|cooks?|canteen kitchen)\b/i,
  cleaning: /\b(office cleaners?|cleaning offices|stairs and windows|emptying bins)\b/i,
  building: /\b(scaffold\w*|painters?|demolition|building site|labourers?|plaster\w*)\b/i,
  warehouse: /\b(order pick\w+|warehouse|parcels|forklift)\b/i,
  'fish packing': /\b(fish)\b/i,
  laundry: /\b(laundry (?:worker|assistant|helper)s?|folding linen|ironing)\b/i,
};

function* otherSectors(post: ReadPost) {
  for (const [sector, words] of Object.entries(OF_SECTOR))
    if (sector !== post.fields.sector && words.test(textOf(post)))
      yield `${words.exec(textOf(post))?.[0]} in ${post.fields.sector}`;
}

function* otherEmployers(post: ReadPost, { lexicon }: ReadMarket) {
  const texts = textOf(post).toLowerCase();
  for (const employer of lexicon.employers)
    if (employer !== post.fields.employer && texts.includes(employer.toLowerCase()))
      yield `${employer}, not ${post.fields.employer}: ${texts.replaceAll('\n', ' / ')}`;
  const hasNumber = /\bsim-\d{4}\b/.test(texts.replaceAll(/\$sim-\d+/g, '')) || post.fields.register !== undefined;
  if (hasNumber && post.fields.employer === undefined) yield 'a number in a register without a name';
}

const LEAST_HIGH_PAY = 1.8;

/** What the amount shows is what the labels say, also after an edit. */
function* wrongAmountSigns(post: ReadPost, { profile }: ReadMarket) {
  if (profile.family === 'services' && post.fields.pay !== undefined) return;
  const median = profile.towns.find(({ name }) => name === post.fields.town)?.median ?? Number.NaN;
  const [price, pay] = [amountIn(post.fields.price) / median, amountIn(post.fields.pay) / median];
  const isLow = post.shows.has('price-below-market');
  if (price <= 0.6 !== isLow && !Number.isNaN(price))
    yield `price ${price.toFixed(2)} of the usual one, sign: ${isLow}`;
  const isHigh = post.shows.has('lj-pay-too-good');
  if (pay >= LEAST_HIGH_PAY - 0.02 !== isHigh && !Number.isNaN(pay))
    yield `pay ${pay.toFixed(2)} of the usual one, sign: ${isHigh}`;
}

const only =
  (
    kind: (post: ReadPost) => boolean,
    fails: (post: ReadPost, market: ReadMarket) => Iterable<string>,
  ): Predicate['fails'] =>
  (post, market) =>
    kind(post) ? [...fails(post, market)] : [];
const anyPost = () => true;
const isOffer = ({ story }: ReadPost) => story.purpose === 'offer';

/** Text and fields say the same. */
export const OF_FACTS: readonly Predicate[] = [
  {
    number: 1,
    says: 'a town in the text is that of the field, or the next one of a tour',
    fails: only(anyPost, wrongTowns),
  },
  { number: 2, says: 'a small number of a service is a fact', fails: only(isService, wrongSmallNumbers) },
  { number: 3, says: 'pay and rent in the text are those of the fields', fails: only(isOfferOfWork, wrongPay) },
  { number: 4, says: 'half < hour < two hours < twice the hour', fails: only(isService, wrongPrices) },
  { number: 5, says: 'hours in the text are those of the field', fails: only(isService, wrongHours) },
  { number: 5.1, says: 'no price, pay or phone is said twice', fails: only(anyPost, saidTwice) },
  { number: 6, says: 'a day in the text is worked, or is said to be off', fails: only(isService, wrongDays) },
  { number: 7, says: 'who is always open names no day and no closing time', fails: only(isService, neverClosed) },
  { number: 9, says: 'a phone in the text is that of the field', fails: only(anyPost, wrongPhones) },
  { number: 10, says: 'one person is named', fails: only(anyPost, otherNames) },
  { number: 15, says: 'title and tasks are of the sector', fails: only(isOfferOfWork, otherSectors) },
  { number: 16, says: 'pay is that of a month', fails: only(isOfferOfWork, wrongUnit) },
  {
    number: 17,
    says: 'the employer is that of the field, and a number has a name',
    fails: only(isOfferOfWork, otherEmployers),
  },
  { number: 23, says: 'price and pay show what the labels say', fails: only(isOffer, wrongAmountSigns) },
];
