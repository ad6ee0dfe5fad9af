import type { Lang } from '@book/languages';
import { fixed } from '@components/figure/format';
import { linearScale, linePath } from '@components/figure/scale';
import { messages } from './messages';
import type { Draws } from './model';

const width = 400;
const height = 200;
const inner = { left: 48, right: 16, top: 30 };
const bottom = height - 40;

interface ChartProps {
  lang: Lang;
  run: Draws;
  test: number;
}

/** The output under every mask so far as dots, their running mean as a line, and the test output. */
export function Chart({ lang, run, test }: ChartProps) {
  const say = messages[lang];
  const n = run.step;
  const end = [60, 200, 600, 2000].find((most) => n <= most) ?? 2000;
  const all = [...run.outputs, test];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = Math.max(0.1, 0.08 * (most - least));
  const x = linearScale([1, end], [inner.left, width - inner.right]);
  const y = linearScale([least - room, most + room], [bottom, inner.top]);
  // No more points than the drawing can show.
  const stride = Math.max(1, Math.ceil(n / 300));
  const shown = (i: number): boolean => i % stride === 0 || i === n - 1;
  const dots = run.outputs
    .map((output, i) => (shown(i) ? `M${x(i + 1).toFixed(1)},${y(output).toFixed(1)}h0` : ''))
    .join('');
  const means = run.means.flatMap((mean, i) => (shown(i) ? [[x(i + 1), y(mean)] as const] : []));
  return (
    <svg class="fig-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say.chart}>
      <g class="axis">
        {[least, most].map((tick, i) => (
          <g key={i} transform={`translate(${inner.left},${y(tick)})`}>
            <line x2={-5} />
            <text x={-9} dy="0.33em" text-anchor="end">
              {fixed(tick, 2)}
            </text>
          </g>
        ))}
        {[1, end / 2, end].map((tick) => (
          <g key={tick} transform={`translate(${x(tick)},${bottom})`}>
            <line y2={5} />
            <text y={19} text-anchor={tick === end ? 'end' : 'middle'}>
              {tick}
            </text>
          </g>
        ))}
        <path d={`M${inner.left},${inner.top}V${bottom}H${width - inner.right}`} fill="none" />
        <text x={4} y={13} class="soft">
          {say.output}
        </text>
        <text x={width - inner.right} y={height - 3} text-anchor="end" class="soft">
          {say.masks}
        </text>
      </g>
      <text x={width - inner.right} y={13} text-anchor="end">
        <tspan class="mean-name">{say.mean}</tspan>
        <tspan dx="12" class="test-name">
          {say.test}
        </tspan>
      </text>
      <path class="draws" d={dots} />
      <line class="test" x1={inner.left} x2={width - inner.right} y1={y(test)} y2={y(test)} />
      <path class="mean" d={linePath(means)} />
      <circle class="mean-dot" cx={x(n)} cy={y(run.mean)} r={3.5} />
    </svg>
  );
}
