import { expose } from 'comlink';
import { createMarketWork } from '#app/market/market-work.ts';

expose(createMarketWork());
