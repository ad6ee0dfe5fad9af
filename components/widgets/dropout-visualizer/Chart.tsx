import type { Lang } from '@book/languages';
import { fixed } from '@components/figure/format';
import { Axes, type Box } from '@components/figure/plot/Axes';
import { linearScale, linePath } from '@components/figure/scale';
import { messages } from './messages';
import type { Draws } from './model';

const width = 400;
const height = 200;
const box: Box = { left: 48, right: width - 16, top: 30, bottom: height - 40 };

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
  const x = linearScale([1, end], [box.left, box.right]);
  const y = linearScale([least - room, most + room], [box.bottom, box.top]);
  // No more points than the drawing can show.
  const stride = Math.max(1, Math.ceil(n / 300));
  const shown = (i: number): boolean => i % stride === 0 || i === n - 1;
  const dots = run.outputs
    .map((output, i) => (shown(i) ? `M${x(i + 1).toFixed(1)},${y(output).toFixed(1)}h0` : ''))
    .join('');
  const means = run.means.flatMap((mean, i) => (shown(i) ? [[x(i + 1), y(mean)] as const] : []));
  return (
    <svg class="fig-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say.chart}>
      <Axes
        box={box}
        x={x}
        y={y}
        xTicks={[1, end / 2, end]}
        yTicks={[least, most]}
        yShow={(tick) => fixed(tick, 2)}
        yName={say.output}
        xName={say.masks}
      />
      <text x={box.right} y={13} text-anchor="end">
        <tspan class="mean-name">{say.mean}</tspan>
        <tspan dx="12" class="test-name">
          {say.test}
        </tspan>
      </text>
      <path class="draws" d={dots} />
      <line class="test" x1={box.left} x2={box.right} y1={y(test)} y2={y(test)} />
      <path class="mean" d={linePath(means)} />
      <circle class="mean-dot" cx={x(n)} cy={y(run.mean)} r={3.5} />
    </svg>
  );
}
