import { adAt } from '#market/ads/model/ad-at.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import type { DrawnMarket } from '#market/generator/model/drawn-market.ts';
import { anOrder } from '../../support/builders/a-market.ts';
import { readText } from './reference-ad.ts';

/** The product for the timings: a market of `ads` ads, drawn but not yet written. */
export function drawProduct(ads: number): DrawnMarket {
  return drawMarket(anOrder({ size: ads, prevalence: 'FIELD', seed: 'bench' }));
}

/**
 * Writes the ad at a place and looks into every text of it that is joined from parts, as is done with the ads of the
 * references; other fields hold a word of the lexicon as it stands.
 */
export function readProductAd(drawn: DrawnMarket, index: number): number {
  const { title, account, versions } = adAt(drawn, index);
  let sum = readText(title) + readText(account);
  for (const { sentences, fields } of versions) {
    for (const sentence of sentences) sum += readText(sentence);
    const { price = '', pay = '', phone = '', room = '', picture = '', payment = '' } = fields;
    sum += readText(price) + readText(pay) + readText(phone) + readText(room) + readText(picture) + readText(payment);
  }
  return sum;
}

/** Words that a visitor reads in the text of an ad. */
export function wordsOfProductAd(drawn: DrawnMarket, index: number): number {
  const sentences = adAt(drawn, index).versions.at(-1)?.sentences ?? [];
  return sentences.reduce((sum, sentence) => sum + sentence.split(' ').length, 0);
}

/** The ads from one place up to another as they are put on the wire: public, written out, JSON. */
export function shardOfProduct(drawn: DrawnMarket, from: number, to: number): string {
  return JSON.stringify(Array.from({ length: to - from }, (_, n) => adAt(drawn, from + n)));
}
