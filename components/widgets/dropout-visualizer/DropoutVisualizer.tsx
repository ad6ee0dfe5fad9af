import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { SeedField } from '@components/controls/Seed';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { type Change, useWidgetState } from '@components/figure/state';
import { usePlaying, useRun } from '@components/figure/use-run';
import { useMemo } from 'preact/hooks';
import { Chart } from './Chart';
import { messages } from './messages';
import {
  compare,
  Draws,
  first,
  forms,
  keyOf,
  model,
  mostDraws,
  outputs,
  parameters,
  type State,
  schema,
} from './model';
import { Net } from './Net';
import { MaskTable } from './Table';

const widget = 'dropout-visualizer';

export default function DropoutVisualizer(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const { run, busy } = useRun(() => new Draws(state), keyOf(state), state.draws);
  const now = useMemo(() => model(state, run.off), [state, run.off]);
  const drawMore = (count: number): void =>
    set((old) => ({ ...old, draws: Math.min(mostDraws, old.draws + count), hand: 0 }));
  const { going, play, body } = usePlaying(state.draws < mostDraws, () => {
    if (!busy) drawMore(1);
  });

  /** Another network or other masks: the counting begins anew. */
  const change = (part: Change<State>): void => {
    play(false);
    set({ ...state, ...part, hand: 0 });
  };
  const { units, output, test, expected } = now;
  const linear = state.output === 'identity';
  const scale = state.form === 'inverted' ? `1/(1 − ${short(state.rate)})` : '1';
  const offUnit = units.findIndex(({ r }) => r === 0);
  const checked = offUnit < 0 ? 0 : (offUnit + 1) % units.length;

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => (
        <>
          {units.map(({ a, r, sent }, k) => (
            <Formula key={k} equation={state.form === 'inverted' ? 'of-inverted' : 'of-mask'}>
              <i>ã</i>
              <sub>{k + 1}</sub> = {r} · {scale} · {fixed(a, 4)} ≈{' '}
              <Num of="a">{fixed(sent, 4)}</Num>
            </Formula>
          ))}
          <Formula>
            <Sym of="z" layer={2} /> ={' '}
            {units.map(({ sent }, k) => (
              <span key={k}>
                {k > 0 && ' + '}
                {fixed(sent, 4)} · {short(parameters.W2[0]![k]!)}
              </span>
            ))}{' '}
            + {parameters.b2[0]}
          </Formula>
          <Formula>
            <Sym of="a" layer={2} /> ≈ <Num of="a">{fixed(output, 4)}</Num>
          </Formula>
        </>
      )}
      pytorch={async () => (await import('./pytorch')).pytorch(state, run.off)}
    >
      <div class="fig-split dropout" ref={body} aria-busy={busy}>
        <div class="fig-stage">
          <Net
            lang={lang}
            model={now}
            state={state}
            onSwitch={(k) => {
              play(false);
              set({ ...state, hand: state.hand ^ (1 << k) });
            }}
          />
        </div>
        <div class="fig-says">
          <MaskTable lang={lang} units={units} />
          <CheckGradient
            lang={lang}
            of={
              <>
                ∂ℒ/∂
                <Sym of="a" layer={1} index={checked + 1} />
              </>
            }
            subject={`${JSON.stringify(state)} ${run.off}`}
            compare={() => compare(state, run.off, checked)}
          />
          <div class="fig-stage chart-stage">
            <Chart lang={lang} run={run} test={test} />
          </div>
          <dl class="dropout-numbers">
            {(
              [
                [say.thisMask, fixed(output, 4)],
                [fill(say.meanOf, { n: run.step }), fixed(run.mean, 4)],
                [say.error, short(run.standardError, 2)],
                [say.allMasks, fixed(expected, 4)],
                [say.testOutput, fixed(test, 4)],
              ] as const
            ).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd class="num">{value}</dd>
              </div>
            ))}
          </dl>
          <p class="verdict" aria-live="polite">
            {linear ? say.saysLinear : fill(say.saysBent, { gap: short(test - expected, 2) })}
          </p>
        </div>
      </div>
      <div class="fig-controls">
        <button
          type="button"
          class="fig-button main"
          disabled={state.draws >= mostDraws}
          onClick={() => {
            play(false);
            drawMore(1);
          }}
        >
          {say.draw}
        </button>
        <button
          type="button"
          class="fig-button"
          disabled={state.draws >= mostDraws}
          onClick={() => play(!going)}
        >
          {going ? say.pause : say.play}
        </button>
        <button type="button" class="fig-button" onClick={() => drawMore(100)}>
          {say.hundred}
        </button>
        <button type="button" class="fig-button" onClick={() => change({ draws: 1 })}>
          {say.restart}
        </button>
        <button
          type="button"
          class="fig-button"
          aria-pressed={state.pass === 'backward'}
          onClick={() =>
            set({ ...state, pass: state.pass === 'backward' ? 'forward' : 'backward' })
          }
        >
          {say.backward}
        </button>
      </div>
      <div class="fig-controls">
        <Slider
          label={say.rate}
          value={state.rate}
          min={0}
          max={0.9}
          step={0.05}
          show={(rate) => fixed(rate, 2)}
          onChange={(rate) => change({ rate })}
        />
        <Select
          label={say.form}
          value={state.form}
          options={forms.map((value) => ({ value, text: say.forms[value] }))}
          onChange={(form) => change({ form })}
        />
        <Select
          label={say.outputUnit}
          value={state.output}
          options={outputs.map((value) => ({ value, text: say.outputs[value] }))}
          onChange={(next) => change({ output: next })}
        />
        <SeedField lang={lang} value={state.seed} onChange={(seed) => change({ seed })} />
      </div>
    </Frame>
  );
}
