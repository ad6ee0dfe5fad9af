import type { Lang } from '@book/languages';
import { linearScale, linePath, ticks } from '@components/figure/scale';
import { messages } from './messages';
import { type Learner, samples, steps } from './model';

const width = 400;
const height = 190;
const inner = { left: 30, right: 128, top: 22, bottom: 40 };
const x = linearScale([0, steps], [inner.left, width - inner.right]);
const y = linearScale([0, samples], [height - inner.bottom, inner.top]);

/** Heights of the labels at the lines' ends, at least 16 apart and in the order of the ends. */
function labelPlaces(ends: readonly number[]): number[] {
  const places = [...ends];
  const order = ends.map((_, i) => i).sort((p, q) => ends[p]! - ends[q]! || p - q);
  order.forEach((i, n) => {
    const before = order[n - 1];
    if (before !== undefined) places[i] = Math.max(places[i]!, places[before]! + 16);
  });
  return places;
}

/** How many points each loss has put right, step by step; the shown step is an upright line. */
export function Chart({
  lang,
  learners,
  at,
}: {
  lang: Lang;
  learners: readonly Learner[];
  at: number;
}) {
  const say = messages[lang];
  const labels = labelPlaces(learners.map(({ moments }) => y(moments.at(-1)!.right)));
  return (
    <svg class="fig-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say.chart}>
      <g class="axis">
        {ticks(0, steps, 100).map((tick) => (
          <g key={tick} transform={`translate(${x(tick)},${height - inner.bottom})`}>
            <line y2={5} />
            <text y={19} text-anchor="middle">
              {tick}
            </text>
          </g>
        ))}
        {ticks(0, samples, 8).map((tick) => (
          <g key={tick} transform={`translate(${inner.left},${y(tick)})`}>
            <line x2={-5} />
            <text x={-9} dy="0.33em" text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        <path
          d={`M${inner.left},${inner.top}V${height - inner.bottom}H${width - inner.right}`}
          fill="none"
        />
        <text x={width - inner.right} y={height - 5} text-anchor="end" class="soft">
          {say.steps}
        </text>
        <text x={2} y={12} class="soft">
          {say.right}
        </text>
      </g>
      <line class="now" x1={x(at)} x2={x(at)} y1={inner.top - 4} y2={height - inner.bottom} />
      {learners.map(({ name, moments }, i) => (
        <g key={name} class={name}>
          <path class="curve" d={linePath(moments.map(({ right }, step) => [x(step), y(right)]))} />
          <circle cx={x(at)} cy={y(moments[at]!.right)} r={4} />
          <text x={width - inner.right + 6} y={labels[i]!} dy="0.33em">
            {say.short[name]}
          </text>
        </g>
      ))}
    </svg>
  );
}
