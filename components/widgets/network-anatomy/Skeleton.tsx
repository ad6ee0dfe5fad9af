import type { Lang } from '@book/languages';
import { between } from '@components/figure/network/layout';
import { messages } from './messages';
import { type Model, mostUnits, type State } from './model';

const width = 400;
const side = 34;
const top = 44;
const down = 46;
const radius = 16;

interface SkeletonProps {
  lang: Lang;
  sizes: readonly number[];
  chosen: Model['chosen'];
  onChoose: (chosen: Pick<State, 'layer' | 'to' | 'from'>) => void;
}

/** Units and weights, one of them chosen. Pointer only: every weight is also an entry of a matrix. */
export function Skeleton({ lang, sizes, chosen, onChoose }: SkeletonProps) {
  const say = messages[lang];
  const last = sizes.length - 1;
  const most = Math.max(...sizes);
  const height = top + (most - 1) * down + radius + 34;
  const node = (layer: number, unit: number) => ({
    x: side + (layer * (width - 2 * side)) / last,
    y: top + 10 + (most - 1) * (down / 2) + (unit - 1 - (sizes[layer]! - 1) / 2) * down,
  });
  const names = sizes.map((_, l) => (l === 0 ? say.input : l === last ? say.output : say.hidden));
  const edges = sizes
    .slice(1)
    .flatMap((units, i) =>
      units_(units).flatMap((to) => units_(sizes[i]!).map((from) => ({ layer: i + 1, to, from }))),
    );
  const isChosen = ({ layer, to, from }: Pick<State, 'layer' | 'to' | 'from'>): boolean =>
    layer === chosen.layer && to === chosen.to && from === chosen.from;
  const ordered = [...edges].sort((p, q) => Number(isChosen(p)) - Number(isChosen(q)));
  return (
    <svg
      class="fig-drawing skeleton"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${say.diagram}: ${sizes.join('–')}`}
    >
      {names.map((name, l) => (
        <g key={l}>
          <text x={node(l, 1).x} y={13} text-anchor="middle" class="soft">
            {sizes.length > 4 ? l : name}
          </text>
        </g>
      ))}
      {ordered.map((edge) => {
        const { layer, to, from } = edge;
        const [start, end] = between(node(layer - 1, from), node(layer, to), radius);
        const ends = { x1: start.x, y1: start.y, x2: end.x, y2: end.y };
        return (
          <g
            key={`${layer} ${to} ${from}`}
            class={`weight ${isChosen(edge) ? 'is-chosen' : ''} ${layer === chosen.layer ? 'of-layer' : ''}`}
            data-sym="W"
            data-layer={layer}
            data-index={`${to}${from}`}
            onPointerDown={() => onChoose(edge)}
            onPointerEnter={(event) => event.pointerType === 'mouse' && onChoose(edge)}
          >
            <line {...ends} class="reach" />
            <line {...ends} class="stroke" />
          </g>
        );
      })}
      {sizes.map((units, l) =>
        units_(units).map((unit) => {
          const { x, y } = node(l, unit);
          const own = l === chosen.layer && unit === chosen.to;
          const biased = own && chosen.from === 0;
          return (
            <g
              key={`${l} ${unit}`}
              transform={`translate(${x},${y})`}
              class={`unit ${own ? 'receives' : ''} ${l === chosen.layer - 1 && unit === chosen.from ? 'sends' : ''} ${biased ? 'biased' : ''}`}
              data-sym={l === 0 ? 'x' : 'a'}
              data-layer={l === 0 ? undefined : l}
              data-index={unit}
              onPointerDown={() => l > 0 && onChoose({ layer: l, to: unit, from: 0 })}
            >
              <circle r={radius} />
              <text dy="0.3em" text-anchor="middle" class={`letter sym-${l === 0 ? 'x' : 'a'}`}>
                {l === 0 ? 'x' : 'a'}
                <tspan dy="0.3em" class="index">
                  {unit}
                </tspan>
              </text>
            </g>
          );
        }),
      )}
      {sizes.map((units, l) => (
        <text key={l} x={node(l, 1).x} y={height - 6} text-anchor="middle" class="soft">
          <tspan class="letter">n</tspan>
          <tspan dy="0.3em" class="index">
            {l}
          </tspan>
          <tspan dy="-0.25em"> = {units}</tspan>
        </text>
      ))}
    </svg>
  );
}

const units_ = (count: number): number[] =>
  Array.from({ length: Math.min(mostUnits, count) }, (_, i) => i + 1);
