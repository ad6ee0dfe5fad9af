import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { DragHandle } from '@components/controls/DragHandle';
import { fixed } from '@components/figure/format';
import { Mark } from '@components/figure/plane/Mark';
import { type Place, piecesPath, segmentsPath } from '@components/figure/plane/region';
import { linePath } from '@components/figure/scale';
import { messages } from './messages';
import { type Model, onTheWay } from './model';
import { high, low, type State } from './state';

const width = 400;
const side = 176;
const top = 22;
const height = top + side + 24;
/** Where the panels begin; in front of each is room for the name of its upright axis. */
const first = 20;
const second = width - side;

interface PanelsProps {
  lang: Lang;
  state: State;
  model: Model;
  onProbe: (x: number[]) => void;
}

/** Lines of the plane that show how it is bent: some of each direction. */
const lines = Array.from({ length: 9 }, (_, i) => low + ((high - low) * i) / 8);
const along = Array.from({ length: 41 }, (_, i) => low + ((high - low) * i) / 40);
const gridLines: Place[][] = lines.flatMap((u) => [
  along.map((v): Place => [u, v]),
  along.map((v): Place => [v, u]),
]);

/** Both planes beside each other: the inputs, and where the hidden layer puts them. */
export function Panels({ lang, state, model, onProbe }: PanelsProps) {
  const say = messages[lang];
  const { fold } = state;
  const inPanel =
    (left: number, share: number) =>
    (x: Place): Place => {
      const [u, v] = onTheWay(x, share === 0 ? x : model.toHidden(x), model.window, share);
      return [left + side * u, top + side * (1 - v)];
    };
  const input = inPanel(first, 0);
  const folded = inPanel(second, fold);
  const line = model.outputLine.map(
    (ends) => ends.map((end) => fromWindow(end, model)) as [Place, Place],
  );
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
      <Sheet model={model} place={input} left={first} />
      {model.hiddenLines.map((segments, j) => (
        <path
          key={j}
          d={segmentsPath(segments, input)}
          class="hidden-line"
          data-sym="a"
          data-layer={1}
          data-index={j + 1}
        />
      ))}
      <Sheet model={model} place={folded} left={second} />
      <path d={segmentsPath(line, (p) => p)} class="output-line" style={{ opacity: fold }} />
      {([input, folded] as const).map((place, panel) => (
        <g key={panel}>
          {model.points.map(({ x, y, wrong }, s) => (
            <Mark key={s} at={place(x)} y={y} wrong={wrong} />
          ))}
        </g>
      ))}
      <Name at={[first + side / 2, height - 4]} letter="x" index={1} />
      <Name at={[9, top + side / 2]} letter="x" index={2} />
      <Name at={[second + side / 2, height - 4]} letter={fold > 0.5 ? 'a' : 'x'} index={1} />
      <Name at={[second - 11, top + side / 2]} letter={fold > 0.5 ? 'a' : 'x'} index={2} />
      <Diamond at={folded(model.probe.x)} />
      <Probe {...{ lang, x: model.probe.x, at: input(model.probe.x), onProbe }} />
    </svg>
  );
}

/** From hidden space to the second panel. */
const fromWindow = ([u, v]: Place, { window: { low: from, size } }: Model): Place => [
  second + (side * (u - from[0])) / size,
  top + side * (1 - (v - from[1]) / size),
];

/** A panel: the grid, the part answered 1, the border. */
function Sheet({ model, place, left }: { model: Model; place: (x: Place) => Place; left: number }) {
  return (
    <>
      <rect x={left} y={top} width={side} height={side} class="ground" />
      <path d={piecesPath(model.area, place)} class="area" />
      <path d={gridLines.map((points) => linePath(points.map(place))).join('')} class="grid" />
      <path d={segmentsPath(model.border, place)} class="border" />
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

interface ProbeProps {
  lang: Lang;
  x: Place;
  at: Place;
  onProbe: (x: number[]) => void;
}

/** The point that the reader drags through the plane of inputs. */
function Probe({ lang, x, at, onProbe }: ProbeProps) {
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
