import { expose } from 'comlink';
import { lockerOfExercise } from '#app/evidence/locker-of-attempt.ts';
import { createLockerWork } from './locker-work.ts';

expose(createLockerWork(lockerOfExercise));
