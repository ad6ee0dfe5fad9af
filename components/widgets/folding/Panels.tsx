import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { DragHandle } from '@components/controls/DragHandle';
import { fixed } from '@components/figure/format';
import { Mark } from '@components/figure/plane/Mark';
import type { Place } from '@components/figure/plane/region';
import { useMemo } from 'preact/hooks';
import { messages } from './messages';
import type { Model, Probe } from './model';
import {
  hiddenLinesOf,
  outputLineOf,
  type Paths,
  pathsOf,
  placeOf,
  shapesOf,
  side,
  top,
} from './sheet';
import { high, low } from './state';

const width = 400;
const height = top + side + 24;
/** Where the panels begin; in front of each is room for the name of its upright axis. */
const first = 20;
const second = width - side;

interface PanelsProps {
  lang: Lang;
  fold: number;
  model: Model;
  probe: Probe;
  onProbe: (x: number[]) => void;
}

/** Both planes beside each other: the inputs, and where the hidden layer puts them. */
export function Panels({ lang, fold, model, probe, onProbe }: PanelsProps) {
  const say = messages[lang];
  // The paths are long: those of the inputs do not follow the fold, and none the probe.
  const shapes = useMemo(() => shapesOf(model), [model]);
  const input = placeOf(model, first, 0);
  const folded = placeOf(model, second, fold);
  const flat = useMemo(() => pathsOf(shapes, input), [shapes]);
  const bent = useMemo(() => pathsOf(shapes, folded), [shapes, fold]);
  const hiddenLines = useMemo(() => hiddenLinesOf(model, first), [model]);
  const outputLine = useMemo(() => outputLineOf(model, second), [model]);
  const title = fold === 1 ? say.hidden : fill(say.onTheWay, { percent: Math.round(100 * fold) });
  return (
    <svg
      class="fig-drawing plane"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={say.drawing}
    >
      <text x={first + side / 2} y={12} text-anchor="middle" class="soft">
        {say.inputs}
      </text>
      <text x={second + side / 2} y={12} text-anchor="middle" class="soft">
        {fold === 0 ? say.inputs : title}
      </text>
      <Ground left={first} paths={flat} />
      {hiddenLines.map((d, j) => (
        <path key={j} d={d} class="hidden-line" data-sym="a" data-layer={1} data-index={j + 1} />
      ))}
      <Ground left={second} paths={bent} />
      <path d={outputLine} class="output-line" style={{ opacity: fold }} />
      {[input, folded].map((place, panel) => (
        <g key={panel}>
          {model.points.map((point, s) => (
            <Mark key={s} at={place(point)} y={point.y} wrong={point.wrong} />
          ))}
        </g>
      ))}
      <Name at={[first + side / 2, height - 4]} letter="x" index={1} />
      <Name at={[9, top + side / 2]} letter="x" index={2} />
      <Name at={[second + side / 2, height - 4]} letter={fold > 0.5 ? 'a' : 'x'} index={1} />
      <Name at={[second - 11, top + side / 2]} letter={fold > 0.5 ? 'a' : 'x'} index={2} />
      <Diamond at={folded(probe)} />
      <ProbeHandle {...{ lang, x: probe.x, at: input(probe), onProbe }} />
    </svg>
  );
}

/** A panel: the grid, the part answered 1, the border. */
function Ground({ left, paths }: { left: number; paths: Paths }) {
  return (
    <>
      <rect x={left} y={top} width={side} height={side} class="ground" />
      <path d={paths.area} class="area" />
      <path d={paths.grid} class="grid" />
      <path d={paths.border} class="border" />
      <rect x={left} y={top} width={side} height={side} class="frame" />
    </>
  );
}

const Name = ({ at: [u, v], letter, index }: { at: Place; letter: 'x' | 'a'; index: number }) => (
  <text
    x={u}
    y={v}
    text-anchor="middle"
    class="letter"
    data-sym={letter}
    data-layer={letter === 'a' ? 1 : undefined}
    data-index={index}
  >
    {letter}
    <tspan dy="0.3em" class="index">
      {index}
    </tspan>
  </text>
);

const Diamond = ({ at: [x, y] }: { at: Place }) => (
  <path
    transform={`translate(${x.toFixed(1)},${y.toFixed(1)})`}
    d="M0,-8L8,0L0,8L-8,0Z"
    class="probe"
  />
);

interface HandleProps {
  lang: Lang;
  x: Place;
  at: Place;
  onProbe: (x: number[]) => void;
}

/** The point that the reader drags through the plane of inputs. */
function ProbeHandle({ lang, x, at, onProbe }: HandleProps) {
  const say = messages[lang];
  const within = (value: number): number => Number(Math.min(high, Math.max(low, value)).toFixed(3));
  const moveTo = (u: number, v: number): void => onProbe([within(u), within(v)]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = {
      ArrowRight: [1, 0],
      ArrowLeft: [-1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    }[event.key];
    if (!step) return;
    event.preventDefault();
    moveTo(x[0] + 0.05 * step[0]!, x[1] + 0.05 * step[1]!);
  };
  return (
    <DragHandle
      class="handle"
      name={say.probe}
      min={low}
      max={high}
      value={x[0]}
      text={fill(say.probeAt, { x: fixed(x[0], 2), y: fixed(x[1], 2) })}
      drag={{
        start: () => x,
        move: ({ dx, dy, from }) => {
          const scale = (high - low) / side;
          moveTo(from[0] + dx * scale, from[1] - dy * scale);
        },
      }}
      onKeyDown={onKeyDown}
    >
      <circle cx={at[0]} cy={at[1]} r={20} class="handle-place" />
      <Diamond at={at} />
    </DragHandle>
  );
}
