import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { DragHandle } from '@components/controls/DragHandle';
import { stepKeys } from '@components/controls/step-keys';
import { short } from '@components/figure/format';
import { Power } from '@components/figure/Power';
import { linearScale, ticks } from '@components/figure/scale';
import { messages } from './messages';
import type { Link, Model } from './model';

const width = 400;
const height = 290;
const inner = { left: 56, right: 30, top: 34, bottom: 62 };
const floor = height - inner.bottom;

/** The exponents that the axis spans: whole steps of five, so that it holds still under a slider. */
function spanOf(links: readonly Link[]): [number, number] {
  const sizes = links.map(({ delta }) => Math.abs(delta)).filter((size) => size > 0);
  const exponents = sizes.map(Math.log10);
  const lowest = Math.floor(Math.min(0, ...exponents) / 5) * 5;
  const highest = Math.ceil(Math.max(0, ...exponents) / 5) * 5;
  return [Math.min(lowest, -5), highest];
}

/** Exponents between two numbers on the axis: so many that they never touch. */
const tickStep = (span: number): number => [5, 10, 20, 50].find((step) => span / step <= 6) ?? 100;

interface ChartProps {
  lang: Lang;
  model: Model;
  layer: number;
  onLook: (layer: number) => void;
}

/** δ of every layer on a logarithmic axis, one bar for the factor between a layer and the next. */
export function Chart({ lang, model, layer, onLook }: ChartProps) {
  const say = messages[lang];
  const { links } = model;
  const L = links.length;
  const [low, high] = spanOf(links);
  const x = linearScale([1, L], [inner.left + 14, width - inner.right]);
  const y = linearScale([high, low], [inner.top, floor]);
  const level = (delta: number): number =>
    delta === 0 ? floor : y(Math.max(low, Math.log10(Math.abs(delta))));
  const wide = Math.max(4, Math.min(16, (x(2) - x(1)) * 0.6));
  const every = L > 16 ? 5 : L > 8 ? 2 : 1;
  const look = (to: number): void => onLook(Math.min(L, Math.max(1, to)));
  const [from, to] = [links[0]!, links.at(-1)!];
  return (
    <svg class="fig-drawing" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={say.chart}>
      <g class="axis">
        {ticks(low, high, tickStep(high - low)).map((tick) => (
          <g key={tick} transform={`translate(${inner.left},${y(tick)})`}>
            <line x2={-5} />
            <text x={-9} dy="0.33em" text-anchor="end">
              <Power of={tick} />
            </text>
          </g>
        ))}
        <path d={`M${inner.left},${inner.top}V${floor}`} fill="none" />
        <text x={4} y={14} class="soft">
          {say.axis}
        </text>
      </g>
      {links.map(({ l, factor, delta }) => {
        const before = links[l];
        if (factor === undefined || !before) return null;
        const [start, end] = [level(before.delta), level(delta)];
        return (
          <g key={l} class={`factor ${Math.abs(factor) < 1 ? 'shrinks' : 'grows'}`}>
            <line x1={x(l + 1)} x2={x(l)} y1={start} y2={start} class="lead" />
            <rect
              class={factor < 0 ? 'turned' : undefined}
              x={x(l) - wide / 2}
              width={wide}
              y={Math.min(start, end)}
              height={Math.max(1.5, Math.abs(end - start))}
            />
          </g>
        );
      })}
      <circle cx={x(L)} cy={level(to.delta)} r={4.5} class="end" data-sym="delta" data-layer={L} />
      <circle
        cx={x(1)}
        cy={level(from.delta)}
        r={4.5}
        class="end"
        data-sym="delta"
        data-layer={1}
      />
      {links.map(({ l, slope }) => (
        <g key={l}>
          <circle
            class="unit"
            cx={x(l)}
            cy={floor + 18}
            r={Math.min(6.5, (x(2) - x(1)) * 0.4)}
            fill-opacity={Math.min(1, Math.abs(slope))}
            data-sym="a"
            data-layer={l}
          />
          {(l === 1 || l === L || (l % every === 0 && L - l >= every / 2)) && (
            <text x={x(l)} y={floor + 41} text-anchor="middle">
              {l}
            </text>
          )}
        </g>
      ))}
      <text x={inner.left - 4} y={floor + 41} text-anchor="end" class="soft">
        {say.layer}
      </text>
      <DragHandle
        class="handle"
        name={say.layer}
        min={1}
        max={L}
        value={layer}
        text={`${fill(say.look, { l: layer })}, δ ${short(links[layer - 1]!.delta, 3)}`}
        drag={{
          start: () => layer,
          move: ({ x: at }) => look(Math.round(x.invert(at))),
        }}
        onKeyDown={stepKeys({ arrow: 1, end: L }, (by) => look(layer + by))}
      >
        <rect
          x={x(layer) - 22}
          y={inner.top}
          width={44}
          height={floor - inner.top + 30}
          fill="transparent"
        />
        <line x1={x(layer)} x2={x(layer)} y1={inner.top} y2={floor + 8} />
        <rect class="grip" x={x(layer) - 6} y={inner.top - 10} width={12} height={12} rx={2} />
      </DragHandle>
    </svg>
  );
}
