import { fill } from '@book/ui';
import { NumberField } from '@components/controls/NumberField';
import { RunButtons } from '@components/controls/RunButtons';
import { AnotherSeed, SeedField } from '@components/controls/Seed';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Partial, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { type Change, useWidgetState } from '@components/figure/state';
import { usePlaying, useRun } from '@components/figure/use-run';
import { useMemo } from 'preact/hooks';
import { messages } from './messages';
import {
  choosable,
  clippings,
  first,
  keyOf,
  mostSteps,
  ratioOf,
  type State,
  schema,
  starts,
  Training,
  verdictOf,
} from './model';
import { Bars, Curve } from './Plots';

const widget = 'gradient-by-depth';
/** Updates in one picture while training. */
const perFrame = 3;

export default function GradientByDepth(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const key = keyOf(state);
  const { run: training, busy } = useRun(() => new Training(state), key, state.step);
  const before = useMemo(() => new Training(state).norms, [key]);
  const { going, play, body } = usePlaying(!training.ended, () => {
    if (!busy) set((now) => ({ ...now, step: Math.min(mostSteps, now.step + perFrame) }));
  });

  /** Another network or another way to train: from its start. */
  const change = (part: Change<State>): void => {
    play(false);
    set({ ...state, ...part, step: 0 });
  };
  const verdict = verdictOf(training);
  const ratio = ratioOf(training);
  const L = training.norms.length;
  const total = training.totals.at(-1)!;
  const size = (layer: number) => (
    <span class="sym sym-grad">
      <i class="upright">∥</i>
      <Partial of="W" layer={layer} />
      <i class="upright">∥</i>
    </span>
  );
  const words = fill(say.says[verdict], {
    times: short(1 / ratio, 2),
    step: training.step,
    most: short(Math.max(...training.norms), 2),
    loss: fixed(training.loss, 4),
  });

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() =>
        training.norms.map((norm, i) => (
          <Formula key={i}>
            {size(i + 1)} ≈ <Num of="grad">{short(norm, 5)}</Num>
          </Formula>
        ))
      }
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split by-depth" ref={body}>
        <div class="fig-stage">
          <Bars lang={lang} norms={training.norms} before={before} />
          <Curve lang={lang} losses={training.losses} />
        </div>
        <div class="fig-says">
          <dl class="by-depth-numbers">
            {(
              [
                [
                  <>
                    {say.loss} <Sym of="L" />
                  </>,
                  <Num of="L">{training.diverged ? '–' : fixed(training.loss, 4)}</Num>,
                ],
                [
                  say.accuracy,
                  training.diverged ? '–' : `${(100 * training.accuracy).toFixed(0)}%`,
                ],
                [say.done, training.step],
                [size(1), <Num of="grad">{short(training.norms[0]!, 3)}</Num>],
                [size(L), <Num of="grad">{short(training.norms.at(-1)!, 3)}</Num>],
                [say.ratio, short(ratio, 2)],
                [say.total, short(total, 3)],
              ] as const
            ).map(([name, value], i) => (
              <div key={i}>
                <dt>{name}</dt>
                <dd class="num">{value}</dd>
              </div>
            ))}
          </dl>
          <p class="soft clip-says">
            {state.clipping !== 'none' && (total > state.limit ? say.clipped : say.notClipped)}
          </p>
          <p class="verdict" role={verdict === 'diverged' ? 'alert' : 'status'}>
            {busy && !going ? say.busy : words}
          </p>
        </div>
      </div>
      <div class="fig-controls">
        <RunButtons
          lang={lang}
          going={going}
          ended={training.ended}
          fresh={state.step === 0}
          onRun={() => play(!going)}
          busy={busy}
          onOnce={() => {
            play(false);
            set({ ...state, step: Math.min(mostSteps, state.step + 1) });
          }}
          onRestart={() => change({})}
        />
      </div>
      <div class="fig-controls">
        <Select
          label={say.activation}
          value={state.f}
          options={choosable.map((value) => ({ value, text: say.names[value] }))}
          onChange={(f) => change({ f })}
        />
        <Select
          label={say.start}
          value={state.start}
          options={starts.map((value) => ({ value, text: say.starts[value] }))}
          onChange={(start) => change({ start })}
        />
        <Select
          label={say.clipping}
          value={state.clipping}
          options={clippings.map((value) => ({ value, text: say.clippings[value] }))}
          onChange={(clipping) => change({ clipping })}
        />
        <NumberField
          lang={lang}
          label={say.limit}
          name={`${say.clipping}, ${say.limit}`}
          value={state.limit}
          min={0.01}
          max={10}
          step={0.1}
          onChange={(limit) => change({ limit })}
        />
        <Slider
          label={say.depth}
          value={state.depth}
          min={1}
          max={16}
          step={1}
          show={String}
          onChange={(depth) => change({ depth })}
        />
        <NumberField
          lang={lang}
          label={say.alpha}
          name={say.alpha}
          value={state.alpha}
          min={0.01}
          max={2}
          step={0.05}
          onChange={(alpha) => change({ alpha })}
        />
        <SeedField lang={lang} value={state.seed} onChange={(seed) => change({ seed })} />
        <AnotherSeed lang={lang} value={state.seed} onChange={(seed) => change({ seed })} />
      </div>
    </Frame>
  );
}
