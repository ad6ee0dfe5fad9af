import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { DragHandle } from '@components/controls/DragHandle';
import { stepKeys } from '@components/controls/step-keys';
import { exact } from '@components/figure/format';
import { Power } from '@components/figure/Power';
import { Axes, type Box } from '@components/figure/plot/Axes';
import { linearScale, linePath, type Scale, ticks } from '@components/figure/scale';
import { activation } from '@engine/activations';
import { useId } from 'preact/hooks';
import { messages, unitText } from './messages';
import { data, type Model, type Run, type State, shiftedFrom, steps } from './model';

const width = 400;
const height = 356;
const panels: readonly Box[] = [
  { left: 30, right: 196, top: 40, bottom: 160 },
  { left: 230, right: 396, top: 40, bottom: 160 },
];
const lossBox: Box = { left: 34, right: 296, top: 222, bottom: 318 };
const y = linearScale([-0.5, 3], [panels[0]!.bottom, panels[0]!.top]);
const step = linearScale([0, steps], [lossBox.left, lossBox.right]);
/** Losses from 10⁻⁵ to 1 and a little more. */
const lowest = -5;
const level = linearScale([lowest, 0.2], [lossBox.bottom, lossBox.top]);
const levelOf = (loss: number): number => level(Math.max(lowest, Math.log10(loss)));

interface DrawingProps {
  lang: Lang;
  model: Model;
  state: State;
  onStep: (at: number) => void;
}

/** Each unit among its samples, and under them both losses over the steps. */
export function Drawing({ lang, model, state, onStep }: DrawingProps) {
  const say = messages[lang];
  return (
    <svg
      class="fig-drawing"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={say.drawing}
    >
      {model.runs.map((run, i) => (
        <Unit key={run.name} box={panels[i]!} {...{ lang, run, state, inputs: model.x }} />
      ))}
      <Losses {...{ lang, runs: model.runs, state, onStep }} />
    </svg>
  );
}

interface UnitProps {
  lang: Lang;
  box: Box;
  run: Run;
  state: State;
  inputs: readonly number[];
}

/** The unit's output over its input, among the targets. */
function Unit({ lang, box, run, state, inputs }: UnitProps) {
  const say = messages[lang];
  const id = useId();
  const most = 1.6 + state.shift;
  const x: Scale = linearScale([-1.6, most], [box.left, box.right]);
  const { w, b, reached } = run.moments[state.at]!;
  const f = activation(run.name, { leakySlope: state.kappa });
  // A straight piece on either side of the kink, where the sum is 0.
  const kink = -b / w;
  const places = [-1.6, ...(kink > -1.6 && kink < most ? [kink] : []), most];
  return (
    <g>
      <clipPath id={id}>
        <rect x={box.left} y={box.top} width={box.right - box.left} height={box.bottom - box.top} />
      </clipPath>
      <text x={box.left} y={14} class="dying-name">
        {unitText[run.name]}
      </text>
      <Axes
        box={box}
        x={x}
        y={y}
        xTicks={ticks(-1, most, 1)}
        yTicks={[0, 1, 2]}
        yName={say.target}
        xName="x"
      />
      <text x={box.left + 8} y={box.top + 10} class={reached === 0 ? 'dying-none' : ''}>
        {fill(say.reached, { n: reached })}
      </text>
      <path
        clip-path={`url(#${id})`}
        class="plot-curve first"
        d={linePath(places.map((at) => [x(at), y(f.value(w * at + b))]))}
      />
      {inputs.map((at, i) => (
        <circle
          key={i}
          class={`dying-sample ${w * at + b > 0 ? 'reaches' : ''}`}
          cx={x(at)}
          cy={y(data.y[i]!)}
          r={4}
        />
      ))}
    </g>
  );
}

interface LossesProps {
  lang: Lang;
  runs: readonly Run[];
  state: State;
  onStep: (at: number) => void;
}

/** Labels of two lines at their ends, moved apart where they would touch. */
function apart(p: number, q: number): [number, number] {
  const lack = (18 - Math.abs(p - q)) / 2;
  if (lack <= 0) return [p, q];
  return p <= q ? [p - lack, q + lack] : [p + lack, q - lack];
}

function Losses({ lang, runs, state, onStep }: LossesProps) {
  const say = messages[lang];
  const at = step(state.at);
  const go = (to: number): void => onStep(Math.min(steps, Math.max(0, Math.round(to))));
  const [relu, leaky] = runs.map(({ moments }) => levelOf(moments[steps]!.loss));
  const ends = apart(relu ?? 0, leaky ?? 0);
  return (
    <g>
      <g class="axis">
        {ticks(0, steps, 50).map((tick) => (
          <g key={tick} transform={`translate(${step(tick)},${lossBox.bottom})`}>
            <line y2={4} />
            <text y={18} text-anchor="middle">
              {exact(tick)}
            </text>
          </g>
        ))}
        {ticks(-4, 0, 2).map((tick) => (
          <g key={tick} transform={`translate(${lossBox.left},${level(tick)})`}>
            <line x2={-4} />
            <text x={-6} dy="0.33em" text-anchor="end">
              <Power of={tick} />
            </text>
          </g>
        ))}
        <path
          d={`M${lossBox.left},${lossBox.top}V${lossBox.bottom}H${lossBox.right}`}
          fill="none"
        />
        <text x={lossBox.left - 4} y={lossBox.top - 8} class="soft">
          {say.loss}
        </text>
        <text x={lossBox.right} y={lossBox.bottom + 34} text-anchor="end" class="soft">
          {say.step}
        </text>
        {state.shift > 0 && (
          <>
            <line
              class="dying-shift"
              x1={step(shiftedFrom)}
              x2={step(shiftedFrom)}
              y1={lossBox.top}
              y2={lossBox.bottom}
            />
            <text x={step(shiftedFrom) + 4} y={lossBox.top - 8} class="soft">
              {say.shifted}
            </text>
          </>
        )}
      </g>
      {runs.map(({ name, moments }, i) => (
        <g key={name}>
          <path
            class={`plot-curve ${i === 0 ? 'second' : 'first'}`}
            d={linePath(moments.map(({ loss }, n) => [step(n), levelOf(loss)]))}
          />
          <text x={lossBox.right + 6} y={ends[i]} dy="0.33em" class={`dying-end rank-${i}`}>
            {unitText[name]}
          </text>
        </g>
      ))}
      <DragHandle
        class="dying-handle"
        name={say.handle}
        min={0}
        max={steps}
        value={state.at}
        text={fill(say.spoken, { at: state.at, steps })}
        drag={{
          start: () => null,
          move: ({ x }) => go(step.invert(x)),
        }}
        onKeyDown={stepKeys({ arrow: 1, page: 10, end: steps }, (by) => go(state.at + by))}
      >
        <rect
          x={at - 22}
          y={lossBox.top}
          width={44}
          height={lossBox.bottom - lossBox.top}
          fill="transparent"
        />
        <line x1={at} x2={at} y1={lossBox.top} y2={lossBox.bottom} />
        {runs.map(({ name, moments }, i) => (
          <circle
            key={name}
            class={`rank-${i}`}
            cx={at}
            cy={levelOf(moments[state.at]!.loss)}
            r={4.5}
          />
        ))}
      </DragHandle>
    </g>
  );
}
