import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { DragHandle } from '@components/controls/DragHandle';
import { stepKeys } from '@components/controls/step-keys';
import { fixed, short } from '@components/figure/format';
import { linearScale } from '@components/figure/scale';
import { messages } from './messages';
import { largest, type Moment, type State, steps } from './model';

const width = 400;
const height = 330;
const inner = { left: 44, right: 12 };
const x = linearScale([0.5, steps + 0.5], [inner.left, width - inner.right]);
const wide = (x(2) - x(1)) * 0.6;
/** Two strips: the gradients over the moves. */
const gradientOf = linearScale([largest, -largest], [28, 158]);
const moves = { top: 192, floor: 292 };

interface ChartProps {
  lang: Lang;
  state: State;
  moments: readonly Moment[];
  onGradient: (t: number, g: number) => void;
  onLook: (t: number) => void;
}

/** The gradients as bars that can be dragged, and the steps that Adam makes of them. */
export function Chart({ lang, state, moments, onGradient, onLook }: ChartProps) {
  const say = messages[lang];
  const { g, alpha, t } = state;
  const far = Math.max(1.5, ...moments.map(({ move }) => Math.abs(move) / alpha));
  // Where the steps are long, ±α come so near to 0 that its number would touch theirs.
  const zero = far > 3.5 ? '' : '0';
  const moveOf = linearScale([far, -far], [moves.top, moves.floor]);
  return (
    <svg class="fig-drawing" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={say.moves}>
      <rect class="looked" x={x(t - 0.5)} y={20} width={x(2) - x(1)} height={height - 26} />
      <text class="soft" x={4} y={13}>
        {say.gradients}
      </text>
      <g class="axis">
        {[-largest, 0, largest].map((tick) => (
          <text key={tick} x={inner.left - 6} y={gradientOf(tick)} dy="0.33em" text-anchor="end">
            {fixed(tick, 0)}
          </text>
        ))}
        <line x1={inner.left} x2={width - inner.right} y1={gradientOf(0)} y2={gradientOf(0)} />
      </g>
      {g.map((value, i) => (
        <Bar
          key={i}
          name={fill(say.bar, { t: i + 1 })}
          t={i + 1}
          value={value}
          onChange={(to) => onGradient(i + 1, to)}
        />
      ))}
      <text class="soft" x={4} y={182}>
        {say.moves}
      </text>
      <g class="axis">
        {[1, 0, -1].map((tick) => (
          <g key={tick}>
            <text x={inner.left - 6} y={moveOf(tick)} dy="0.33em" text-anchor="end">
              {tick === 0 ? zero : tick > 0 ? '+α' : '−α'}
            </text>
            <line
              class={tick === 0 ? undefined : 'alpha'}
              x1={inner.left}
              x2={width - inner.right}
              y1={moveOf(tick)}
              y2={moveOf(tick)}
            />
          </g>
        ))}
      </g>
      {moments.map(({ t: step, move }) => (
        <rect
          key={step}
          class="move"
          x={x(step) - wide / 2}
          width={wide}
          y={Math.min(moveOf(0), moveOf(move / alpha))}
          height={Math.max(1, Math.abs(moveOf(move / alpha) - moveOf(0)))}
        />
      ))}
      <Looker lang={lang} t={t} onLook={onLook} />
    </svg>
  );
}

interface BarProps {
  name: string;
  t: number;
  value: number;
  onChange: (g: number) => void;
}

/** One gradient: dragged up and down, or moved with the arrow keys. */
function Bar({ name, t, value, onChange }: BarProps) {
  const to = (g: number): void =>
    onChange(Number(Math.min(largest, Math.max(-largest, g)).toFixed(1)) + 0);
  const top = gradientOf(value);
  return (
    <DragHandle
      class={`bar ${value < 0 ? 'minus' : 'plus'}`}
      name={name}
      aria-orientation="vertical"
      min={-largest}
      max={largest}
      value={value}
      text={short(value, 3)}
      drag={{
        start: () => gradientOf(value),
        move: ({ dy, from }) => to(gradientOf.invert(from + dy)),
      }}
      onKeyDown={stepKeys({ arrow: 0.1 }, (by, { shiftKey }) =>
        to(value + by * (shiftKey ? 5 : 1)),
      )}
    >
      <rect
        x={x(t) - (x(2) - x(1)) / 2}
        width={x(2) - x(1)}
        y={gradientOf(largest)}
        height={gradientOf(-largest) - gradientOf(largest)}
        fill="transparent"
      />
      <rect
        class="value"
        x={x(t) - wide / 2}
        width={wide}
        y={Math.min(gradientOf(0), top)}
        height={Math.max(1, Math.abs(top - gradientOf(0)))}
      />
      <rect class="grip" x={x(t) - wide / 2 - 1} width={wide + 2} y={top - 2} height={4} />
    </DragHandle>
  );
}

/** Which step is looked at: a handle along the numbers of the steps. */
function Looker({ lang, t, onLook }: { lang: Lang; t: number; onLook: (t: number) => void }) {
  const say = messages[lang];
  const to = (step: number): void => onLook(Math.min(steps, Math.max(1, step)));
  return (
    <DragHandle
      class="looker"
      name={say.step}
      min={1}
      max={steps}
      value={t}
      text={fill(say.look, { t })}
      drag={{
        start: () => t,
        move: ({ x: at }) => to(Math.round(x.invert(at))),
      }}
      onKeyDown={stepKeys({ arrow: 1, end: steps }, (by) => to(t + by))}
      onClick={({ clientX, currentTarget }) => {
        const matrix = currentTarget.getScreenCTM();
        if (matrix) to(Math.round(x.invert((clientX - matrix.e) / matrix.a)));
      }}
    >
      <rect x={inner.left} y={296} width={width - inner.left} height={32} fill="transparent" />
      {Array.from({ length: steps }, (_, i) => (
        <text
          key={i}
          class={i + 1 === t ? 'now' : undefined}
          x={x(i + 1)}
          y={316}
          text-anchor="middle"
        >
          {i + 1}
        </text>
      ))}
    </DragHandle>
  );
}
