import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/builders/the-library.ts';
import { MESSAGE_FILES, type Messages, messagesIn } from '../support/i18n/message-files.ts';
import { type KeyOfKind, keysOfKind } from '../support/kinds/keys-of-kind.ts';
import { allKinds } from '../support/kinds/parts-of-kind.ts';
import { shippedCasesOf } from '../support/kinds/shipped-cases-of.ts';

/** Figures of signal detection. One kind returns them, and the drawings and sentences that all debriefs share name them. */
const SHARED_FIGURES = [
  'sensitivity',
  'specificity',
  'ppv',
  'dprime',
  'criterion',
  'bias-gap',
  'flagged',
  'youden',
  'matthews',
  'harm',
];
const isShared = ({ key }: KeyOfKind) => SHARED_FIGURES.some((id) => key === `figure.${id}`);

const ASKED = new Map(
  allKinds().map((kind) => [kind, keysOfKind(kind, shippedCasesOf(kind)[0] ?? '').filter((one) => !isShared(one))]),
);
/** How many kinds ask for a message. */
const askers = Map.groupBy(
  [...ASKED].flatMap(([kind, keys]) =>
    [...new Set(keys.map(({ shared, key }) => `${shared} ${key}`))].map((id) => ({ id, kind })),
  ),
  ({ id }) => id,
);

/** Messages of one kind alone in files that all kinds share, each with the place where it belongs. */
const misplacedIn = (messagesOf: (file: string) => Messages): string[] => {
  const found = [...ASKED].flatMap(([kind, keys]) =>
    keys
      .filter(
        ({ shared, key }) => askers.get(`${shared} ${key}`)?.length === 1 && Object.hasOwn(messagesOf(shared), key),
      )
      .map(
        ({ shared, key, own }) =>
          `${key} in src/i18n/words/en/${shared}: move it to src/kinds/${kind}/words/en/${own}.`,
      ),
  );
  return [...new Set(found)];
};

describe('a message of one kind', () => {
  it('lies with the kind, and not with those of all kinds', () => {
    expect(misplacedIn(messagesIn)).toEqual([]);
  });

  it.each([
    ['case/sentences.json', 'ledger.nothing', 'debrief.json'],
    ['case/scoring.json', 'ledger.nodes', 'debrief.json'],
    ['case/scoring.json', 'criterion.ledger.nodes.what', 'debrief.json'],
    ['case/acts.json', 'act.payment.marked', 'debrief.json'],
    ['case/debrief.json', 'ledger', 'debrief.json'],
    ['case/handled.json', 'ledger.payments', 'about.json'],
    ['case/scored.json', 'scored.ledger', 'about.json'],
    ['studio/scene.json', 'kind.ledger', 'about.json'],
  ])('is found in %s: %s', (file, key, own) => {
    const planted = (name: string) => (name === file ? { ...messagesIn(name), [key]: 'Planted.' } : messagesIn(name));

    expect(misplacedIn(planted)).toEqual([
      `${key} in src/i18n/words/en/${file}: move it to src/kinds/ledger/words/en/${own}.`,
    ]);
  });

  it.each([
    ['case/issues.json', 'bundle.no-answer'],
    ['case/exercise-lists.json', 'court'],
    ['library/review.json', 'topic.courtroom.row'],
    ['case/scoring.json', 'figure.secured'],
  ])('is found in %s too: %s', (file, key) => {
    const planted = (name: string) => (name === file ? { ...messagesIn(name), [key]: 'Planted.' } : messagesIn(name));

    expect(misplacedIn(planted)).toHaveLength(1);
  });

  it('has a key that no other kind has, where the words of all kinds are searched', () => {
    const OF_ITS_OWN = /^(?:fold|name|scored|nothing|list(?:\..*)?|(?:act|value)\..*)$/;
    const found = MESSAGE_FILES.filter(({ name }) => /^kinds\/.+\/(?:debrief|about|review)\.json$/.test(name)).flatMap(
      ({ name, messages }) =>
        Object.keys(messages)
          .filter((key) => !OF_ITS_OWN.test(key))
          .map((key) => ({ file: name.split('/').at(-1), key })),
    );
    const twice = [...Map.groupBy(found, ({ file, key }) => `${file} ${key}`)].filter(([, all]) => all.length > 1);

    expect(found.length).toBeGreaterThan(900);
    expect(twice.map(([id]) => id)).toEqual([]);
  });

  it('is called shared only where shared code names what it is about', () => {
    const folder = join(ROOT, 'src/case/debrief');
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|svelte)$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');

    expect(SHARED_FIGURES.filter((id) => !code.includes(`'${id}'`))).toEqual([]);
  });
});
