import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHECK_VALID_DAYS,
  EMPTY_CARD,
  faultsOfContact,
  freeId,
  type LocalCard,
  type LocalContact,
  MAX_CONTACTS,
  putContact,
  readCard,
  standingOfCheck,
  withoutContact,
} from '#safety/care/model/local-card.ts';

const TODAY = '2031-03-12';

const aContact = (change: Partial<LocalContact> = {}): LocalContact => ({
  id: 'contact-1',
  name: 'Hedgerow',
  number: '+999 512 345 678',
  hours: 'Day and night',
  note: '',
  checkedOn: TODAY,
  ...change,
});

const aCard = (...contacts: LocalContact[]): LocalCard => ({ ...EMPTY_CARD, contacts });

describe('a contact of the local card', () => {
  it.each([
    [{}, {}],
    [{ number: '', note: 'Room 3' }, {}],
    [{ checkedOn: '' }, {}],
    [{ name: '  ' }, { name: 'name-missing' }],
    [{ number: ' ', note: ' ' }, { number: 'way-missing' }],
    [{ checkedOn: '2031-03-13' }, { checkedOn: 'date-ahead' }],
    [{ checkedOn: '12.03.2031' }, { checkedOn: 'date-unknown' }],
    [{ checkedOn: '2031-13-01' }, { checkedOn: 'date-unknown' }],
    [
      { name: '', number: '' },
      { name: 'name-missing', number: 'way-missing' },
    ],
  ])('with %j has the faults %j', (change, faults) => {
    expect(faultsOfContact(aContact(change), TODAY)).toEqual(faults);
  });

  it.each([
    ['', 'never'],
    [TODAY, 'fresh'],
    ['2030-12-12', 'fresh'],
    ['2030-12-11', 'old'],
  ])('that was checked on "%s" is %s', (checkedOn, standing) => {
    expect(CHECK_VALID_DAYS).toBe(90);
    expect(standingOfCheck(aContact({ checkedOn }), TODAY)).toBe(standing);
  });

  it('is added with normalised blanks, cut to the maximum length', () => {
    const { contacts } = putContact(EMPTY_CARD, aContact({ name: `  Hedge\n row  ${'x'.repeat(200)}`, note: ' a ' }));

    expect(contacts[0]?.name.startsWith('Hedge row x')).toBe(true);
    expect(contacts[0]?.name).toHaveLength(80);
    expect(contacts[0]?.note).toBe('a');
  });
});

describe('the local card', () => {
  const [first, second] = [aContact(), aContact({ id: 'contact-2', name: 'Desk' })];

  it('replaces a changed contact in place, and leaves the others', () => {
    const card = putContact(aCard(first, second), { ...first, name: 'Another' });

    expect(card.contacts.map(({ name }) => name)).toEqual(['Another', 'Desk']);
    expect(withoutContact(card, 'contact-1').contacts).toEqual([second]);
  });

  it('holds as many as fit on a page', () => {
    const full = Array.from({ length: MAX_CONTACTS + 3 }).reduce<LocalCard>(
      (card) => putContact(card, aContact({ id: freeId(card) })),
      EMPTY_CARD,
    );

    expect(full.contacts).toHaveLength(MAX_CONTACTS);
    expect(new Set(full.contacts.map(({ id }) => id)).size).toBe(MAX_CONTACTS);
  });

  it('never reuses an id, even after deletions', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 30 }), (deletions) => {
        let card = EMPTY_CARD;
        for (const at of deletions) {
          card = putContact(card, aContact({ id: freeId(card) }));
          if (at % 3 === 0) card = withoutContact(card, card.contacts[at % card.contacts.length]?.id ?? '');
          expect(new Set(card.contacts.map(({ id }) => id)).size).toBe(card.contacts.length);
        }
      }),
    );
  });

  it('is read as stored; anything else is read as an empty card', () => {
    const card = aCard(first, second);

    expect(readCard(JSON.parse(JSON.stringify(card)))).toEqual(card);
    expect(readCard({ ...card, contacts: [first, { id: 7 }, null, 'x'] })).toEqual(aCard(first));
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(readCard(stored).contacts.length).toBeLessThanOrEqual(MAX_CONTACTS);
      }),
    );
    for (const other of [undefined, null, 7, { schema: 'local-card/2', contacts: [first] }])
      expect(readCard(other)).toEqual(EMPTY_CARD);
  });
});
