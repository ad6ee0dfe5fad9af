import { fill } from '@book/ui';
import { NumberField } from '@components/controls/NumberField';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Toggle } from '@components/controls/Toggle';
import { Formula, Num, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { exact, fixed, short } from '@components/figure/format';
import { type Change, useWidgetState } from '@components/figure/state';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { Chart } from './Chart';
import { messages } from './messages';
import { first, model, type Pattern, patternOf, patterns, type State, schema } from './model';

const widget = 'adam-dissected';

/** A letter with its lower index: m₃, v̂₃. */
const Letter = ({ of, t, hat = false }: { of: string; t: number; hat?: boolean }) => (
  <span>
    <i class={hat ? 'hat' : ''}>{of}</i>
    <sub>{t}</sub>
  </span>
);

/** β₁ or β₂. */
const Beta = ({ n }: { n: 1 | 2 }) => (
  <span>
    <i>β</i>
    <sub>{n}</sub>
  </span>
);

export default function AdamDissected(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const moments = useMemo(() => model(state), [state]);
  const { t, alpha, beta1, beta2, corrected } = state;
  const now = moments[t - 1]!;
  const change = (part: Change<State>): void => set({ ...state, ...part });
  const times = Math.abs(now.move) / alpha;
  const verdict = times < 1e-6 ? 'still' : times > 1.1 ? 'long' : times < 0.5 ? 'short' : 'near';
  const n = (value: number): string => (value < 0 ? `(${short(value, 5)})` : short(value, 5));

  const lines: readonly (readonly [says: string, equation: string, line: ComponentChildren])[] = [
    [
      say.of.m,
      'op-adam-means',
      <>
        <Letter of="m" t={t} /> = {exact(beta1)} · {n(now.mBefore)} + {short(1 - beta1, 4)} ·{' '}
        {n(now.g)} ≈ <Num of="grad">{short(now.m, 5)}</Num>
      </>,
    ],
    [
      say.of.v,
      'op-adam-means',
      <>
        <Letter of="v" t={t} /> = {exact(beta2)} · {n(now.vBefore)} + {short(1 - beta2, 4)} ·{' '}
        {n(now.g)}² ≈ <Num of="grad">{short(now.v, 5)}</Num>
      </>,
    ],
    ...(corrected
      ? ([
          [
            say.of.mHat,
            'op-adam-corrected',
            <>
              <Letter of="m" t={t} hat /> = {n(now.m)} / (1 − {exact(beta1)}
              <sup>{t}</sup>) ≈ {n(now.m)} / {short(now.mShare, 5)} ≈{' '}
              <Num of="grad">{short(now.mHat, 5)}</Num>
            </>,
          ],
          [
            say.of.vHat,
            'op-adam-corrected',
            <>
              <Letter of="v" t={t} hat /> = {n(now.v)} / (1 − {exact(beta2)}
              <sup>{t}</sup>) ≈ {n(now.v)} / {short(now.vShare, 5)} ≈{' '}
              <Num of="grad">{short(now.vHat, 5)}</Num>
            </>,
          ],
        ] as const)
      : []),
    [
      say.of.move,
      'op-adam',
      <>
        −<Sym of="alpha" /> <Letter of="m" t={t} hat={corrected} /> / (√
        <Letter of="v" t={t} hat={corrected} /> + <i>ε</i>) ≈ −{exact(alpha)} · {n(now.mHat)} /{' '}
        {short(Math.sqrt(now.vHat), 5)} ≈ <Num>{short(now.move, 4)}</Num>
      </>,
    ],
  ];
  const formulas = lines.map(([says, equation, line], i) => (
    <div key={i}>
      <p class="soft">{says}</p>
      <Formula equation={equation}>{line}</Formula>
    </div>
  ));

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => [
        ...formulas,
        ...moments.map((one) => (
          <Formula key={`after ${one.t}`}>
            {one.t}: <i>m</i> ≈ {short(one.m, 5)}, <i>v</i> ≈ {short(one.v, 5)}, <i>θ</i> ≈{' '}
            <Num>{fixed(one.theta, 5)}</Num>
          </Formula>
        )),
      ]}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split adam-parts">
        <div class="fig-stage">
          <Chart
            lang={lang}
            state={state}
            moments={moments}
            onGradient={(step, g) => change({ g: state.g.with(step - 1, g), t: step })}
            onLook={(step) => change({ t: step })}
          />
        </div>
        <div class="fig-says">
          <p>
            <b>{fill(say.look, { t })}</b>
          </p>
          <div class="adam-lines">{formulas}</div>
          <p class="verdict" aria-live="polite">
            {fill(say.says[verdict], { times: short(times, 3) })}
          </p>
        </div>
      </div>
      <div class="fig-controls">
        <Select
          label={say.pattern}
          value={patternOf(state) ?? 'own'}
          options={[
            ...(Object.keys(patterns) as Pattern[]).map((value) => ({
              value: value as Pattern | 'own',
              text: say.patterns[value],
            })),
            { value: 'own' as const, text: say.patterns.own, disabled: true },
          ]}
          onChange={(to) => {
            if (to !== 'own') change({ g: [...patterns[to]] });
          }}
        />
        <Slider
          label={say.scale}
          value={state.scale}
          min={-3}
          max={3}
          step={1}
          show={(scale) => short(10 ** scale)}
          onChange={(scale) => change({ scale })}
        />
        <Toggle
          label={say.corrected}
          value={corrected}
          onChange={(to) => change({ corrected: to })}
        />
      </div>
      <div class="fig-controls">
        <NumberField
          lang={lang}
          label={<Sym of="alpha" />}
          name={say.alpha}
          value={alpha}
          min={0.001}
          max={1}
          step={0.05}
          onChange={(to) => change({ alpha: to })}
        />
        <NumberField
          lang={lang}
          label={<Beta n={1} />}
          name="β₁"
          value={beta1}
          min={0}
          max={0.99}
          step={0.05}
          onChange={(to) => change({ beta1: to })}
        />
        <NumberField
          lang={lang}
          label={<Beta n={2} />}
          name="β₂"
          value={beta2}
          min={0}
          max={0.999}
          step={0.05}
          onChange={(to) => change({ beta2: to })}
        />
      </div>
    </Frame>
  );
}
