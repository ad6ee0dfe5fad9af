import type { Lang } from '@book/languages';
import { DragHandle } from '@components/controls/DragHandle';
import { stepKeys } from '@components/controls/step-keys';
import { exact, short } from '@components/figure/format';
import { Power } from '@components/figure/Power';
import { linearScale, linePath } from '@components/figure/scale';
import { useId } from 'preact/hooks';
import { messages } from './messages';
import { bins, type Model, ranges, type Spread, type State, sigmas, varianceOf } from './model';

const width = 400;
const height = 456;
const left = 46;
/** Width of a layer's column. */
const column = 35;
const rows = { a: { top: 26, bottom: 112 }, delta: { top: 150, bottom: 228 } } as const;
const plot = { top: 284, bottom: 374 } as const;
const axis = 422;

/** log₁₀ of the standard deviations that the plot can show. */
const [lowest, highest] = [-16, 8];
const level = linearScale([lowest, highest], [plot.bottom, plot.top]);
/** Where a line runs, also outside of the plot, which cuts it off; 0 is the smallest number there is. */
const log = (std: number): number => Math.max(-324, Math.log10(std));
const inside = (value: number): number => Math.min(highest, Math.max(lowest, value));
const sigmaAt = linearScale(sigmas, [left, width - 12]);
const center = (layer: number): number => left + (layer - 0.5) * column;

/** A histogram on its side: the more numbers, the wider; the fullest part fills the column. */
function silhouette({ counts }: Spread, layer: number, top: number, bottom: number): string {
  const most = Math.max(...counts);
  const step = (bottom - top) / bins;
  return counts
    .map((count, i) => {
      if (count === 0) return '';
      // At least a hair, so that no number is lost from sight.
      const half = Math.max(0.6, (count / most) * (column / 2 - 2));
      const y = bottom - (i + 1) * step;
      return `M${(center(layer) - half).toFixed(1)},${y.toFixed(1)}h${(2 * half).toFixed(1)}v${step.toFixed(1)}h${(-2 * half).toFixed(1)}z`;
    })
    .join('');
}

interface DrawingProps {
  lang: Lang;
  state: State;
  model: Model;
  onSigma: (sigma: number) => void;
}

const clamp = (sigma: number): number =>
  Math.min(sigmas[1], Math.max(sigmas[0], Math.round(sigma * 50) / 50));

export function Drawing({ lang, state, model, onSigma }: DrawingProps) {
  const say = messages[lang];
  const { layers } = model;
  // Where the handle stands: the mean over both kinds of layers, which differ by a hair's breadth.
  const sigma =
    state.kind === 'normal'
      ? state.sigma
      : 0.25 * (Math.log10(varianceOf(state, 1)) + Math.log10(varianceOf(state, 2)));
  const shown = state.kind === 'constant' ? undefined : sigma;
  const line = (of: 'a' | 'delta') =>
    linePath(layers.map((layer) => [center(layer.number), level(log(layer[of].std))]));
  const end = (of: 'a' | 'delta') => level(inside(log(layers.at(-1)![of].std)));
  const begin = (of: 'a' | 'delta') => level(inside(log(layers[0]![of].std)));
  const id = useId();

  return (
    <svg
      class="fig-drawing"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={say.drawing}
    >
      {(['a', 'delta'] as const).map((of) => {
        const { top, bottom } = rows[of];
        const [low, high] = of === 'a' ? ranges[state.f] : ranges.delta;
        return (
          <g key={of}>
            <text x={4} y={top - 14} class={of}>
              {of === 'a' ? say.activations : say.errors}
            </text>
            <g class="axis">
              <path d={`M${left},${top}V${bottom}`} />
              {[low, (low + high) / 2, high].map((value) => {
                const y = bottom - ((value - low) / (high - low)) * (bottom - top);
                return (
                  <text key={value} x={left - 6} y={y} dy="0.33em" text-anchor="end" class="soft">
                    {exact(value)}
                  </text>
                );
              })}
            </g>
            {layers.map((layer) => (
              <path
                key={layer.number}
                class={`histogram ${of}`}
                d={silhouette(layer[of], layer.number, top, bottom)}
                data-sym={of}
                data-layer={layer.number}
              />
            ))}
          </g>
        );
      })}
      <g class="axis">
        <text x={4} y={249} class="soft">
          {say.layer}
        </text>
        {layers.map(({ number }) => (
          <text key={number} x={center(number)} y={249} text-anchor="middle" class="soft">
            {number}
          </text>
        ))}
        <text x={4} y={plot.top - 14} class="soft">
          {say.spread}
        </text>
        {[-16, -8, 0, 8].map((tick) => (
          <g key={tick}>
            <path
              d={`M${left},${level(tick)}H${left + 10 * column}`}
              class={tick === 0 ? 'one' : 'grid'}
            />
            <text x={left - 6} y={level(tick)} dy="0.33em" text-anchor="end" class="soft">
              {tick === 0 ? '1' : <Power of={tick} />}
            </text>
          </g>
        ))}
      </g>
      <clipPath id={id}>
        <rect x={left} y={plot.top} width={10 * column} height={plot.bottom - plot.top} />
      </clipPath>
      <g clip-path={`url(#${id})`}>
        <path d={line('a')} class="line a" />
        <path d={line('delta')} class="line delta" />
      </g>
      <text x={left + 9.9 * column} y={end('a')} dy="0.33em" class="a label">
        a
      </text>
      <text x={left + 2} y={begin('delta')} dy="0.33em" class="delta label">
        δ
      </text>
      <g class="axis sigma">
        <text x={4} y={axis - 22} class="soft">
          {say.sigma}
        </text>
        <path d={`M${left},${axis}H${width - 12}`} />
        {[-3, -2, -1, 0].map((tick) => (
          <g key={tick} transform={`translate(${sigmaAt(tick)},${axis})`}>
            <path d="M0,0v5" />
            <text y={21} text-anchor="middle" class="soft">
              {tick === 0 ? '1' : exact(10 ** tick)}
            </text>
          </g>
        ))}
      </g>
      {shown !== undefined && (
        <DragHandle
          class="handle"
          name={say.sigma}
          min={sigmas[0]}
          max={sigmas[1]}
          value={Number(shown.toFixed(2))}
          text={`σ = ${short(10 ** shown, 2)}`}
          drag={{
            start: () => sigma,
            move: ({ x }) => onSigma(clamp(sigmaAt.invert(x))),
          }}
          onKeyDown={stepKeys({ arrow: 0.02, page: 0.5, end: 9 }, (by) =>
            onSigma(clamp(sigma + by)),
          )}
        >
          <rect x={sigmaAt(shown) - 22} y={axis - 20} width={44} height={40} fill="transparent" />
          <rect class="grip" x={sigmaAt(shown) - 6} y={axis - 9} width={12} height={18} rx={2} />
          <text
            x={sigmaAt(shown) + (shown > -0.3 ? -12 : 12)}
            y={axis - 6}
            text-anchor={shown > -0.3 ? 'end' : 'start'}
            class="label"
          >
            {`σ = ${short(10 ** shown, 2)}`}
          </text>
        </DragHandle>
      )}
    </svg>
  );
}
