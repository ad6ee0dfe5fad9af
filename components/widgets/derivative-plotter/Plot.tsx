import type { Lang } from '@book/languages';
import { DragHandle } from '@components/controls/DragHandle';
import { stepKeys } from '@components/controls/step-keys';
import { fixed } from '@components/figure/format';
import { Axes, type Box } from '@components/figure/plot/Axes';
import { ranks } from '@components/figure/plot/Key';
import { linearScale, linePath, ticks } from '@components/figure/scale';
import { useId } from 'preact/hooks';
import { messages } from './messages';
import { type Model, range } from './model';

const width = 400;
const height = 372;
/** The function, and its slope under it over the same axis. */
const upper: Box = { left: 34, right: 394, top: 24, bottom: 200 };
const lower: Box = { left: 34, right: 394, top: 232, bottom: 334 };

const x = linearScale([range.min, range.max], [upper.left, upper.right]);
const a = linearScale([-1.5, 3], [upper.bottom, upper.top]);
const slope = linearScale([-0.2, 1.2], [lower.bottom, lower.top]);

/** The tangent reaches that far to either side of its point. */
const reach = 2;

const boxes = [upper, lower] as const;

interface PlotProps {
  lang: Lang;
  model: Model;
  z: number;
  onMove: (z: number) => void;
}

const clamp = (z: number): number => Math.min(range.max, Math.max(range.min, Number(z.toFixed(2))));

/** Up to three functions with their slopes, and a tangent that follows the hand. */
export function Plot({ lang, model, z, onMove }: PlotProps) {
  const say = messages[lang];
  const id = useId();
  const { at, curves, flat } = model;
  const front = at[0]!;
  const tangent = ([-reach, reach] as const).map(
    (d) => [x(z + d), a(front.value + d * front.slope)] as const,
  );
  return (
    <svg class="fig-drawing" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={say.plot}>
      <defs>
        {boxes.map((box, i) => (
          <clipPath key={box.top} id={`${id}-${i}`}>
            <rect
              x={box.left}
              y={box.top}
              width={box.right - box.left}
              height={box.bottom - box.top}
            />
          </clipPath>
        ))}
      </defs>
      {boxes.map((box) =>
        flat.map(({ from, to }) => (
          <rect
            key={`${box.top} ${from}`}
            class="flat"
            x={x(from)}
            y={box.top}
            width={x(to) - x(from)}
            height={box.bottom - box.top}
          />
        )),
      )}
      <Axes
        box={upper}
        x={x}
        y={a}
        xTicks={ticks(range.min, range.max, 2)}
        yTicks={[-1, 0, 1, 2, 3]}
        yName="a = f(z)"
        xNumbers={false}
      />
      <Axes
        box={lower}
        x={x}
        y={slope}
        xTicks={ticks(range.min, range.max, 2)}
        yTicks={[0, 0.5, 1]}
        yName={say.slope}
        xName="z"
      />
      <g clip-path={`url(#${id}-0)`}>
        {curves.map(({ name, values }, i) => (
          <path
            key={name}
            class={`plot-curve ${ranks[i]}`}
            d={linePath(values.map(([u, v]) => [x(u), a(v)]))}
          />
        ))}
        <path class="tangent" d={linePath(tangent)} />
      </g>
      <g clip-path={`url(#${id}-1)`}>
        {curves.map(({ name, slopes }, i) => (
          <path
            key={name}
            class={`plot-curve ${ranks[i]}`}
            d={slopes.map((part) => linePath(part.map(([u, v]) => [x(u), slope(v)]))).join('')}
          />
        ))}
      </g>
      <DragHandle
        class="handle"
        name={say.handle}
        min={range.min}
        max={range.max}
        value={z}
        text={`z = ${fixed(z, 2)}, f′(z) = ${fixed(front.slope, 4)}`}
        drag={{
          start: () => null,
          move: ({ x: place }) => onMove(clamp(Math.round(x.invert(place) * 20) / 20)),
        }}
        onKeyDown={stepKeys({ arrow: 0.1, page: 1, end: 2 * range.max }, (by) =>
          onMove(clamp(z + by)),
        )}
      >
        <rect
          x={x(z) - 22}
          y={upper.top}
          width={44}
          height={lower.bottom - upper.top}
          fill="transparent"
        />
        <line x1={x(z)} x2={x(z)} y1={upper.top} y2={lower.bottom} />
        <rect
          class="grip"
          x={x(z) - 6}
          y={(upper.bottom + lower.top) / 2 - 9}
          width={12}
          height={18}
          rx={2}
        />
        {front.value <= 3 && front.value >= -1.5 && (
          <circle class="point" cx={x(z)} cy={a(front.value)} r={5} />
        )}
        <circle class="point" cx={x(z)} cy={slope(front.slope)} r={5} />
      </DragHandle>
    </svg>
  );
}
