import { expose } from 'comlink';
import { findRound } from '#app/practice/find-round.ts';

expose(findRound);
