import type { Market } from '#market/ads/model/market.ts';

/** The announced share of controlled ads, from 0 to 1; 0 where none is announced. */
export const prevalenceOf = ({ announced = 0 }: Pick<Market, 'announced'>): number => announced / 100;
