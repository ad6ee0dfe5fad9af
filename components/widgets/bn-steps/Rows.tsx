import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { DragHandle } from '@components/controls/DragHandle';
import { stepKeys } from '@components/controls/step-keys';
import { fixed } from '@components/figure/format';
import { linearScale, linePath, ticks } from '@components/figure/scale';
import { messages } from './messages';
import {
  axis,
  highest,
  lowest,
  type Model,
  type Row,
  reachesBeyond,
  rows,
  type State,
} from './model';

const width = 400;
const plot = { left: 22, right: 384 };
const rowHeight = 76;
const top = 52;
const height = top + 3 * rowHeight + 76;
const [low, high] = axis;
const x = linearScale([low, high], [plot.left, plot.right]);
const place = (value: number): number => x(Math.min(high, Math.max(low, value)));
const yOf = (row: number): number => top + row * rowHeight;

const letters: Record<Row, string> = { z: 'z', centred: 'z − μ', hat: 'ẑ', out: 'z̃' };

interface HandleProps {
  lang: Lang;
  s: number;
  value: number;
  lit: boolean;
  onMove: (to: number) => void;
  onLook: () => void;
}

/** A point of the first row: dragged along it, or moved with the arrow keys. */
function PointHandle({ lang, s, value, lit, onMove, onLook }: HandleProps) {
  return (
    <DragHandle
      class={lit ? 'point grab held' : 'point grab'}
      name={fill(messages[lang].handle, { s })}
      min={lowest}
      max={highest}
      value={value}
      text={fixed(value, 1)}
      drag={{
        start: () => {
          onLook();
          return value;
        },
        move: ({ dx, from }) => onMove(from + dx / (x(1) - x(0))),
      }}
      onKeyDown={stepKeys({ arrow: 0.1, page: 1, end: highest - lowest }, (by) =>
        onMove(value + by),
      )}
      onFocus={onLook}
      transform={`translate(${x(value)},${yOf(0)})`}
      data-sym="z"
      data-index={s}
    >
      <rect x={-12} y={-34} width={24} height={48} fill="transparent" />
      <circle r={7} />
      <text y={-13} text-anchor="middle">
        {s}
      </text>
    </DragHandle>
  );
}

interface RowsProps {
  lang: Lang;
  state: State;
  model: Model;
  /** Where the points of the opening batch come to, for comparison. */
  before: Model | undefined;
  onMove: (sample: number, to: number) => void;
  onLook: (sample: number) => void;
}

/** The four rows, one axis for all, and every sample's way through them. */
export function Rows({ lang, state, model, before, onMove, onLook }: RowsProps) {
  const say = messages[lang];
  const { used, values } = model;
  const bars: Record<Row, [number, number]> = {
    z: [used.mean, used.deviation],
    centred: [0, used.deviation],
    hat: [0, 1],
    out: [state.beta, Math.abs(state.gamma)],
  };
  const shown = rows.slice(0, state.at + 1);
  const samples = state.z.map((_, i) => i);
  const bottom = yOf(3) + 30;
  return (
    <svg class="fig-drawing" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={say.chart}>
      <g class="axis">
        <line class="zero" x1={x(0)} x2={x(0)} y1={top - 28} y2={bottom} />
        <path d={`M${plot.left},${bottom}H${plot.right}`} />
        {ticks(low, high, 3).map((tick) => (
          <g key={tick} transform={`translate(${x(tick)},${bottom})`}>
            <line y2={5} />
            <text y={19} text-anchor="middle">
              {fixed(tick, 0)}
            </text>
          </g>
        ))}
      </g>
      {reachesBeyond(model, state.at) && (
        <text class="beyond" x={(plot.left + plot.right) / 2} y={bottom + 39} text-anchor="middle">
          {say.beyond}
        </text>
      )}
      {samples.map((i) => (
        <path
          key={i}
          class={state.sample === i + 1 ? 'way held' : 'way'}
          d={linePath(shown.map((row, r) => [place(values[row][i]!), yOf(r)] as const))}
        />
      ))}
      {shown.map((row, r) => {
        const [centre, deviation] = bars[row];
        const [from, to] = [place(centre - deviation), place(centre + deviation)];
        return (
          <g key={row} class={r === state.at ? 'row now' : 'row'}>
            <line class="base" x1={plot.left} x2={plot.right} y1={yOf(r)} y2={yOf(r)} />
            <rect
              class="spread"
              x={from}
              width={Math.max(1, to - from)}
              y={yOf(r) + 11}
              height={5}
            />
            <rect class="centre" x={place(centre) - 1.5} width={3} y={yOf(r) + 8} height={11} />
            <text x={4} y={yOf(r) - (r === 0 ? 34 : 24)}>
              <tspan class="letter">{letters[row]}</tspan>
              <tspan class="soft" dx={8}>
                {say.rows[row]}
              </tspan>
            </text>
            {before &&
              r > 0 &&
              samples.map((i) => (
                <line
                  key={i}
                  class="was"
                  x1={place(before.values[row][i]!)}
                  x2={place(before.values[row][i]!)}
                  y1={yOf(r) - 9}
                  y2={yOf(r) + 9}
                />
              ))}
            {r > 0 &&
              samples.map((i) => (
                <circle
                  key={i}
                  class={state.sample === i + 1 ? 'point held' : 'point'}
                  cx={place(values[row][i]!)}
                  cy={yOf(r)}
                  r={5.5}
                  data-sym="z"
                  data-index={i + 1}
                />
              ))}
          </g>
        );
      })}
      {samples.map((i) => (
        <PointHandle
          key={i}
          lang={lang}
          s={i + 1}
          value={state.z[i]!}
          lit={state.sample === i + 1}
          onMove={(to) => onMove(i + 1, to)}
          onLook={() => onLook(i + 1)}
        />
      ))}
    </svg>
  );
}
