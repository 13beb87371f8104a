import { Faker } from '@faker-js/faker';
import type { Instant } from '#core/kernel/instant.ts';
import type { Rng } from '#core/kernel/rng.ts';
import type { Lexicon, MarketProfile } from '#core/market/schemas.ts';

/**
 * Faker with our own words and random source: its names and towns are those of the lexicon and of the profile, so that
 * it cannot produce any other word (rule C02).
 */
export function createLexiconFaker(lexicon: Lexicon, profile: MarketProfile, rng: Rng, now: Instant): Faker {
  const faker = new Faker({
    locale: {
      metadata: {
        title: 'Checkathon',
        code: lexicon.locale,
        language: lexicon.locale,
        endonym: 'Checkathon',
        dir: 'ltr',
        script: 'Latn',
      },
      person: { first_name: { generic: lexicon.names } },
      location: { city_pattern: profile.towns.map((town) => town.name) },
    },
    randomizer: { next: () => rng.next() / 2 ** 32, seed: () => undefined },
  });
  faker.setDefaultRefDate(now);
  return faker;
}
