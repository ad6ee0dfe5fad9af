import { fill } from '@book/ui';
import { NumberField } from '@components/controls/NumberField';
import { RunButtons } from '@components/controls/RunButtons';
import { AnotherSeed, SeedField } from '@components/controls/Seed';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { type Change, useWidgetState } from '@components/figure/state';
import { usePlaying, useRun } from '@components/figure/use-run';
import { messages } from './messages';
import {
  choosable,
  depth,
  first,
  keyOf,
  lowAt,
  mostSteps,
  type State,
  schema,
  Training,
  verdictOf,
  width,
} from './model';
import { Band, endOf, Losses, reachOf } from './Plots';

const widget = 'shifting-layers';
const learners = ['plain', 'normalised'] as const;

export default function ShiftingLayers(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const { run: training, busy } = useRun(() => new Training(state), keyOf(state), state.step);
  const { going, play, body } = usePlaying(!training.ended, () => {
    if (!busy) set((now) => ({ ...now, step: Math.min(mostSteps, now.step + 1) }));
  });

  /** Another training: from its start. */
  const change = (part: Change<State>): void => {
    play(false);
    set({ ...state, ...part, step: 0 });
  };
  const { layer, unit } = state;
  const histories = {
    plain: training.plain.history(layer, unit),
    normalised: training.normalised.history(layer, unit),
  };
  const end = endOf(training.step);
  const reach = reachOf(histories.plain, histories.normalised);
  const scale = training.normalised.scaleOf(layer, unit)!;
  const words = fill(say.says[verdictOf(training)], {
    plain: fixed(training.plain.loss, 4),
    normalised: fixed(training.normalised.loss, 4),
  });

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => (
        <>
          {learners.map((of) => (
            <Formula key={of}>
              {say[of]}: {say.mean} ≈ {fixed(histories[of].at(-1)!.mean, 4)}, {say.deviation} ≈{' '}
              {fixed(histories[of].at(-1)!.deviation, 4)}
            </Formula>
          ))}
          <Formula equation="bn-scale-shift">
            <i>γ</i> ≈ {fixed(scale.gamma, 4)}, <i>β</i> ≈ {fixed(scale.beta, 4)}
          </Formula>
        </>
      )}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split shifting" ref={body}>
        <div class="fig-stage">
          {learners.map((of) => (
            <Band key={of} lang={lang} of={of} history={histories[of]} end={end} reach={reach} />
          ))}
          <Losses
            lang={lang}
            plain={training.plain.losses}
            normalised={training.normalised.losses}
            end={end}
          />
        </div>
        <div class="fig-says">
          <p class="verdict" role="status">
            {busy && !going ? say.busy : words}
          </p>
          {learners.map((of) => {
            const { mean, deviation } = histories[of].at(-1)!;
            const reached = lowAt(training[of]);
            return (
              <div key={of} class={of}>
                <p class="who">
                  <span class="swatch" aria-hidden="true" /> {say[of]}
                </p>
                <dl>
                  {(
                    [
                      [say.loss, fixed(training[of].loss, 4)],
                      [say.lowAt, reached === undefined ? say.never : reached],
                      [say.mean, short(mean, 3)],
                      [say.deviation, short(deviation, 3)],
                      ...(of === 'normalised'
                        ? ([
                            ['γ', short(scale.gamma, 3)],
                            ['β', short(scale.beta, 3)],
                          ] as const)
                        : []),
                    ] as const
                  ).map(([name, value]) => (
                    <div key={name}>
                      <dt>{name}</dt>
                      <dd class="num">{value}</dd>
                    </div>
                  ))}
                </dl>
              </div>
            );
          })}
          <p class="num">
            {say.done}: {training.step}
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
        <Slider
          label={say.layer}
          value={layer}
          min={1}
          max={depth}
          step={1}
          show={String}
          onChange={(to) => set({ ...state, layer: to })}
        />
        <Slider
          label={say.unit}
          value={unit}
          min={1}
          max={width}
          step={1}
          show={String}
          onChange={(to) => set({ ...state, unit: to })}
        />
      </div>
      <div class="fig-controls">
        <Select
          label={say.activation}
          value={state.f}
          options={choosable.map((value) => ({ value, text: say.names[value] }))}
          onChange={(f) => change({ f })}
        />
        <NumberField
          lang={lang}
          label={say.alpha}
          name={say.alpha}
          value={state.alpha}
          min={0.01}
          max={20}
          step={0.1}
          onChange={(alpha) => change({ alpha })}
        />
        <SeedField lang={lang} value={state.seed} onChange={(seed) => change({ seed })} />
        <AnotherSeed lang={lang} value={state.seed} onChange={(seed) => change({ seed })} />
      </div>
    </Frame>
  );
}
