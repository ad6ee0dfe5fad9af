import type { Lang } from '@book/languages';
import { fixed, short } from '@components/figure/format';
import { Power } from '@components/figure/Power';
import { linearScale, linePath, ticks } from '@components/figure/scale';
import { messages } from './messages';
import { mostSteps, type Spread } from './model';

const width = 400;
const inner = { left: 44, right: 14 };

/** The last update on the axis: it stands still while a run grows. */
export const endOf = (steps: number): number =>
  [50, 150, 300, mostSteps].find((n) => steps <= n) ?? mostSteps;

/** How far from 0 the axis of the bands reaches, for all that is to be seen. */
export function reachOf(...histories: readonly (readonly Spread[])[]): number {
  let most = 0;
  for (const history of histories) {
    for (const { mean, deviation } of history) most = Math.max(most, Math.abs(mean) + deviation);
  }
  return [2, 4, 8, 16, 32].find((reach) => most <= reach) ?? 64;
}

/** No more points than a drawing can show, the last one always. */
function thinned<T>(list: readonly T[]): { at: number; value: T }[] {
  const stride = Math.max(1, Math.ceil(list.length / 200));
  return list.flatMap((value, at) =>
    at % stride === 0 || at === list.length - 1 ? [{ at, value }] : [],
  );
}

function UpdatesAxis({ end, floor, height }: { end: number; floor: number; height: number }) {
  const x = linearScale([0, end], [inner.left, width - inner.right]);
  return (
    <>
      {[0, end / 2, end].map((tick) => (
        <g key={tick} transform={`translate(${x(tick)},${floor})`}>
          <line y2={5} />
          <text y={height - floor - 6} text-anchor={tick === end ? 'end' : 'middle'}>
            {tick}
          </text>
        </g>
      ))}
    </>
  );
}

const bandHeight = 150;
const bandTop = 26;
const bandFloor = bandHeight - 26;

interface BandProps {
  lang: Lang;
  of: 'plain' | 'normalised';
  history: readonly Spread[];
  end: number;
  reach: number;
}

/** Mean and standard deviation of one unit's inputs before every update. */
export function Band({ lang, of, history, end, reach }: BandProps) {
  const say = messages[lang];
  const x = linearScale([0, end], [inner.left, width - inner.right]);
  const y = linearScale([reach, -reach], [bandTop, bandFloor]);
  const level = (value: number): number =>
    y(Number.isFinite(value) ? Math.min(reach, Math.max(-reach, value)) : reach);
  const points = thinned(history);
  const edge = (sign: 1 | -1) =>
    points.map(({ at, value }) => [x(at), level(value.mean + sign * value.deviation)] as const);
  const { mean, deviation } = history.at(-1)!;
  const last = x(history.length - 1);
  return (
    <svg
      class={`fig-drawing ${of}`}
      viewBox={`0 0 ${width} ${bandHeight}`}
      role="img"
      aria-label={`${say[of]}, ${say.bandAxis}`}
    >
      <title>{`${say[of]}: ${say.mean} ${short(mean, 3)}, ${say.deviation} ${short(deviation, 3)}`}</title>
      <g class="axis">
        <line class="zero" x1={inner.left} x2={width - inner.right} y1={y(0)} y2={y(0)} />
        {ticks(-reach, reach, reach).map((tick) => (
          <g key={tick} transform={`translate(${inner.left},${y(tick)})`}>
            <line x2={-5} />
            <text x={-9} dy="0.33em" text-anchor="end">
              {fixed(tick, 0)}
            </text>
          </g>
        ))}
        <path d={`M${inner.left},${bandTop}V${bandFloor}H${width - inner.right}`} />
        <UpdatesAxis end={end} floor={bandFloor} height={bandHeight} />
        <text x={4} y={14} class="name">
          {say[of]}
        </text>
        <text x={width - inner.right} y={14} text-anchor="end" class="soft">
          {say.bandAxis}
        </text>
      </g>
      <path class="band" d={`${linePath([...edge(1), ...edge(-1).toReversed()])}Z`} />
      <path class="line" d={linePath(points.map(({ at, value }) => [x(at), level(value.mean)]))} />
      <line
        class="last"
        x1={last}
        x2={last}
        y1={level(mean + deviation)}
        y2={level(mean - deviation)}
      />
    </svg>
  );
}

const lossHeight = 196;
const lossTop = 36;
const lossFloor = lossHeight - 40;
const [lowest, highest] = [-3, 1];

interface LossProps {
  lang: Lang;
  plain: readonly number[];
  normalised: readonly number[];
  end: number;
}

/** Both losses on a logarithmic axis; what is beyond stops at its ends. */
export function Losses({ lang, plain, normalised, end }: LossProps) {
  const say = messages[lang];
  const x = linearScale([0, end], [inner.left, width - inner.right]);
  const y = linearScale([highest, lowest], [lossTop, lossFloor]);
  const level = (loss: number): number =>
    y(Number.isFinite(loss) ? Math.min(highest, Math.max(lowest, Math.log10(loss))) : highest);
  const lines = [
    ['plain', plain],
    ['normalised', normalised],
  ] as const;
  return (
    <svg
      class="fig-drawing"
      viewBox={`0 0 ${width} ${lossHeight}`}
      role="img"
      aria-label={say.curves}
    >
      <title>{`${say.curves}: ${lines.map(([of, losses]) => `${say[of]} ${short(losses.at(-1)!, 3)}`).join(', ')}`}</title>
      <g class="axis">
        {ticks(lowest, highest, 1).map((tick) => (
          <g key={tick} transform={`translate(${inner.left},${y(tick)})`}>
            <line x2={-5} />
            <text x={-9} dy="0.33em" text-anchor="end">
              <Power of={tick} />
            </text>
          </g>
        ))}
        <path d={`M${inner.left},${lossTop}V${lossFloor}H${width - inner.right}`} />
        <UpdatesAxis end={end} floor={lossFloor} height={lossFloor + 26} />
        <text x={4} y={14} class="name">
          {say.lossAxis}
        </text>
        <text x={width - inner.right} y={lossHeight - 3} text-anchor="end" class="soft">
          {say.updates}
        </text>
      </g>
      {lines.map(([of, losses]) => (
        <g key={of} class={of}>
          <path
            class="line"
            d={linePath(thinned(losses).map(({ at, value }) => [x(at), level(value)]))}
          />
          <circle cx={x(losses.length - 1)} cy={level(losses.at(-1)!)} r={4} />
        </g>
      ))}
    </svg>
  );
}
