import { expose } from 'comlink';
import { createMarketWork } from '#market/search/use-cases/search-work.ts';

expose(createMarketWork());
