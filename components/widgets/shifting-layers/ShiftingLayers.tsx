import { fill } from '@book/ui';
import { NumberField } from '@components/controls/NumberField';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { useFrames, useRun } from '@components/figure/use-run';
import { useRef, useState } from 'preact/hooks';
import { messages } from './messages';
import {
  choosable,
  depth,
  first,
  keyOf,
  lowAt,
  mostSteps,
  opened,
  type State,
  schema,
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
  const { run: training, busy } = useRun(() => opened(state), keyOf(state), state.step);
  const [playing, setPlaying] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const going = playing && !training.ended;
  useFrames(going, body, () => {
    if (!busy) set((now) => ({ ...now, step: Math.min(mostSteps, now.step + 1) }));
  });

  /** Another training: from its start. */
  const change = (part: { readonly [K in keyof State]?: State[K] }): void => {
    setPlaying(false);
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
        <button
          type="button"
          class="fig-button main"
          disabled={training.ended}
          onClick={() => setPlaying(!going)}
        >
          {going ? say.pause : say.train}
        </button>
        <button
          type="button"
          class="fig-button"
          disabled={training.ended || busy}
          onClick={() => {
            setPlaying(false);
            set({ ...state, step: Math.min(mostSteps, state.step + 1) });
          }}
        >
          {say.once}
        </button>
        <button
          type="button"
          class="fig-button"
          disabled={state.step === 0}
          onClick={() => change({})}
        >
          {say.restart}
        </button>
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
        <NumberField
          lang={lang}
          label={say.seed}
          name={say.seed}
          value={state.seed}
          min={1}
          max={9999}
          step={1}
          onChange={(seed) => change({ seed: Math.round(seed) })}
        />
        <button
          type="button"
          class="fig-button"
          onClick={() => change({ seed: (state.seed % 9999) + 1 })}
        >
          {say.again}
        </button>
      </div>
    </Frame>
  );
}
