import { boundedNumber, wholeNumber } from '@components/figure/schema';
import * as v from 'valibot';

export const sets = ['and', 'or', 'xor', 'rings'] as const;
/** Who draws the border: the reader's hand, or something that was trained. */
export const drawers = ['hand', 'perceptron', 'network'] as const;

/** How far training can be followed: a perceptron sees one sample a frame. */
export const frames = 150;
/** A network makes that many steps of gradient descent a frame: 2,000 at frame 100. */
export const stepsPerFrame = 20;

/** How far from the middle of the plane the reader's line can be. */
export const farthest = 0.9;

export const schema = v.object({
  set: v.picklist(sets),
  by: v.picklist(drawers),
  /** Direction of the reader's W, in degrees. */
  angle: boundedNumber(-180, 180),
  /** How far the reader's line lies from the middle, along W. */
  shift: boundedNumber(-farthest, farthest),
  /** Where training starts. */
  seed: wholeNumber(1, 9999),
  frame: wholeNumber(0, frames),
  /** Hidden units of the network. */
  hidden: wholeNumber(1, 8),
});

export type State = v.InferOutput<typeof schema>;

/** XOR and a line that gets three of four right, which is the most that any line can. */
export const first: State = {
  set: 'xor',
  by: 'hand',
  angle: 56,
  shift: -0.28,
  seed: 5,
  frame: 0,
  hidden: 2,
};
