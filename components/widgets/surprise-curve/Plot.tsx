import type { Lang } from '@book/languages';
import { DragHandle } from '@components/controls/DragHandle';
import { stepKeys } from '@components/controls/step-keys';
import { fixed, fixedOrSmall } from '@components/figure/format';
import { linearScale, linePath, ticks } from '@components/figure/scale';
import { messages } from './messages';
import { type Axis, curve, type Place, reach, type State, sumFor, within } from './model';

const width = 400;
const height = 330;
const inner = { left: 30, right: 16, top: 22, bottom: 98 };
const bottom = height - inner.bottom;
const highest = 6.2;

const scales = {
  z: linearScale([-reach, reach], [inner.left, width - inner.right]),
  a: linearScale([0, 1], [inner.left, width - inner.right]),
};
const y = linearScale([0, highest], [bottom, inner.top]);

type LossName = 'crossEntropy' | 'squaredError';
const names: readonly LossName[] = ['crossEntropy', 'squaredError'];

/** A piece of the tangent about 90 units long, cut off at the frame. */
function tangent(place: Place, loss: LossName, axis: Axis): string {
  const x = scales[axis];
  const { byA, byZ, loss: at } = place[loss];
  const perUnit = axis === 'z' ? byZ : byA;
  const [px, py] = [x(place[axis]), y(at)];
  // In units of the drawing.
  const rise = (perUnit * (y(1) - y(0))) / (x(1) - x(0));
  const half = 45 / Math.hypot(1, rise);
  const end = (along: number): readonly [number, number] => {
    const room = Math.min(
      share(px, along, inner.left - 8, width - inner.right + 8),
      share(py, along * rise, inner.top - 8, bottom + 6),
    );
    return [px + along * room, py + along * rise * room];
  };
  return linePath([end(-half), end(half)]);
}

/** How much of a way stays between two bounds, at most all of it. */
const share = (from: number, way: number, low: number, high: number): number =>
  way === 0 ? 1 : Math.min(1, ((way < 0 ? low : high) - from) / way);

interface PlotProps {
  lang: Lang;
  state: State;
  place: Place;
  onMove: (z: number) => void;
}

/** Both losses with their tangents; under the axis, the step that each makes the unit take. */
export function Plot({ lang, state, place, onMove }: PlotProps) {
  const say = messages[lang];
  const { axis } = state;
  const x = scales[axis];
  const at = x(place[axis]);
  return (
    <svg class="fig-drawing" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={say.plot}>
      <g class="axis">
        {(axis === 'z' ? ticks(-reach, reach, 2) : ticks(0, 1, 0.25)).map((tick) => (
          <g key={tick} transform={`translate(${x(tick)},${bottom})`}>
            <line y2={5} />
            <text y={19} text-anchor="middle">
              {axis === 'z' ? fixed(tick, 0) : String(tick)}
            </text>
          </g>
        ))}
        {ticks(0, highest, 2).map((tick) => (
          <g key={tick} transform={`translate(${inner.left},${y(tick)})`}>
            <line x2={-5} />
            <text x={-9} dy="0.33em" text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        <path d={`M${inner.left},${inner.top}V${bottom}H${width - inner.right}`} fill="none" />
        <text x={width - inner.right} y={bottom + 38} text-anchor="end" class="soft">
          {say.axes[axis]}
        </text>
        <text x={2} y={12} class="soft">
          {say.loss}
        </text>
        <text x={inner.left} y={bottom + 38} class="soft">
          {say.step}
        </text>
      </g>
      {names.map((loss) => (
        <path
          key={loss}
          d={linePath(curve.map((point) => [x(point[axis]), y(point[loss].loss)] as const))}
          class={`curve ${loss}`}
        />
      ))}
      <text
        x={axis === 'z' ? x(-3.2) : x(0.1)}
        y={axis === 'z' ? y(3.2) - 22 : y(2.6)}
        class="label crossEntropy"
      >
        {say.crossEntropy}
      </text>
      <text
        x={axis === 'z' ? x(-3.7) : x(0.1)}
        y={axis === 'z' ? y(0.5) - 9 : y(0.5) - 1}
        class="label squaredError"
      >
        {say.squaredError}
      </text>
      {names.map((loss) => (
        <path key={loss} d={tangent(place, loss, axis)} class={`tangent ${loss}`} />
      ))}
      {names.map((loss, i) => (
        <Step
          key={loss}
          {...{ loss, place }}
          y={bottom + 60 + 24 * i}
          name={say[loss]}
          axis={axis}
        />
      ))}
      <circle cx={at} cy={y(place.squaredError.loss)} r={4.5} class="dot squaredError" />
      <DragHandle
        class="handle"
        name={say.drag}
        min={-reach}
        max={reach}
        value={state.z}
        text={`z = ${fixed(state.z, 2)}, a = ${fixed(place.a, 4)}`}
        drag={{
          start: () => state.z,
          move: ({ x: at }) => onMove(axis === 'z' ? within(x.invert(at)) : sumFor(x.invert(at))),
        }}
        onKeyDown={stepKeys({ arrow: 0.25, page: 1, end: 2 * reach }, (by) =>
          onMove(within(state.z + by)),
        )}
      >
        <rect x={at - 22} y={inner.top} width={44} height={bottom - inner.top} fill="transparent" />
        <line x1={at} x2={at} y1={y(place.crossEntropy.loss)} y2={bottom} />
        <circle cx={at} cy={y(place.crossEntropy.loss)} r={7} class="grip" />
      </DragHandle>
    </svg>
  );
}

/** One step z ← z − ∂L/∂z, drawn along the axis to scale, with its length. */
function Step(props: { loss: LossName; place: Place; y: number; name: string; axis: Axis }) {
  const { loss, place, y: row, name, axis } = props;
  const length = -place[loss].byZ;
  const x = scales.z;
  const from = axis === 'z' ? x(place.z) : inner.left;
  const to = from + x(length) - x(0);
  const room = to + 170 < width;
  return (
    <g class={`step ${loss}`}>
      <line x1={from} x2={to} y1={row} y2={row} />
      <line x1={from} x2={from} y1={row - 5} y2={row + 5} />
      <path d={`M${to},${row - 5}L${to + 7},${row}L${to},${row + 5}Z`} />
      <text x={room ? to + 12 : from - 6} y={row} dy="0.33em" text-anchor={room ? 'start' : 'end'}>
        {name} +{fixedOrSmall(length)}
      </text>
    </g>
  );
}
