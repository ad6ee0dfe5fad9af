import type { Place } from './region';

interface MarkProps {
  /** In units of the drawing. */
  at: Place;
  /** The wanted answer: a disc for 1, a square for 0. */
  y: number;
  wrong: boolean;
  /** Too many to write the answer into each. */
  small?: boolean;
}

/** A point of the plane with the answer that is wanted there; a cross over it where it is missed. */
export function Mark({ at: [x, y], y: target, wrong, small = false }: MarkProps) {
  const r = small ? 4.5 : 10;
  const kind = target === 1 ? 'one' : 'zero';
  return (
    <g class={`mark ${kind}`} transform={`translate(${x.toFixed(1)},${y.toFixed(1)})`}>
      {wrong && <circle r={r + (small ? 3 : 6)} class="missed" />}
      {target === 1 ? (
        <circle r={r} class="body" />
      ) : (
        <rect x={-r} y={-r} width={2 * r} height={2 * r} class="body" />
      )}
      {!small && (
        <text dy="0.35em" text-anchor="middle">
          {target}
        </text>
      )}
    </g>
  );
}
