import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { DragHandle } from '@components/controls/DragHandle';
import { fixed } from '@components/figure/format';
import { linearScale, linePath, ticks } from '@components/figure/scale';
import { useMemo } from 'preact/hooks';
import { contours, windowOf } from './contours';
import { messages } from './messages';
import { at, type Path, type State } from './model';
import { type SurfaceName, surfaces } from './surfaces';

const width = 400;
const inner = { left: 30, right: 6, top: 6, bottom: 22 };
const plot = { width: width - inner.left - inner.right, height: 273 };
const height = plot.height + inner.top + inner.bottom;

/** From the numbers of a surface to places in the drawing. */
function scalesOf(name: SurfaceName) {
  const { x, y } = windowOf(surfaces[name]);
  return {
    x: linearScale(x, [inner.left, inner.left + plot.width]),
    y: linearScale([y[1], y[0]], [inner.top, inner.top + plot.height]),
    window: { x, y },
  };
}

interface LandscapeProps {
  lang: Lang;
  state: State;
  paths: readonly Path[];
  onStart: (x: number, y: number) => void;
}

/** The map: contours, minima and saddles, the paths so far, and the start as a handle. */
export function Landscape({ lang, state, paths, onStart }: LandscapeProps) {
  const say = messages[lang];
  const { surface, step } = state;
  const scales = scalesOf(surface);
  const { x, y, window: map } = scales;
  const lines = useMemo(
    () =>
      contours(surfaces[surface]).map((level) =>
        level.map((line) => linePath(line.map(([px, py]) => [x(px), y(py)]))).join(''),
      ),
    [surface],
  );
  const clamp = (value: number, [low, high]: readonly [number, number]): number =>
    Math.min(high, Math.max(low, value));
  /** To as many decimals as a reader can aim at. */
  const moveTo = (toX: number, toY: number): void =>
    onStart(Number(clamp(toX, map.x).toFixed(3)), Number(clamp(toY, map.y).toFixed(3)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const unit = (map.x[1] - map.x[0]) / (event.shiftKey ? 400 : 40);
    const [dx, dy] = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowDown: [0, -1],
      ArrowUp: [0, 1],
    }[event.key] ?? [0, 0];
    if (!dx && !dy) return;
    event.preventDefault();
    moveTo(state.x + dx! * unit, state.y + dy! * unit);
  };
  // Before the first step all are in one place, under the handle of the start.
  const tags = step === 0 ? [] : tagsOf(paths, step, scales);
  const every = map.x[1] - map.x[0] > 6 ? 2 : 1;
  return (
    <svg class="fig-drawing" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={say.map}>
      <clipPath id={`map-${surface}`}>
        <rect x={inner.left} y={inner.top} width={plot.width} height={plot.height} />
      </clipPath>
      <g class="axis">
        {ticks(map.x[0], map.x[1], every).map((tick) => (
          <text key={tick} x={x(tick)} y={height - 5} text-anchor="middle">
            {fixed(tick, 0)}
          </text>
        ))}
        {ticks(map.y[0], map.y[1], every).map((tick) => (
          <text key={tick} x={inner.left - 6} y={y(tick)} dy="0.33em" text-anchor="end">
            {fixed(tick, 0)}
          </text>
        ))}
        <rect
          class="edge"
          x={inner.left}
          y={inner.top}
          width={plot.width}
          height={plot.height}
          fill="none"
        />
      </g>
      <g clip-path={`url(#map-${surface})`}>
        {lines.map((d, k) => (
          <path key={`${surface}${k}`} class="contour" d={d} />
        ))}
        {surfaces[surface].minima.map(([px, py]) => (
          <path
            key={`${px},${py}`}
            class="minimum"
            d={`M${x(px) - 5},${y(py) - 5}l10,10m0,-10l-10,10`}
          />
        ))}
        {surfaces[surface].saddles.map(([px, py]) => (
          <rect
            key={`${px},${py}`}
            class="saddle"
            x={x(px) - 4}
            y={y(py) - 4}
            width={8}
            height={8}
          />
        ))}
        {paths.map((path) => {
          const { points, name } = path;
          const gone = points.slice(0, step + 1);
          return (
            <path
              key={name}
              class={`way ${name}`}
              d={linePath(gone.map(([px, py]) => [x(px), y(py)]))}
            />
          );
        })}
        {paths.map((path) => {
          const [px, py] = at(path, step).point;
          return (
            <circle key={path.name} class={`racer ${path.name}`} cx={x(px)} cy={y(py)} r={5} />
          );
        })}
      </g>
      {tags.map(({ path, left, top }) => (
        <text key={path.name} class={`tag ${path.name}`} x={left} y={top} text-anchor="middle">
          {say.short[path.name]}
        </text>
      ))}
      <DragHandle
        class="handle"
        name={say.start}
        min={map.x[0]}
        max={map.x[1]}
        value={state.x}
        text={fill(say.startAt, { x: fixed(state.x, 3), y: fixed(state.y, 3) })}
        drag={{
          start: () => ({ x: x(state.x), y: y(state.y) }),
          move: ({ dx, dy, from }) => moveTo(x.invert(from.x + dx), y.invert(from.y + dy)),
        }}
        onKeyDown={onKeyDown}
      >
        <circle cx={x(state.x)} cy={y(state.y)} r={22} fill="transparent" />
        <circle class="grip" cx={x(state.x)} cy={y(state.y)} r={7} />
      </DragHandle>
    </svg>
  );
}

interface Tag {
  readonly path: Path;
  readonly left: number;
  readonly top: number;
}

/** Where letters can stand about their racer, the best place first. */
const places = [
  [0, -9],
  [0, 18],
  [16, 4],
  [-16, 4],
  [0, -22],
  [0, 31],
] as const;

/** Where the letters of each racer on the map stand: beside it, and no two on each other. */
function tagsOf(
  paths: readonly Path[],
  step: number,
  { x, y }: Pick<ReturnType<typeof scalesOf>, 'x' | 'y'>,
): Tag[] {
  const placed: Tag[] = [];
  for (const path of paths) {
    const [px, py] = at(path, step).point;
    const [left, from] = [x(px), y(py)];
    const inside =
      left > inner.left && left < width - inner.right && from > 0 && from < height - inner.bottom;
    if (!inside) continue;
    const spots = places.map(([dx, dy]) => ({ path, left: left + dx, top: from + dy }));
    const free = (spot: Tag): boolean =>
      spot.left > inner.left + 8 &&
      spot.left < width - inner.right - 8 &&
      spot.top > inner.top + 9 &&
      spot.top < height - inner.bottom &&
      !placed.some(
        ({ left, top }) => Math.abs(left - spot.left) < 16 && Math.abs(top - spot.top) < 13,
      );
    placed.push(spots.find(free) ?? spots[0]!);
  }
  return placed;
}
