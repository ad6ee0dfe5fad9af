import type { Lang } from '@book/languages';
import type { SymbolName } from '@book/symbols';
import { fill } from '@book/ui';
import { fixedOrSmall } from '@components/figure/format';
import { linearScale } from '@components/figure/scale';
import type { ComponentChildren } from 'preact';
import { Logit } from './Logit';
import { messages } from './messages';
import { classes, type Model, reach, type State } from './model';

const width = 400;
const gutter = 72;
const column = (width - gutter) / classes;
const centre = (j: number): number => gutter + column * (j + 0.5);

/** A row of bars: where its zero is, and how far its unit reaches. */
const rows = {
  z: { zero: 90, unit: 40 / reach },
  a: { zero: 212, unit: 36 },
  gradient: { zero: 308, unit: 38 },
  squared: { zero: 410, unit: 38 },
} as const;
const height = 448;
const targetsAt = 238;
const half = 15;

const letter = (of: string) => <tspan class="letter">{of}</tspan>;
/** ∂ℒ/∂z in the fonts that a formula has them from. */
const slopeByZ = (
  <>
    <tspan class="upright">∂</tspan>
    <tspan class="cal">L</tspan>/<tspan class="upright">∂</tspan>
    {letter('z')}
  </>
);

interface BarsProps {
  lang: Lang;
  state: State;
  model: Model;
  set: (next: State) => void;
}

/** Logits, activations, targets, the gradient of the pair and that of squared error, by class. */
export function Bars({ lang, state, model, set }: BarsProps) {
  const say = messages[lang];
  const { a, y, gradient, squaredGradient } = model;
  const choose = (j: number) => () => {
    if (j !== state.chosen) set({ ...state, chosen: j });
  };
  return (
    <svg
      class="fig-drawing"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={say.drawing}
    >
      <rect
        class="chosen"
        x={centre(state.chosen) - column / 2 + 2}
        y={1}
        width={column - 4}
        height={height - 2}
      />
      <text x={4} y={17} class="soft">
        {say.classes}
      </text>
      {state.z.map((_, j) => (
        <g key={j}>
          <text x={centre(j)} y={17} text-anchor="middle">
            {j + 1}
          </text>
          {j === state.target && <circle class="ring" cx={centre(j)} cy={12} r={11} />}
        </g>
      ))}
      <Row {...rows.z} name={letter('z')} sym="z" values={state.z} decimals={2} gap={9} />
      <Row {...rows.a} name={letter('a')} sym="a" values={a} decimals={4} />
      <text x={4} y={targetsAt} class="sym-y">
        {letter('y')}
      </text>
      {y.map((value, j) => (
        <text key={j} x={centre(j)} y={targetsAt} text-anchor="middle" class="sym-y">
          {value}
        </text>
      ))}
      <Row
        {...rows.gradient}
        name={slopeByZ}
        sym="grad"
        values={gradient}
        decimals={4}
        exactly={say.exactlyZero}
      />
      <Row
        {...rows.squared}
        name={slopeByZ}
        under={say.squaredError.split(' ')}
        sym="grad"
        kind="squared"
        values={squaredGradient}
        decimals={4}
        exactly={say.exactlyZero}
      />
      {state.z.map((value, j) => (
        <g key={j} onFocusIn={choose(j)} onPointerDown={choose(j)}>
          <rect
            class="pick"
            x={centre(j) - column / 2}
            y={0}
            width={column}
            height={height}
            fill="transparent"
          />
          <Logit
            x={centre(j)}
            {...rows.z}
            name={fill(say.logit, { j: j + 1 })}
            value={value}
            onChange={(next) => set({ ...state, z: state.z.with(j, next), chosen: j })}
          />
        </g>
      ))}
    </svg>
  );
}

interface RowProps {
  zero: number;
  unit: number;
  name: ComponentChildren;
  /** A second name, one word a line. */
  under?: readonly string[];
  sym: SymbolName;
  kind?: string;
  values: readonly number[];
  decimals: number;
  /** Said instead of a number that is 0 to the last bit. */
  exactly?: string;
  /** Room for a handle between a bar's end and its number. */
  gap?: number;
}

function Row(props: RowProps) {
  const { zero, unit, name, under, sym, kind = '', values, decimals, exactly, gap = 0 } = props;
  const y = linearScale([0, 1], [zero, zero - unit]);
  return (
    <g class={`row ${kind}`}>
      <text x={4} y={zero} dy={under ? '-0.1em' : '0.33em'} class={`sym-${sym}`}>
        {name}
      </text>
      {under && (
        <text y={zero} class="soft">
          {under.map((word, i) => (
            <tspan key={word} x={4} dy={i === 0 ? '1.1em' : '1.15em'}>
              {word}
            </tspan>
          ))}
        </text>
      )}
      <line class="zero" x1={gutter} x2={width} y1={zero} y2={zero} />
      {values.map((value, j) => {
        const none = value === 0 && exactly !== undefined;
        const end = y(value);
        // The number stands beyond the end of its bar.
        const label = value < 0 ? Math.max(end, zero) + gap + 16 : Math.min(end, zero) - gap - 6;
        return (
          <g key={j} data-sym={sym} data-index={j + 1}>
            <rect
              class={`bar ${value < 0 ? 'negative' : 'positive'}`}
              x={centre(j) - half}
              width={2 * half}
              y={Math.min(end, zero)}
              height={Math.abs(end - zero)}
            />
            <text x={centre(j)} y={label} text-anchor="middle" class={none ? 'none' : `sym-${sym}`}>
              {none ? exactly : fixedOrSmall(value, decimals)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
