import { activation, Matrix, softmax } from '@engine';

/** What the exercises of several chapters ask of the engine. */

export const sigmoid = activation('sigmoid');

/** Softmax of a list. */
export const softmaxOf = (z: readonly number[]): number[] => softmax(Matrix.column(z)).toColumn();
