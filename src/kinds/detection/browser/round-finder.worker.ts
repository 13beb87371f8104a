import { expose } from 'comlink';
import { findRound } from '#kinds/detection/use-cases/practice/find-round.ts';

expose(findRound);
