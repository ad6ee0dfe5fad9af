import { boundedNumber, wholeNumber } from '@components/figure/schema';
import * as v from 'valibot';

export const sets = ['and', 'or', 'xor', 'rings'] as const;
/** Who draws the border: the reader's hand, or something that was trained. */
export const drawers = ['hand', 'perceptron', 'network'] as const;

/** How far training can be followed: a perceptron sees one sample a frame. */
export const frames = 150;
/** A network makes that many steps of gradient descent a frame: 2,000 at frame 100. */
export const stepsPerFrame = 20;

/** The part of the plane that is drawn. */
export const [low, high] = [-0.5, 1.5];
export const middle = (low + high) / 2;
/** How near the edge the reader's handle can come: with its arrow it stays in the drawing. */
const edge = 0.3;
export const [least, most] = [low + edge, high - edge];
/** How far from the middle its line can be. */
export const farthest = 1;

export const schema = v.object({
  set: v.picklist(sets),
  by: v.picklist(drawers),
  /** Direction of the reader's W, in degrees. */
  angle: boundedNumber(-180, 180),
  /** How far the reader's line lies from the middle, along W. */
  shift: boundedNumber(-farthest, farthest),
  /** How far along the line its handle stands, from where the line is closest to the middle. */
  along: boundedNumber(-farthest, farthest),
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
  along: 0,
  seed: 5,
  frame: 0,
  hidden: 2,
};
