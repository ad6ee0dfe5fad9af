import { fill } from '@book/ui';
import { NumberField } from '@components/controls/NumberField';
import { RunButtons } from '@components/controls/RunButtons';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula, Num } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { type Change, useWidgetState } from '@components/figure/state';
import { usePlaying } from '@components/figure/use-run';
import { useMemo } from 'preact/hooks';
import { Landscape } from './Landscape';
import { messages } from './messages';
import {
  at,
  first,
  keyOf,
  mostSteps,
  onSurface,
  type RacerName,
  race,
  racerNames,
  type State,
  schema,
  standing,
} from './model';
import { surfaceNames } from './surfaces';

const widget = 'landscape-race';

export default function LandscapeRace(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const { step, surface, field } = state;
  const paths = useMemo(() => race(state), [keyOf(state)]);
  const { going, play, body } = usePlaying(step < mostSteps, () =>
    set((now) => ({ ...now, step: Math.min(mostSteps, now.step + 1) })),
  );
  const change = (part: Change<State>): void => set({ ...state, ...part });
  const toggle = (name: RacerName): void =>
    change({
      field: field.includes(name) ? field.filter((one) => one !== name) : [...field, name],
    });
  const leader = paths.reduce(
    (best, path) => (best && at(best, step).loss <= at(path, step).loss ? best : path),
    paths[0],
  );
  const words = (): string => {
    if (!leader) return say.nobody;
    if (going) return '';
    return step === 0 ? say.waiting : fill(say.leads, { step, name: say.racers[leader.name] });
  };

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() =>
        paths.map((path) => {
          const { point, loss } = at(path, step);
          return (
            <Formula key={path.name}>
              {say.racers[path.name]}: (<Num>{fixed(point[0], 5)}</Num>,{' '}
              <Num>{fixed(point[1], 5)}</Num>), {say.loss} ≈ <Num of="L">{short(loss, 5)}</Num>
            </Formula>
          );
        })
      }
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split race" ref={body}>
        <div class="fig-stage">
          <Landscape lang={lang} state={state} paths={paths} onStart={(x, y) => change({ x, y })} />
        </div>
        <div class="fig-says">
          <fieldset class="field">
            <legend class="soft">{say.who}</legend>
            {racerNames.map((name) => {
              const path = paths.find((one) => one.name === name);
              const how = path && standing(path, step, surface);
              return (
                <button
                  key={name}
                  type="button"
                  class={`entrant ${name}`}
                  aria-pressed={path !== undefined}
                  onClick={() => toggle(name)}
                >
                  <svg viewBox="0 0 30 10" aria-hidden="true">
                    <path class={`way ${name}`} d="M1,5H29" />
                  </svg>
                  <b>{say.short[name]}</b>
                  <span class="name">{say.racers[name]}</span>
                  <span class="num">{path ? short(at(path, step).loss, 3) : ''}</span>
                  <span class="soft how">
                    {path && how
                      ? fill(say.standings[how], { step: path.left ?? path.arrival ?? '' })
                      : ''}
                  </span>
                </button>
              );
            })}
          </fieldset>
          <p class="verdict" role="status">
            {words()}
          </p>
        </div>
      </div>
      <div class="fig-controls">
        <RunButtons
          lang={lang}
          going={going}
          ended={false}
          fresh={step === 0}
          onRun={() => {
            if (!going && step >= mostSteps) change({ step: 0 });
            play(!going);
          }}
          onRestart={() => {
            play(false);
            change({ step: 0 });
          }}
          words={{ run: say.play, restart: say.again }}
        />
        <Slider
          label={say.step}
          value={step}
          min={0}
          max={mostSteps}
          step={1}
          show={String}
          onChange={(to) => {
            play(false);
            change({ step: to });
          }}
        />
      </div>
      <div class="fig-controls">
        <Select
          label={say.surface}
          value={surface}
          options={surfaceNames.map((value) => ({ value, text: say.surfaces[value] }))}
          onChange={(to) => {
            play(false);
            change(onSurface(to));
          }}
        />
        <NumberField
          lang={lang}
          label={say.alpha}
          name={say.alpha}
          value={state.alpha}
          min={0.0001}
          max={1}
          step={0.01}
          onChange={(alpha) => change({ alpha })}
        />
        <NumberField
          lang={lang}
          label={say.adaptive}
          name={say.adaptive}
          value={state.adaptive}
          min={0.0001}
          max={1}
          step={0.01}
          onChange={(adaptive) => change({ adaptive })}
        />
      </div>
    </Frame>
  );
}
