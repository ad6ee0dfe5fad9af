import type { Lang } from '@book/languages';
import { fixed } from '@components/figure/format';
import { Axes, type Box } from '@components/figure/plot/Axes';
import { linearScale, linePath, ticks } from '@components/figure/scale';
import { useMemo } from 'preact/hooks';
import { messages } from './messages';
import { bins, frame, histogram, mostSteps, type Training, yesArea } from './model';

const width = 400;

const plane = { width: 400, height: 296 };
const px = linearScale(frame.x, [0, plane.width]);
const py = linearScale(frame.y, [plane.height, 0]);
const dot = (x: number, y: number): string => `${px(x).toFixed(1)},${py(y).toFixed(1)}`;
const keep = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(high, Math.max(low, value));

/** The samples of one class as one path of dots; a sample outside the frame stands at its edge. */
function dots({ X, Y }: Training['begun']['training'], label: number): string {
  let path = '';
  for (let s = 0; s < X.cols; s++) {
    if (Y.at(0, s) !== label) continue;
    path += `M${dot(keep(X.at(0, s), frame.x), keep(X.at(1, s), frame.y))}h0`;
  }
  return path;
}

/** The samples of both sets, drawn once: they stay where they are while a network is trained. */
function Samples({ of: { training, validation } }: { of: Training['begun'] }) {
  return useMemo(
    () => (
      <>
        {[0, 1].map((label) => (
          <path key={label} class={`seen-not class-${label}`} d={dots(validation, label)} />
        ))}
        {[0, 1].map((label) => (
          <g key={label}>
            <path class={`halo class-${label}`} d={dots(training, label)} />
            <path class={`sample class-${label}`} d={dots(training, label)} />
          </g>
        ))}
      </>
    ),
    [training, validation],
  );
}

/** The plane as the network sees it, with the samples it learns from and those it is tested on. */
export function Plane({ lang, training: { begun } }: { lang: Lang; training: Training }) {
  const area = yesArea(begun.network)
    .map((points) => `M${points.map(([x, y]) => dot(x, y)).join('L')}Z`)
    .join('');
  return (
    <svg
      class="fig-drawing"
      viewBox={`0 0 ${plane.width} ${plane.height}`}
      role="img"
      aria-label={messages[lang].plane}
    >
      <rect class="no" width={plane.width} height={plane.height} />
      <path class="yes" d={area} />
      <Samples of={begun} />
    </svg>
  );
}

const curveHeight = 186;
const box: Box = { left: 44, right: width - 16, top: 30, bottom: curveHeight - 40 };
/** The loss at the top of the axis; larger ones run along it. */
const most = 1.5;

/** Both losses over the updates, and where the validation loss was lowest. */
export function Curves({ lang, training }: { lang: Lang; training: Training }) {
  const say = messages[lang];
  const { looks, best, last } = training;
  const end = [200, 600, 1200, mostSteps].find((n) => last.step <= n) ?? mostSteps;
  const x = linearScale([0, end], [box.left, box.right]);
  const y = linearScale([most, 0], [box.top, box.bottom]);
  const level = (loss: number): number => y(Number.isFinite(loss) ? Math.min(most, loss) : most);
  const line = (of: 'training' | 'validation'): string =>
    linePath(looks.map((look) => [x(look.step), level(look[of])] as const));
  return (
    <svg
      class="fig-drawing"
      viewBox={`0 0 ${width} ${curveHeight}`}
      role="img"
      aria-label={say.curves}
    >
      <Axes
        box={box}
        x={x}
        y={y}
        xTicks={[0, end / 2, end]}
        yTicks={[0, 0.5, 1, 1.5]}
        yName={say.loss}
        xName={say.updates}
      />
      <g transform={`translate(${box.right},13)`} text-anchor="end">
        <text>
          <tspan class="validation-name">{say.validation}</tspan>
          <tspan dx="12" class="training-name">
            {say.training}
          </tspan>
        </text>
      </g>
      <line class="best" x1={x(best.step)} x2={x(best.step)} y1={box.top} y2={box.bottom} />
      <path class="training-line" d={line('training')} />
      <path class="validation-line" d={line('validation')} />
      <circle class="training-dot" cx={x(last.step)} cy={level(last.training)} r={3.5} />
      <circle class="validation-dot" cx={x(last.step)} cy={level(last.validation)} r={3.5} />
    </svg>
  );
}

const barsHeight = 130;
const floor = barsHeight - 24;

/** How large the weights are: the share of them in each stretch of 0.25. */
export function Weights({ lang, weights }: { lang: Lang; weights: readonly number[] }) {
  const say = messages[lang];
  const shares = histogram(weights);
  const x = linearScale([-bins.reach, bins.reach], [10, width - 10]);
  const y = linearScale([0, Math.max(0.2, ...shares)], [floor, 26]);
  return (
    <svg
      class="fig-drawing"
      viewBox={`0 0 ${width} ${barsHeight}`}
      role="img"
      aria-label={say.weights}
    >
      <text x={10} y={13} class="soft">
        {say.weights}
      </text>
      {shares.map((share, i) => {
        const from = x(i * bins.width - bins.reach);
        return (
          <rect
            key={i}
            class="bar"
            x={from + 0.8}
            width={x(bins.width) - x(0) - 1.6}
            y={y(share)}
            height={floor - y(share)}
          />
        );
      })}
      <g class="axis">
        <path d={`M10,${floor}H${width - 10}`} fill="none" />
        {ticks(-2, 2, 1).map((tick) => (
          <text key={tick} x={x(tick)} y={floor + 17} text-anchor="middle">
            {fixed(tick, 0)}
          </text>
        ))}
      </g>
    </svg>
  );
}
