import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { DragHandle } from '@components/controls/DragHandle';
import { exact } from '@components/figure/format';
import { linearScale, linePath, ticks } from '@components/figure/scale';
import { messages } from './messages';
import { type Frame, perFrame, type State, steps } from './model';

const width = 400;
const plane = { left: 40, right: 392, top: 12, bottom: 232 };
const plot = { left: 40, right: 392, top: 282, bottom: 336 };
const height = 362;

const x = linearScale([-7.5, 7.5], [plane.left, plane.right]);
const y = linearScale([-7, 7], [plane.bottom, plane.top]);
const time = linearScale([0, steps], [plot.left, plot.right]);
const lossAt = linearScale([0, 0.15], [plot.bottom, plot.top]);

interface PlaneProps {
  lang: Lang;
  state: State;
  run: readonly Frame[];
  /** The same training without any nudge, if there was one. */
  untouched: readonly Frame[] | undefined;
  onStart: (x: number, y: number) => void;
}

const clamp = (value: number): number => Math.min(2, Math.max(-2, Math.round(value * 20) / 20));

/** Dots on top of each other share a label: `1 2 3 4`. */
function clusters(now: Frame): { units: number[]; at: [number, number] }[] {
  const list: { units: number[]; at: [number, number] }[] = [];
  now.units.forEach(({ w }, j) => {
    const at: [number, number] = [x(w[0]), y(w[1])];
    const near = list.find((one) => Math.hypot(one.at[0] - at[0], one.at[1] - at[1]) < 14);
    if (near) near.units.push(j + 1);
    else list.push({ units: [j + 1], at });
  });
  return list;
}

/** Every unit's way through the plane of its two weights, and the loss against steps. */
export function Plane({ lang, state, run, untouched, onStart }: PlaneProps) {
  const say = messages[lang];
  const { frame } = state;
  const now = run[frame]!;
  const trail = (j: number) =>
    linePath(run.slice(0, frame + 1).map(({ units }) => [x(units[j]!.w[0]), y(units[j]!.w[1])]));
  const curve = (list: readonly Frame[]) =>
    linePath(list.map(({ loss }, i) => [time(i * perFrame), lossAt(Math.min(0.15, loss))]));
  const movable = state.start === 'equal' || state.start === 'outgoing';
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = {
      ArrowLeft: [-0.05, 0],
      ArrowRight: [0.05, 0],
      ArrowUp: [0, 0.05],
      ArrowDown: [0, -0.05],
    }[event.key];
    if (!move) return;
    event.preventDefault();
    onStart(clamp(state.x + move[0]!), clamp(state.y + move[1]!));
  };
  return (
    <svg class="fig-drawing" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={say.plane}>
      <g class="axis">
        <path d={`M${plane.left},${y(0)}H${plane.right}M${x(0)},${plane.top}V${plane.bottom}`} />
        {ticks(-6, 6, 3)
          .filter((tick) => tick !== 0)
          .map((tick) => (
            <g key={tick}>
              <text x={x(tick)} y={y(0) + 16} text-anchor="middle" class="soft">
                {exact(tick)}
              </text>
              <text x={x(0) - 6} y={y(tick)} dy="0.33em" text-anchor="end" class="soft">
                {exact(tick)}
              </text>
            </g>
          ))}
        <text x={plane.right} y={plane.bottom + 4} text-anchor="end" class="soft">
          {say.xAxis}
        </text>
        <text x={4} y={plane.top + 2} class="soft">
          {say.yAxis}
        </text>
      </g>
      {now.units.map((_, j) => (
        <path key={j} d={trail(j)} class="trail" />
      ))}
      {state.start !== 'random' && (
        <circle
          cx={x(state.start === 'zero' ? 0 : state.x)}
          cy={y(state.start === 'zero' ? 0 : state.y)}
          r={3.5}
          class="begin"
        />
      )}
      {now.units.map(({ w }, j) => (
        <circle key={j} cx={x(w[0])} cy={y(w[1])} r={6} class="unit" data-sym="W" data-layer={1} />
      ))}
      {clusters(now).map(({ units, at }) => {
        // Away from the axis and its numbers, unless that would leave the drawing.
        const before = at[0] < x(0) ? at[0] > 130 : at[0] > width - 110;
        return (
          <text
            key={units.join('')}
            x={at[0] + (before ? -12 : 12)}
            y={at[1]}
            dy="-0.35em"
            text-anchor={before ? 'end' : 'start'}
            class="label"
          >
            {fill(units.length > 1 ? say.several : say.one, {
              n: units.join(lang === 'zh' ? '、' : ', '),
            })}
          </text>
        );
      })}
      {movable && (
        <DragHandle
          class="handle"
          name={say.startPoint}
          min={-2}
          max={2}
          value={state.x}
          text={`${exact(state.x)}, ${exact(state.y)}`}
          drag={{
            start: () => state,
            move: (at) => onStart(clamp(x.invert(at.x)), clamp(y.invert(at.y))),
          }}
          onKeyDown={onKeyDown}
        >
          <circle cx={x(state.x)} cy={y(state.y)} r={20} fill="transparent" />
          <circle cx={x(state.x)} cy={y(state.y)} r={10} class="ring" />
        </DragHandle>
      )}
      <g class="axis">
        <path d={`M${plot.left},${plot.top}V${plot.bottom}H${plot.right}`} />
        <text x={plot.left - 6} y={plot.bottom} text-anchor="end" class="soft">
          0
        </text>
        <text x={plot.left - 6} y={lossAt(0.1)} dy="0.33em" text-anchor="end" class="soft">
          0.1
        </text>
        <text x={4} y={plot.top - 10} class="soft">
          {say.lossAxis}
        </text>
        {[0, 1000, 2000, 3000].map((tick) => (
          <text
            key={tick}
            x={time(tick)}
            y={plot.bottom + 17}
            text-anchor={tick === 0 ? 'start' : tick === steps ? 'end' : 'middle'}
            class="soft"
          >
            {tick}
          </text>
        ))}
      </g>
      {untouched && (
        <>
          <path d={curve(untouched.slice(0, frame + 1))} class="loss untouched" />
          <text
            x={Math.max(plot.left + 150, time(frame * perFrame))}
            y={lossAt(untouched[frame]!.loss) - 7}
            text-anchor="end"
            class="soft"
          >
            {say.untouched}
          </text>
        </>
      )}
      <path d={curve(run.slice(0, frame + 1))} class="loss" />
      <circle cx={time(frame * perFrame)} cy={lossAt(Math.min(0.15, now.loss))} r={4} class="dot" />
    </svg>
  );
}
