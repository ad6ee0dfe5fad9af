import { linearScale, linePath } from '@components/figure/scale';

interface LossCurveProps {
  losses: readonly number[];
  label: string;
}

/** The losses so far as a small falling line, from 0 up. */
export function LossCurve({ losses, label }: LossCurveProps) {
  const x = linearScale([0, Math.max(1, losses.length - 1)], [2, 118]);
  const y = linearScale([0, Math.max(...losses, 1e-9)], [30, 3]);
  const path = linePath(losses.map((loss, i) => [x(i), y(loss)]));
  const last = losses.length - 1;
  return (
    <svg class="loss-curve" viewBox="0 0 120 33" role="img" aria-label={label}>
      <path d="M2,30.5H118" class="base" />
      <path d={path} class="line" />
      <circle cx={x(last)} cy={y(losses[last] ?? 0)} r="2.5" />
    </svg>
  );
}
