import { parentPort, workerData } from 'node:worker_threads';
import { catalogueDespiteFaults } from './author-catalogue.ts';

// Takes seconds, in which the server of the author has other requests to answer.
parentPort?.postMessage(catalogueDespiteFaults(workerData as string));
