import { required } from '#core/kernel/invariant.ts';
import type { DraftAd } from './draft-ad.ts';
import { type FieldName, HIDDEN_PHONE } from './market.ts';
import type { PlannedActor } from './plan-actors.ts';
import type { Phrase, PhraseKey } from './schemas.ts';
import {
  draftAd,
  drawPhrase,
  drawPrice,
  drawShows,
  drawTitle,
  drawTraps,
  fillPhrase,
  ORDINARY_PRICE,
  phrasesOf,
  type Workshop,
} from './workshop.ts';

type Fields = Partial<Record<FieldName, string>>;

/** Low prices of one hour, in per cent of the town's median. */
const LOW_PRICE = { min: 45, max: 58 };

const SPOKEN_SIGNS = [
  'third-person-voice',
  'trust-assurance-wording',
  'confined-location',
  'no-limits-offer',
  'manager-reference',
] as const;
const SPOKEN_CUES = ['own-limits-stated', 'own-screening', 'rest-gaps', 'continuity-of-identity'] as const;
const OVERT_SIGNS = ['no-limits-offer', 'confined-location', 'manager-reference', 'house-set-terms'] as const;

/** How many times likelier an overt network shows a sign than the catalogue's average, and a quiet one. Training values. */
const OVERT = 1.5;
const QUIET = 0.4;

/** All ads of one actor, in the order in which the actor writes them. */
export function writeActorAds(workshop: Workshop, actor: PlannedActor): DraftAd[] {
  const writers = { independent, duo, agency, controlled, scammer, bot };
  return writers[actor.type](workshop, actor);
}

function independent(workshop: Workshop, actor: PlannedActor): DraftAd[] {
  const { fresh, faker, lexicon } = workshop;
  const name = fresh.name();
  const own = { room: fresh.room(), picture: fresh.picture(), account: fresh.account() };
  const phone = fresh.phone();
  return Array.from({ length: actor.ads }, () => {
    const town = faker.location.city();
    const slots = { name, town };
    const shown = (id: string) => drawShows(workshop, id, 'independent');
    const signs = SPOKEN_SIGNS.filter(shown).slice(0, 2);
    const body = [...signs.map((id) => `own-${id}` as const), ...SPOKEN_CUES.filter(shown)].map((key) =>
      drawPhrase(workshop, key, slots),
    );
    const neutral = [
      ...drawTraps(workshop, slots),
      ...faker.helpers.arrayElements(phrasesOf(workshop, 'filler'), { min: 1, max: 2 }),
    ];
    const fields: Fields = {
      price: drawPrice(workshop, faker, town, shown('price-below-market') ? LOW_PRICE : ORDINARY_PRICE),
      hours: faker.helpers.arrayElement(shown('always-available') ? lexicon.hours.always : lexicon.hours.limited),
      phone: shown('obscured-phone') ? HIDDEN_PHONE : phone,
      ...own,
    };
    return draftAd(workshop, actor, {
      persona: name,
      town,
      title: drawTitle(workshop, 'person', slots),
      phrases: [drawPhrase(workshop, 'opening-independent', slots), ...faker.helpers.shuffle([...body, ...neutral])],
      fields,
    });
  });
}

/** Two friends share a phone and a room and say so: the innocent twin of a network. */
function duo(workshop: Workshop, actor: PlannedActor): DraftAd[] {
  const { fresh, faker, lexicon } = workshop;
  const pair = [fresh.name(), fresh.name()] as const;
  const town = faker.location.city();
  const shared = {
    phone: fresh.phone(),
    room: fresh.room(),
    account: fresh.account(),
    payment: `$sim-${pair[0].toLowerCase()}`,
  };
  const [ask, ...rules] = phrasesOf(workshop, 'duo');
  return Array.from({ length: actor.ads }, (_, n) => {
    const name = pair[n % 2] as string;
    const slots = { name, other: pair[(n + 1) % 2] as string, town };
    const cues = SPOKEN_CUES.slice(1).filter((id) => drawShows(workshop, id, 'independent'));
    return draftAd(workshop, actor, {
      persona: name,
      town,
      title: drawTitle(workshop, 'duo', slots),
      phrases: [
        drawPhrase(workshop, 'opening-duo', slots),
        required(ask, 'a phrase of a duo'),
        required(rules[n % rules.length], 'a rule of a duo'),
        ...cues.map((id) => drawPhrase(workshop, id, slots)),
        ...drawTraps(workshop, slots),
      ],
      fields: {
        ...shared,
        price: drawPrice(workshop, faker, town, ORDINARY_PRICE),
        hours: faker.helpers.arrayElement(lexicon.hours.limited),
        picture: fresh.picture(),
      },
    });
  });
}

/** A house with a company number: many signs, most of them what a business simply is. */
function agency(workshop: Workshop, actor: PlannedActor): DraftAd[] {
  const { fresh, faker, lexicon } = workshop;
  const house = faker.helpers.arrayElement(lexicon.agencyNames);
  const code = `SIM-${faker.number.int({ min: 1000, max: 9999 })}`;
  const town = faker.location.city();
  const payment = `$sim-${house.toLowerCase().replaceAll(' ', '-')}`;
  const shared = { phone: fresh.phone(), room: fresh.room(), account: fresh.account(), payment };
  return Array.from({ length: actor.ads }, () => {
    const name = fresh.name();
    const slots = { name, town, house, code };
    const lines = phrasesOf(workshop, 'agency').filter((line) =>
      drawShows(workshop, required(line.sign ?? line.cue, 'label of an agency phrase'), 'agency'),
    );
    const hours = drawShows(workshop, 'always-available', 'agency') ? lexicon.hours.always : lexicon.hours.limited;
    return draftAd(workshop, actor, {
      persona: name,
      town,
      title: drawTitle(workshop, 'agency', slots),
      phrases: [
        drawPhrase(workshop, 'opening-agency', slots),
        ...faker.helpers.shuffle(lines.map((line) => fillPhrase(line, slots))),
        ...faker.helpers.arrayElements(phrasesOf(workshop, 'filler'), 1),
      ],
      fields: {
        ...shared,
        price: drawPrice(workshop, faker, town, ORDINARY_PRICE),
        hours: faker.helpers.arrayElement(hours),
        picture: fresh.picture(),
      },
    });
  });
}

/**
 * A network shares its phones, room, till and one picture only in part, so that no single trace joins all its ads. The last
 * ad of a quiet network shows nothing at all: what cannot be known is part of the truth.
 */
function controlled(workshop: Workshop, actor: PlannedActor): DraftAd[] {
  const { fresh, faker, lexicon } = workshop;
  const quiet = actor.tone === 'quiet';
  const factor = quiet ? QUIET : OVERT;
  const town = faker.location.city();
  const phones = [fresh.phone(), fresh.phone()] as const;
  const shared = { room: fresh.room(), picture: fresh.picture(), payment: `$sim-${fresh.name().toLowerCase()}` };
  const template = quiet ? quietPhrases(workshop, town) : [];
  return Array.from({ length: actor.ads }, (_, n) => {
    if (quiet && n > 1 && n === actor.ads - 1) return silent(workshop, actor, town);
    const name = fresh.name();
    const slots = { name, town };
    const always = drawShows(workshop, 'always-available', 'controlled', factor) || (!quiet && n % 2 === 0);
    const low = drawShows(workshop, 'price-below-market', 'controlled', factor);
    const fields: Fields = {
      price: drawPrice(workshop, faker, town, low ? LOW_PRICE : ORDINARY_PRICE),
      hours: faker.helpers.arrayElement(always ? lexicon.hours.always : lexicon.hours.limited),
      phone: phones[quiet ? 0 : n % 2] as string,
      room: !quiet && n === 0 ? fresh.room() : shared.room,
      picture: n === 0 ? fresh.picture() : shared.picture,
      account: fresh.account(),
      ...(n > 0 && { payment: shared.payment }),
    };
    return draftAd(workshop, actor, {
      persona: name,
      town,
      title: drawTitle(workshop, 'person', slots),
      phrases: quiet ? template : overtPhrases(workshop, n, slots),
      fields,
    });
  });
}

/** An ad of a network that reads like anyone's and shares nothing that the site shows. */
function silent(workshop: Workshop, actor: PlannedActor, town: string): DraftAd {
  const { fresh, faker, lexicon } = workshop;
  const name = fresh.name();
  const slots = { name, town };
  return draftAd(workshop, actor, {
    persona: name,
    town,
    title: drawTitle(workshop, 'person', slots),
    phrases: [
      drawPhrase(workshop, 'opening-independent', slots),
      ...faker.helpers.arrayElements(phrasesOf(workshop, 'filler'), 2),
      ...drawTraps(workshop, slots),
    ],
    fields: {
      price: drawPrice(workshop, faker, town, ORDINARY_PRICE),
      hours: faker.helpers.arrayElement(lexicon.hours.limited),
      phone: fresh.phone(),
      room: fresh.room(),
      picture: fresh.picture(),
      account: fresh.account(),
    },
  });
}

/** What all ads of a quiet network say alike: sentences that anyone might write, and that alone tell nothing. */
function quietPhrases(workshop: Workshop, town: string): Phrase[] {
  const arrival = drawPhrase(workshop, 'n-short-stay', { town });
  return [arrival, ...workshop.faker.helpers.arrayElements(phrasesOf(workshop, 'filler'), 3)];
}

/** Two of the overt signs in turn, so that no two ads of the network read the same; now and then a slip of the pen. */
function overtPhrases(workshop: Workshop, n: number, slots: { name: string; town: string }) {
  const signs: PhraseKey[] = [n, n + 1].map((place) => OVERT_SIGNS[place % OVERT_SIGNS.length] ?? OVERT_SIGNS[0]);
  if (drawShows(workshop, 'coercion-slip', 'controlled', OVERT * 4)) signs.push('coercion-slip');
  return [
    drawPhrase(workshop, 'opening-overt', slots),
    ...signs.map((id) => drawPhrase(workshop, id, slots)),
    ...drawTraps(workshop, slots),
  ];
}

/** Fraud: it resembles control, asks for a deposit in another name and never means a visit. */
function scammer(workshop: Workshop, actor: PlannedActor): DraftAd[] {
  const { fresh, faker, lexicon } = workshop;
  const other = fresh.name();
  const shared = { phone: fresh.phone(), picture: fresh.picture(), payment: `$sim-${other.toLowerCase()}` };
  return Array.from({ length: actor.ads }, () => {
    const name = fresh.name();
    const town = faker.location.city();
    const slots = { name, other, town };
    return draftAd(workshop, actor, {
      persona: name,
      town,
      title: drawTitle(workshop, 'scammer', slots),
      phrases: (['opening-scammer', 'trust-assurance-wording', 'pay-to-other-name'] as const).map((key) =>
        drawPhrase(workshop, key, slots),
      ),
      fields: {
        ...shared,
        price: drawPrice(workshop, faker, town, LOW_PRICE),
        hours: faker.helpers.arrayElement(lexicon.hours.always),
        account: fresh.account(),
      },
    });
  });
}

function bot(workshop: Workshop, actor: PlannedActor): DraftAd[] {
  const { fresh, faker } = workshop;
  const account = fresh.account();
  return Array.from({ length: actor.ads }, () => {
    const slots = { name: fresh.name(), town: '', code: String(faker.number.int({ min: 1000, max: 9999 })) };
    return draftAd(workshop, actor, {
      persona: slots.name,
      town: faker.location.city(),
      title: drawTitle(workshop, 'bot', slots),
      phrases: [drawPhrase(workshop, 'bot', slots)],
      fields: { account, picture: fresh.picture() },
    });
  });
}
