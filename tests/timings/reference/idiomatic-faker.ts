import { base, en, Faker } from '@faker-js/faker';
import type { ReferenceAd } from './reference-ad.ts';
import {
  DAYS_TO_EDIT,
  PRICES_OF_AN_AD,
  SENTENCES,
  SENTENCES_OF_AN_AD,
  SLOTS,
  TITLES,
  UNITS,
  YEAR,
} from './vocabulary.ts';

const [MIN_SENTENCES, MAX_SENTENCES] = SENTENCES_OF_AN_AD;
const [MIN_PRICES, MAX_PRICES] = PRICES_OF_AN_AD;

/** Faker writes a slot with two braces. */
const withTwoBraces = (template: string) => template.replaceAll(/\{(\w+)\}/g, '{{$1}}');

/** The same ad as its guide teaches to write it: one method of Faker for each part. Nothing of it is kept or shown. */
export function createIdiomaticFaker(seed: number): () => ReferenceAd {
  const faker = new Faker({ locale: [en, base] });
  faker.seed(seed);
  const { helpers } = faker;
  const words = Object.fromEntries(
    Object.entries(SLOTS).map(([slot, choices]) => [slot, () => helpers.arrayElement(choices)]),
  );
  const sentences = SENTENCES.map(withTwoBraces);
  const titles = TITLES.map(withTwoBraces);

  return () => {
    const posted = faker.date.between(YEAR);
    return {
      id: faker.string.nanoid(10),
      title: helpers.mustache(helpers.arrayElement(titles), words),
      text: helpers
        .multiple(() => helpers.mustache(helpers.arrayElement(sentences), words), {
          count: { min: MIN_SENTENCES, max: MAX_SENTENCES },
        })
        .join(' '),
      handle: faker.internet.username(),
      phone: helpers.replaceSymbols('+1-###-555-01##'),
      town: faker.location.city(),
      prices: helpers.multiple(
        () => ({ unit: helpers.arrayElement(UNITS), amount: faker.number.int({ min: 20, max: 400, multipleOf: 5 }) }),
        { count: { min: MIN_PRICES, max: MAX_PRICES } },
      ),
      postedAt: posted.getTime(),
      editedAt: faker.date.soon({ days: DAYS_TO_EDIT, refDate: posted }).getTime(),
    };
  };
}
