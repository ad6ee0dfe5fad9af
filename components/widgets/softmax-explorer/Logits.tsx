import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { DragHandle } from '@components/controls/DragHandle';
import { stepKeys } from '@components/controls/step-keys';
import { exact, fixed } from '@components/figure/format';
import { linearScale, ticks } from '@components/figure/scale';
import { messages } from './messages';
import { bound } from './model';

const width = 400;
const rowHeight = 44;
const top = 34;
const sums = { left: 30, right: 214 };
const bars = { left: 242, right: 350 };
const x = linearScale([-bound, bound], [sums.left, sums.right]);
const length = linearScale([0, 1], [0, bars.right - bars.left]);

interface LogitsProps {
  lang: Lang;
  z: readonly number[];
  a: readonly number[];
  onMove: (i: number, z: number) => void;
}

/** A row for each class: its sum, to be dragged sideways, and the probability that comes of it. */
export function Logits({ lang, z, a, onMove }: LogitsProps) {
  const say = messages[lang];
  const bottom = top + z.length * rowHeight;
  return (
    <svg
      class="fig-drawing"
      viewBox={`0 0 ${width} ${bottom + 24}`}
      role="group"
      aria-label={say.drawing}
    >
      <text class="soft" x={sums.left - 22} y={16}>
        {say.sums}
      </text>
      <text class="soft" x={bars.left} y={16}>
        {say.probabilities}
      </text>
      <line class="explorer-zero" x1={x(0)} x2={x(0)} y1={top - 4} y2={bottom} />
      <line class="explorer-zero" x1={bars.left} x2={bars.left} y1={top - 4} y2={bottom} />
      {ticks(-bound, bound, 3).map((tick) => (
        <text key={tick} class="soft" x={x(tick)} y={bottom + 17} text-anchor="middle">
          {exact(tick)}
        </text>
      ))}
      {z.map((value, i) => {
        const y = top + (i + 0.5) * rowHeight;
        return (
          <g key={i}>
            <text
              class="explorer-name sym-z"
              x={4}
              y={y}
              dy="0.33em"
              data-sym="z"
              data-index={i + 1}
            >
              <tspan font-size="1.2em">z</tspan>
              <tspan dy="0.3em">{i + 1}</tspan>
            </text>
            <line class="explorer-track" x1={sums.left} x2={sums.right} y1={y} y2={y} />
            <line
              class={`explorer-stem ${value < 0 ? 'negative' : ''}`}
              x1={x(0)}
              x2={x(value)}
              y1={y}
              y2={y}
            />
            <Logit
              name={fill(say.logit, { i: i + 1 })}
              spoken={`z${i + 1} = ${fixed(value, 2)}, a${i + 1} = ${fixed(a[i]!, 4)}`}
              value={value}
              y={y}
              onMove={(next) => onMove(i, next)}
            />
            <rect
              class="explorer-bar"
              x={bars.left}
              y={y - 10}
              width={Math.max(0.75, length(a[i]!))}
              height={20}
              data-sym="a"
              data-index={i + 1}
            />
            <text class="explorer-value" x={bars.left + length(a[i]!) + 6} y={y} dy="0.33em">
              {fixed(a[i]!, 4)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

interface LogitProps {
  name: string;
  spoken: string;
  value: number;
  y: number;
  onMove: (value: number) => void;
}

/** The point of one sum with its value. */
function Logit({ name, spoken, value, y, onMove }: LogitProps) {
  const move = (next: number): void =>
    onMove(Math.min(bound, Math.max(-bound, Number(next.toFixed(2)))));
  return (
    <DragHandle
      class="explorer-logit"
      name={name}
      min={-bound}
      max={bound}
      value={value}
      text={spoken}
      drag={{
        start: () => value,
        move: ({ dx, from }) => move(Math.round((from + x.invert(dx) - x.invert(0)) * 20) / 20),
      }}
      onKeyDown={stepKeys({ arrow: 0.1, page: 1, end: 2 * bound }, (by) => move(value + by))}
    >
      <rect x={x(value) - 22} y={y - 22} width={44} height={44} fill="transparent" />
      <circle cx={x(value)} cy={y} r={7} />
      <text x={x(value)} y={y - 11} text-anchor="middle">
        {fixed(value, 2)}
      </text>
    </DragHandle>
  );
}
