import { expose } from 'comlink';
import { createMarketWork } from '#app/market-search/search-work.ts';

expose(createMarketWork());
