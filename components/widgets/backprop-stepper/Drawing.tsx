import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { fixed, short } from '@components/figure/format';
import {
  Diagram,
  type EdgeView,
  type NodeView,
  type Tone,
} from '@components/figure/network/Diagram';
import { Handle } from '@components/figure/network/Handle';
import { labelPlace, layout } from '@components/figure/network/layout';
import type { TraceStep } from '@engine';
import type { Derived, knownAfter } from './derive';
import { type Place, read } from './edit';
import { messages } from './messages';
import { bound, type State } from './state';

interface DrawingProps {
  lang: Lang;
  state: State;
  derived: Derived;
  /** The step that is explained. */
  step: TraceStep | undefined;
  /** Values computed so far. */
  known: ReturnType<typeof knownAfter>;
  /** The present value is still to be predicted. */
  hidden: boolean;
  onChange: (place: Place, value: number) => void;
}

const toneOf = ({ phase }: TraceStep): Tone =>
  phase === 'backward' || phase === 'loss'
    ? 'backward'
    : phase === 'gradient'
      ? 'gradient'
      : 'forward';

/** Which edges the present step runs along. */
function edgeTone(
  step: TraceStep | undefined,
  layer: number,
  to: number,
  from: number,
): Tone | undefined {
  if (!step) return undefined;
  const { kind, unit, equation } = step;
  if (kind === 'z' && layer === step.layer && to === unit) return 'forward';
  const hiddenDelta = kind === 'dLda' || kind === 'delta';
  if (
    hiddenDelta &&
    equation === 'fb-delta-hidden-scalar' &&
    layer === step.layer + 1 &&
    from === unit
  ) {
    return 'backward';
  }
  return kind === 'dW' && layer === step.layer && to === unit && from === step.from
    ? 'gradient'
    : undefined;
}

export function Drawing({ lang, state, derived, step, known, hidden, onChange }: DrawingProps) {
  const say = messages[lang];
  const { sizes } = derived;
  const L = sizes.length - 1;
  const place = layout(sizes);
  const { x, y } = state.samples[state.sample]!;
  const isPresent = (layer: number, unit: number): boolean =>
    step?.layer === layer && (step.unit === unit || step.unit === 0);

  const nodes = sizes.flatMap((units, layer) =>
    Array.from({ length: units }, (_, i): NodeView => {
      const unit = i + 1;
      if (layer === 0) {
        return { layer, unit, sym: 'x', value: short(x[i]!, 3), heat: x[i]! };
      }
      const a = known('a', layer, unit);
      const z = known('z', layer, unit);
      const delta = known('delta', layer, unit);
      const asked = hidden && isPresent(layer, unit);
      return {
        layer,
        unit,
        sym: a === undefined && z !== undefined ? 'z' : 'a',
        value:
          a !== undefined ? fixed(a, 3) : z !== undefined ? fixed(z, 3) : asked ? '?' : undefined,
        heat: a ?? 0,
        over: `b ${short(read(state, { kind: 'b', layer, unit }), 3)}`,
        under:
          delta !== undefined
            ? `δ ${Math.abs(delta) < 0.001 && delta !== 0 ? short(delta, 2) : fixed(delta, 4)}`
            : asked && step?.kind === 'delta'
              ? 'δ ?'
              : undefined,
        tone: step && isPresent(layer, unit) ? toneOf(step) : undefined,
      };
    }),
  );

  const edges = state.W.flatMap((rows, i) =>
    rows.flatMap((row, j) =>
      row.map((weight, k): EdgeView => {
        const [layer, to, from] = [i + 1, j + 1, k + 1];
        const tone = edgeTone(step, layer, to, from);
        const few = rows.length * row.length <= 4;
        return {
          layer,
          to,
          from,
          weight,
          tone,
          label: few || tone ? short(weight, 3) : undefined,
          // Edges into one unit are apart near their senders, edges out of one near their receivers.
          labelNearStart: tone !== 'backward',
        };
      }),
    ),
  );
  const columns = sizes.map((_, l) =>
    l === 0 ? say.input : l === L ? say.output : fill(say.hidden, { l }),
  );
  return (
    <Diagram layout={place} nodes={nodes} edges={edges} columns={columns} label={say.diagram}>
      <text x={place.target(1).x} y={12} text-anchor="middle" class="soft column">
        {say.target}
      </text>
      {y.map((value, i) => (
        <text
          key={i}
          x={place.target(i + 1).x}
          y={place.target(i + 1).y + 4}
          text-anchor="middle"
          class="target"
          data-sym="y"
          data-index={i + 1}
        >
          {short(value, 3)}
        </text>
      ))}
      {x.map((value, i) => (
        <Handle
          key={i}
          {...place.node(0, i + 1)}
          name={`x${i + 1}`}
          value={value}
          min={-bound}
          max={bound}
          onChange={(next) => onChange({ kind: 'x', unit: i + 1 }, next)}
        />
      ))}
      {y.map((value, i) => (
        <Handle
          key={i}
          {...place.target(i + 1)}
          name={`y${i + 1}`}
          value={value}
          min={-bound}
          max={bound}
          onChange={(next) => onChange({ kind: 'y', unit: i + 1 }, next)}
        />
      ))}
      {edges.map(({ layer, to, from, weight, label, labelNearStart = true }) =>
        label === undefined ? null : (
          <Handle
            key={`${layer} ${to} ${from}`}
            {...labelPlace(place.node(layer - 1, from), place.node(layer, to), labelNearStart)}
            name=""
            pointerOnly
            radius={15}
            value={weight}
            min={-bound}
            max={bound}
            onChange={(next) => onChange({ kind: 'W', layer, to, from }, next)}
          />
        ),
      )}
    </Diagram>
  );
}
