import { fill } from '@book/ui';
import { PlayBar } from '@components/controls/PlayBar';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Toggle } from '@components/controls/Toggle';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { useMemo, useState } from 'preact/hooks';
import { Drawing } from './Drawing';
import { derive, knownAfter, learn } from './derive';
import { EditNumbers } from './EditNumbers';
import { type Place, targetsFit, write } from './edit';
import { LossCurve } from './LossCurve';
import { messages } from './messages';
import { Numbers } from './Numbers';
import { first, preset } from './presets';
import { StepSays } from './StepSays';
import { type PresetName, type State, schema } from './state';

const widget = 'backprop-stepper';
const presetNames: readonly PresetName[] = ['mazur', 'dead-relu', 'xor', 'softmax'];

export default function BackpropStepper(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState<State>(widget, schema, first);
  const { state, set } = ws;
  const derived = useMemo(
    () => derive(state),
    [state.W, state.b, state.samples, state.sample, state.activations, state.loss],
  );
  const { steps, stretches, loss, meanLoss, finite } = derived;
  const at = Math.min(state.step, steps.length);
  const step = steps[at - 1];
  const [diverged, setDiverged] = useState<number | undefined>();

  // In “predict first”, the present value stays hidden until the reader has tried or asked.
  // Kept by step, so that the next one is hidden from its first picture on.
  const present = `${at} ${step?.value}`;
  const [revealed, setRevealed] = useState('');
  const hidden = state.predict && revealed !== present && step !== undefined;
  const known = knownAfter(state, steps, hidden ? at - 1 : at);

  const change = (place: Place, value: number): void => set((now) => write(now, place, value));
  const move = (to: number): void =>
    set((now) => ({ ...now, step: Math.min(steps.length, Math.max(0, to)) }));
  const update = (rounds: number): void => {
    const learned = learn(state, rounds);
    if (learned.kind === 'diverged') setDiverged(learned.round);
    else {
      setDiverged(undefined);
      set(learned.state);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLButtonElement)) return;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: steps.length }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };

  const where = (phase: (typeof stretches)[number]['phase'], layer: number): string =>
    phase === 'loss' ? say.phase.loss : `${say.phase[phase]} · ${fill(say.atLayer, { l: layer })}`;
  const spoken = step
    ? `${fill(say.stepOf, { n: at, all: steps.length })}, ${where(step.phase as 'loss', step.layer)}${hidden ? '' : `, ${short(step.value, 4)}`}`
    : say.start;
  const stretch = stretches.findLast(({ start }) => start < at);

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => <Numbers {...{ lang, state, derived, known }} />}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys for the buttons inside */}
      <div class="stepper" onKeyDown={onKeyDown}>
        <div class="fig-split">
          <div class="fig-stage">
            {finite ? (
              <Drawing {...{ lang, state, derived, step, known, hidden }} onChange={change} />
            ) : (
              <p role="alert">{say.notFinite}</p>
            )}
          </div>
          <div class="fig-says">
            <StepSays
              {...{ lang, state: { ...state, step: at }, derived, step, known, hidden }}
              onReveal={() => setRevealed(present)}
            />
            {!targetsFit(state) && <p class="warning">{say.targetsOff}</p>}
          </div>
        </div>
        <p class="visually-hidden" aria-live="polite">
          {spoken}
        </p>
        <div class="fig-controls">
          <PlayBar
            lang={lang}
            at={at}
            steps={steps.length}
            phases={stretches.map(({ phase, layer, length }) => ({
              name: where(phase, layer),
              tone: phase,
              length,
            }))}
            spoken={spoken}
            onMove={move}
          />
        </div>
        <div class="fig-controls">
          <button
            type="button"
            class={`fig-button ${at === steps.length ? 'main' : ''}`}
            disabled={!finite}
            onClick={() => update(1)}
          >
            {say.update}
          </button>
          <button type="button" class="fig-button" disabled={!finite} onClick={() => update(50)}>
            {say.updateMany}
          </button>
          <Slider
            label={say.alpha}
            value={state.alpha}
            min={0}
            max={4}
            step={0.05}
            show={(value) => fixed(value, 2)}
            onChange={(alpha) => set({ ...state, alpha })}
          />
          <span class="loss">
            {say.loss} <b>{short(state.samples.length > 1 ? meanLoss : loss, 6)}</b>
          </span>
          {state.losses.length > 0 && (
            <span class="learned">
              {fill(say.round, { n: state.losses.length })}
              <LossCurve losses={[...state.losses, meanLoss]} label={say.lossCurve} />
            </span>
          )}
          {diverged !== undefined && (
            <p class="warning" role="alert">
              {fill(say.diverged, { n: diverged, alpha: short(state.alpha, 3) })}
            </p>
          )}
        </div>
        <div class="fig-controls">
          <Select
            label={say.example}
            value={state.preset}
            options={[
              ...presetNames.map((value) => ({ value, text: say.presets[value] })),
              { value: 'own' as const, text: say.own, disabled: true },
            ]}
            onChange={(name) => {
              setDiverged(undefined);
              if (name !== 'own') set(preset(name, state.predict));
            }}
          />
          <Select
            label={say.jump}
            value={stretch ? `${stretch.phase} ${stretch.layer}` : ''}
            options={[
              { value: '', text: say.start },
              ...stretches.map(({ phase, layer }) => ({
                value: `${phase} ${layer}`,
                text: where(phase, layer),
              })),
            ]}
            onChange={(value) => {
              const found = stretches.find(({ phase, layer }) => `${phase} ${layer}` === value);
              move(found ? found.start + 1 : 0);
            }}
          />
          {state.samples.length > 1 && (
            <Select
              label={say.sample}
              value={String(state.sample)}
              options={state.samples.map(({ x, y }, i) => ({
                value: String(i),
                text: `(${x.map((n) => short(n, 3)).join(', ')}) → ${y.map((n) => short(n, 3)).join(', ')}`,
              }))}
              onChange={(value) => set({ ...state, sample: Number(value) })}
            />
          )}
          <Toggle
            label={say.predict}
            value={state.predict}
            onChange={(predict) => set({ ...state, predict })}
          />
          {state.preset !== 'own' && <p class="preset-note">{say.notes[state.preset]}</p>}
        </div>
        <EditNumbers
          {...{ lang, state }}
          onChange={change}
          onState={(next) => {
            setDiverged(undefined);
            set(next);
          }}
        />
        <p class="visually-hidden">{say.keys}</p>
      </div>
    </Frame>
  );
}
