/** Which of a plot's curves: the first, the second, the third. */
export type Rank = 'first' | 'second' | 'third';

export const ranks: readonly Rank[] = ['first', 'second', 'third'];

/** A short piece of a curve, in front of its name. */
export const Key = ({ rank }: { rank: Rank }) => (
  <svg class="plot-key" viewBox="0 0 32 10" aria-hidden="true">
    <path class={`plot-curve ${rank}`} d="M0,5H32" />
  </svg>
);
