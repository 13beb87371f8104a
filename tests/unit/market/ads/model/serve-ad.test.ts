import { describe, expect, it } from 'vitest';
import { addMinutes } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { fromUtf8 } from '#kernel/model/utf8.ts';
import { siteOf } from '#market/ads/model/ad-at.ts';
import { type Ad, isHidden, type Market, PAGE_FIELD_NAMES } from '#market/ads/model/market.ts';
import { readServedAd, type SeenAd, siteNameOn } from '#market/ads/model/read-served-ad.ts';
import { adUrl, serveAd } from '#market/ads/model/serve-ad.ts';
import { adsSharingPhone, type WorldState } from '#market/ads/model/world-state.ts';
import { aMarket, NOW, seeds, standing } from '../../../../support/builders/a-market.ts';

const { market, truth } = aMarket({ seed: 'served' });
const open = market.ads.filter((ad) => !ad.withheld);
const card = market.ads.find((ad) => ad.withheld) as Ad;
const withPhone = open.find(
  (ad) => standing(ad).fields.phone && !isHidden(standing(ad).fields.phone ?? '') && standing(ad).sentences.length > 1,
) as Ad;
const LATER = addMinutes(NOW, 600);

const see = (id: string, at = NOW, world: WorldState = []) => readServedAd(serveAd(market, id, at, world));
const ad = (seen: SeenAd) => {
  if (seen.kind !== 'ad') throw new Error(`The page is ${seen.kind}.`);
  return seen;
};
const fieldsOf = (seen: SeenAd) => Object.fromEntries(ad(seen).fields.map(({ name, value }) => [name, value]));

describe('serveAd', () => {
  it('sends bytes from which every shown value can be parsed back', () => {
    for (const made of seeds('round trip', 10).map((seed) => aMarket({ seed }).market))
      for (const one of made.ads.filter(({ withheld }) => !withheld)) {
        const seen = ad(readServedAd(serveAd(made, one.id, NOW)));

        expect(seen).toMatchObject({ title: one.title, postedAt: one.postedAt, sentences: standing(one).sentences });
        expect(fieldsOf(seen)).toEqual(standing(one).fields);
        expect(seen.fields.map(({ name }) => name)).toEqual(
          PAGE_FIELD_NAMES.filter((name) => name in standing(one).fields),
        );
      }
  });

  it('escapes HTML characters in texts', () => {
    const odd = '<li id="s9">&amp; "quoted" </li><script>1</script>';
    const changed: Market = {
      ...market,
      ads: [
        {
          ...withPhone,
          title: odd,
          versions: [{ ...standing(withPhone), sentences: [odd, odd], fields: { room: odd } }],
        },
      ],
    };

    const served = serveAd(changed, withPhone.id, NOW);

    expect(ad(readServedAd(served))).toMatchObject({ title: odd, sentences: [odd, odd] });
    expect(fieldsOf(readServedAd(served))).toEqual({ room: odd });
    expect(fromUtf8(served.body)).not.toContain('<script');
  });

  it('redirects a moved ad to the page of the mirror with the same content', () => {
    const to = { id: 'copies', name: 'Copies', host: 'copies.example' };
    const world: WorldState = [{ ad: withPhone.id, at: LATER, change: 'moved', to }];
    const before = serveAd(market, withPhone.id, NOW, world);
    const after = serveAd(market, withPhone.id, LATER, world);

    expect(before).toEqual(serveAd(market, withPhone.id, NOW));
    expect(new URL(after.url).host).toBe('copies.example');
    expect(new URL(after.url).search).toBe(new URL(before.url).search);
    expect(after.redirects).toEqual([
      {
        url: adUrl(market, withPhone.id),
        status: 302,
        headers: {
          location: after.url,
          'content-length': '0',
          server: before.headers['server'],
          'x-synthetic': 'true',
        },
      },
    ]);
    expect(after.body).not.toEqual(before.body);
    expect(readServedAd(after)).toEqual(readServedAd(before));
    expect([before, after].map(siteNameOn)).toEqual([siteOf(market, withPhone).name, 'Copies']);
  });

  it("sends the mirror's current page for a moved ad that was edited or removed there", () => {
    const to = { id: 'copies', name: 'Copies', host: 'copies.example' };
    const moved = { ad: withPhone.id, at: NOW, change: 'moved', to } as const;
    const removed = { ad: withPhone.id, at: LATER, change: 'removed' } as const;

    expect(serveAd(market, withPhone.id, NOW, [moved, removed]).status).toBe(200);
    expect(serveAd(market, withPhone.id, LATER, [moved, removed])).toMatchObject({
      status: 404,
      redirects: [{ url: adUrl(market, withPhone.id), status: 302 }],
    });
  });

  it('is pure: the same input gives the same bytes', () => {
    for (const { id } of market.ads) expect(serveAd(market, id, NOW)).toEqual(serveAd(market, id, NOW));
  });

  it('marks every page as synthetic, names the market and makes no live link', () => {
    for (const { id } of market.ads) {
      const { headers, body } = serveAd(market, id, NOW);
      const html = fromUtf8(body);

      expect(html).toContain(market.notice);
      expect(html).toContain(`<meta name="market" content="${market.marketId}">`);
      expect(html).not.toMatch(/href|src=|tel:|mailto:|sms:|<script|<img/i);
      expect(headers).toMatchObject({ 'x-synthetic': 'true', 'content-type': 'text/html; charset=utf-8' });
    }
  });

  it('has an address with its query and a reserved host name', () => {
    expect(adUrl(market, '0301')).toBe('https://ostrel-smallads.example/services/ad?id=0301&from=list');
    expect(adUrl(market, '0301', 'search')).toBe('https://ostrel-smallads.example/services/ad?id=0301&from=search');
    expect(serveAd(market, '0301', NOW).url).toBe(adUrl(market, '0301'));
  });

  it('shows the earlier price before the edit and the new one after it', () => {
    const edited = seeds('edit', 20)
      .map((seed) => aMarket({ seed }).market)
      .flatMap((made) => made.ads.filter(({ versions }) => versions.length > 1).map((one) => ({ made, one })));

    expect(edited.length).toBeGreaterThan(20);
    for (const { made, one } of edited) {
      const [before, after] = one.versions;
      const early = readServedAd(serveAd(made, one.id, one.postedAt));
      const late = readServedAd(serveAd(made, one.id, NOW));

      expect(fieldsOf(early)).toEqual(before?.fields);
      expect(fieldsOf(late)).toEqual(after?.fields);
      expect(ad(early).editedAt).toBeUndefined();
      expect(ad(late).editedAt).toBe(after?.from);
    }
  });

  it('knows no ad before it was posted, and none of an unknown id', () => {
    expect(serveAd(market, withPhone.id, addMinutes(withPhone.postedAt, -1)).status).toBe(404);
    expect(serveAd(market, withPhone.id, withPhone.postedAt).status).toBe(200);
    expect(see('9999')).toEqual({ kind: 'gone' });
  });
});

describe('a withheld ad', () => {
  it('is a closed page without its content, in every state', () => {
    for (const world of [
      [],
      [{ ad: card.id, at: NOW, change: 'edited' }],
      [{ ad: card.id, at: NOW, change: 'removed' }],
    ] satisfies WorldState[]) {
      const served = serveAd(market, card.id, LATER, world);
      const html = fromUtf8(served.body);

      expect(served.status).toBe(451);
      expect(readServedAd(served)).toEqual({ kind: 'closed' });
      for (const secret of [card.account, card.postedAt, ...(card.withheld?.facts ?? [])])
        expect(html).not.toContain(secret);
      expect(html).not.toContain('<li');
      expect(html).not.toContain('<dd');
    }
  });

  it('looks like every other withheld ad of its market', () => {
    const other: Market = { ...market, ads: [...market.ads, { ...card, id: '0999', postedAt: NOW }] };

    expect(serveAd(other, '0999', LATER).body).toEqual(serveAd(market, card.id, LATER).body);
  });
});

describe('what the story does to an ad', () => {
  const change = (kind: 'edited' | 'removed', at = NOW): WorldState => [{ ad: withPhone.id, at, change: kind }];

  it('an edited ad hides its number, drops its last sentence and has other bytes', () => {
    const before = see(withPhone.id, LATER);
    const after = see(withPhone.id, LATER, change('edited'));

    expect(ad(after).sentences).toEqual(ad(before).sentences.slice(0, -1));
    expect(fieldsOf(after)).toEqual({ ...fieldsOf(before), phone: expect.stringMatching(/^▒/) });
    expect(ad(after)).toMatchObject({ title: ad(before).title, editedAt: NOW });
    expect(sha256Hex(serveAd(market, withPhone.id, LATER, change('edited')).body)).not.toBe(
      sha256Hex(serveAd(market, withPhone.id, LATER).body),
    );
  });

  it('changes exactly at the time of the event', () => {
    const at = addMinutes(NOW, 10);

    expect(see(withPhone.id, addMinutes(at, -1), change('edited', at))).toEqual(see(withPhone.id, NOW));
    expect(see(withPhone.id, at, change('edited', at))).not.toEqual(see(withPhone.id, NOW));
    expect(serveAd(market, withPhone.id, addMinutes(at, -1), change('removed', at)).status).toBe(200);
    expect(serveAd(market, withPhone.id, at, change('removed', at)).status).toBe(404);
  });

  it('a removed ad is gone and its page says nothing of it, even if it was edited before', () => {
    const served = serveAd(market, withPhone.id, LATER, [
      ...change('edited'),
      ...change('removed', addMinutes(NOW, 60)),
    ]);

    expect(readServedAd(served)).toEqual({ kind: 'gone' });
    expect(fromUtf8(served.body)).not.toContain(withPhone.title);
    expect(served.headers['last-modified']).toBeUndefined();
  });

  it('leaves every other ad as it is', () => {
    for (const { id } of open.filter((one) => one.id !== withPhone.id))
      expect(see(id, LATER, [...change('edited'), ...change('removed')])).toEqual(see(id, LATER));
  });

  it('never takes the only sentence of an ad', () => {
    const [sentence = ''] = standing(withPhone).sentences;
    const short: Ad = { ...withPhone, versions: [{ ...standing(withPhone), sentences: [sentence] }] };
    const served = serveAd({ ...market, ads: [short] }, short.id, LATER, change('edited'));

    expect(ad(readServedAd(served)).sentences).toEqual([sentence]);
  });
});

describe('adsSharingPhone', () => {
  it('finds all ads that show the number, the one asked about included, in the order of the market', () => {
    for (const one of open) {
      const phone = standing(one).fields.phone;
      if (!phone || isHidden(phone)) continue;
      const digits = (text: string | undefined) => text?.replaceAll(/\D/g, '');
      const expected = open
        .filter((other) => digits(standing(other).fields.phone) === digits(phone))
        .map(({ id }) => id);

      expect(adsSharingPhone(market, one.id)).toEqual(expected);
    }
  });

  it('joins all ads of a label that says so', () => {
    const shared = truth.ads.flatMap(({ ad: id, labels }) =>
      labels.filter(({ indicator }) => indicator === 'shared-phone').map(({ peers }) => ({ id, peers })),
    );

    expect(shared.length).toBeGreaterThan(3);
    for (const { id, peers } of shared)
      expect(adsSharingPhone(market, id)).toEqual(expect.arrayContaining([id, ...peers]));
  });

  it('does not take two hidden numbers for one', () => {
    const hidden = seeds('hidden', 10)
      .map((seed) => aMarket({ seed }).market)
      .find(
        (made) => made.ads.filter(({ versions }) => isHidden(versions.at(-1)?.fields.phone ?? '')).length > 1,
      ) as Market;
    const one = hidden.ads.find(({ versions }) => isHidden(versions.at(-1)?.fields.phone ?? '')) as Ad;

    expect(adsSharingPhone(hidden, one.id)).toEqual([]);
  });

  it('finds none for an ad without a number, a withheld one or one that is not there', () => {
    const { phone: _, ...fields } = standing(withPhone).fields;
    const numberless: Ad = { ...withPhone, versions: [{ ...standing(withPhone), fields }] };
    const changed: Market = { ...market, ads: [numberless, ...market.ads.filter(({ id }) => id !== withPhone.id)] };

    for (const id of [numberless.id, card.id, '9999']) expect(adsSharingPhone(changed, id)).toEqual([]);
  });
});
