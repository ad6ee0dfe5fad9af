import type { Lang } from '@book/languages';
import { Axes, type Box } from '@components/figure/plot/Axes';
import { linearScale, linePath } from '@components/figure/scale';
import { messages } from './messages';
import { type Learner, type State, sizes } from './model';

const width = 400;

/** Where an epoch stands on the axis. */
const placeOf = (axis: State['axis'], learner: Learner, epoch: number): number =>
  axis === 'epochs'
    ? epoch
    : axis === 'updates'
      ? epoch * learner.perEpoch
      : learner.times[Math.min(epoch, learner.times.length - 1)]!;

/** A round number of at least `most`, for the end of an axis. */
function endOf(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return [1, 2, 3, 4, 6, 8, 10].map((n) => n * unit).find((end) => end >= most) ?? most;
}

interface PlotProps {
  lang: Lang;
  learners: readonly Learner[];
  epoch: number;
}

const curveHeight = 210;
const box: Box = { left: 40, right: width - 44, top: 24, bottom: curveHeight - 40 };
const most = 1;

/** The loss of each learner up to this epoch, over epochs, updates or time. */
export function Curves({ lang, learners, epoch, axis }: PlotProps & { axis: State['axis'] }) {
  const say = messages[lang];
  const end = endOf(Math.max(...learners.map((one) => placeOf(axis, one, epoch))));
  const x = linearScale([0, end], [box.left, box.right]);
  const y = linearScale([most, 0], [box.top, box.bottom]);
  const level = (loss: number): number => y(Number.isFinite(loss) ? Math.min(most, loss) : most);
  const ends = spread(
    learners.map((one) => level(one.losses[Math.min(epoch, one.losses.length - 1)]!)),
    box.bottom - 6,
  );
  return (
    <svg
      class="fig-drawing"
      viewBox={`0 0 ${width} ${curveHeight}`}
      role="img"
      aria-label={say.curve}
    >
      <Axes
        box={box}
        x={x}
        y={y}
        xTicks={[0, end / 2, end]}
        yTicks={[0, 0.2, 0.4, 0.6, 0.8, 1]}
        yName={say.lossAxis}
        xName={say.units[axis]}
      />
      {learners.map((learner, i) => {
        const shown = learner.losses.slice(0, epoch + 1);
        const last = shown.length - 1;
        const at = x(placeOf(axis, learner, last));
        return (
          <g key={learner.size} class={`size-${i}`}>
            <path
              class="curve"
              d={linePath(shown.map((loss, n) => [x(placeOf(axis, learner, n)), level(loss)]))}
            />
            <circle cx={at} cy={level(shown[last]!)} r={3.5} />
            <text x={at + 7} y={ends[i]!} dy="0.33em">
              {learner.size}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Places of labels, moved apart until no two touch, none under the floor. */
function spread(places: readonly number[], floor: number, gap = 13): number[] {
  const order = places.map((_, i) => i).sort((p, q) => places[p]! - places[q]!);
  const result = [...places];
  order.forEach((i, n) => {
    const before = order[n - 1];
    if (before !== undefined) result[i] = Math.max(result[i]!, result[before]! + gap);
  });
  order.toReversed().forEach((i, n) => {
    result[i] = Math.min(result[i]!, floor - n * gap);
  });
  return result;
}

const panel = { wide: 94, high: 94 };

/** The way of two output weights in each learner, all four on one scale. */
export function Paths({ lang, learners, epoch }: PlotProps) {
  const say = messages[lang];
  const shown = learners.map(({ path, perEpoch }) => path.slice(0, epoch * perEpoch + 1));
  const all = shown.flat();
  const range = (axis: 0 | 1): [number, number] => {
    const values = all.map((point) => point[axis]).filter((one) => Math.abs(one) < 1e3);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const more = Math.max(0.1, 0.08 * (high - low));
    return [low - more, high + more];
  };
  const [rangeX, rangeY] = [range(0), range(1)];
  return (
    <svg class="fig-drawing" viewBox={`0 0 ${width} 132`} role="img" aria-label={say.path}>
      <text x={4} y={12} class="soft">
        {say.weights}
      </text>
      {shown.map((path, i) => {
        const left = 4 + i * (panel.wide + 5);
        const x = linearScale(rangeX, [left, left + panel.wide]);
        const y = linearScale([rangeY[1], rangeY[0]], [18, 18 + panel.high]);
        const [fromX, fromY] = path[0]!;
        const [toX, toY] = path.at(-1)!;
        return (
          <g key={sizes[i]} class={`size-${i}`}>
            <rect class="panel" x={left} y={18} width={panel.wide} height={panel.high} />
            <path class="path" d={linePath(path.map(([px, py]) => [x(px), y(py)]))} />
            <circle class="from" cx={x(fromX)} cy={y(fromY)} r={3} />
            <circle cx={x(toX)} cy={y(toY)} r={3.5} />
            <text x={left + panel.wide / 2} y={126} text-anchor="middle">
              {say.batch} {sizes[i]}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
