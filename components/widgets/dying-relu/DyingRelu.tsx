import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { PlayBar } from '@components/controls/PlayBar';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Partial, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { relativeError } from '@engine/gradcheck';
import { useMemo } from 'preact/hooks';
import { Drawing } from './Drawing';
import { messages, unitText } from './messages';
import {
  compare,
  data,
  fateOf,
  first,
  type Model,
  model,
  type Run,
  schema,
  shiftedFrom,
  steps,
} from './model';

const widget = 'dying-relu';

export default function DyingRelu(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const now = useMemo(() => model(state), [state]);
  const { at, shift } = state;
  const spoken = fill(say.spoken, { at, steps });
  const later = shift > 0 ? shiftedFrom - 1 : steps - 1;

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => <Numbers model={now} at={at} />}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split dying">
        <div class="fig-stage">
          <Drawing
            {...{ lang, model: now, state }}
            onStep={(next) => set({ ...state, at: next })}
          />
        </div>
        <div class="fig-says">
          <p class="dying-step">{spoken}</p>
          <Table {...{ say, runs: now.runs, at }} />
          <div aria-live="polite" class="dying-fates">
            {now.runs.map((run) => {
              const fate = fateOf(run, at);
              return (
                <p key={run.name}>
                  {fill(say.fate[fate.kind], { name: unitText[run.name], ...fate })}
                </p>
              );
            })}
          </div>
          <CheckGradient
            lang={lang}
            of={
              <>
                ReLU <Partial of="W" />
              </>
            }
            subject={JSON.stringify(state)}
            compare={() => {
              const both = compare('relu', state);
              return { ...both, relativeError: relativeError(both.backprop, both.numeric) };
            }}
          />
        </div>
      </div>
      <div class="fig-controls">
        <PlayBar
          lang={lang}
          at={at}
          steps={steps}
          milliseconds={80}
          phases={[
            { name: say.phases.first, tone: 'loss', length: 1 },
            { name: say.phases.usual, tone: 'update', length: later },
            { name: say.phases.shifted, tone: 'gradient', length: steps - 1 - later },
          ]}
          spoken={spoken}
          onMove={(next) => set({ ...state, at: next })}
        />
        <Slider
          label={say.firstRate}
          value={state.firstRate}
          min={0.1}
          max={4}
          step={0.1}
          show={(rate) => fixed(rate, 1)}
          onChange={(firstRate) => set({ ...state, firstRate })}
        />
        <Slider
          label={say.kappa}
          value={state.kappa}
          min={0.01}
          max={0.3}
          step={0.01}
          show={(kappa) => fixed(kappa, 2)}
          onChange={(kappa) => set({ ...state, kappa })}
        />
        <Slider
          label={say.shift}
          value={shift}
          min={0}
          max={2}
          step={0.1}
          show={(by) => fixed(by, 1)}
          onChange={(by) => set({ ...state, shift: by })}
        />
      </div>
    </Frame>
  );
}

interface TableProps {
  say: (typeof messages)['en'];
  runs: readonly Run[];
  at: number;
}

/** Parameters, gradients and losses of both units side by side. */
function Table({ say, runs, at }: TableProps) {
  const moments = runs.map((run) => run.moments[at]!);
  return (
    <table class="dying-table">
      <thead>
        <tr>
          <td />
          {runs.map(({ name }) => (
            <th key={name} scope="col">
              {unitText[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say.reach}</th>
          {moments.map(({ reached }, i) => (
            <td key={i}>{reached}</td>
          ))}
        </tr>
        {(['w', 'b'] as const).map((key) => (
          <tr key={key}>
            <th scope="row">
              <Sym of={key === 'w' ? 'W' : 'b'} />
            </th>
            {moments.map((moment, i) => (
              <td key={i}>{fixed(moment[key], 4)}</td>
            ))}
          </tr>
        ))}
        {(['dw', 'db'] as const).map((key) => (
          <tr key={key}>
            <th scope="row">
              <Partial of={key === 'dw' ? 'W' : 'b'} />
            </th>
            {moments.map((moment, i) => (
              <td key={i}>
                <Num of="grad">{moment[key] === 0 ? '0' : fixed(moment[key], 4)}</Num>
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">
            <Sym of="L" />
          </th>
          {moments.map(({ loss }, i) => (
            <td key={i}>{fixed(loss, 5)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** The sum of every sample, and how the mean gradient of w comes about. */
function Numbers({ model: { runs, x }, at }: { model: Model; at: number }) {
  return (
    <>
      {runs.map(({ name, moments }) => {
        const { w, b, dw } = moments[at]!;
        return (
          <div key={name}>
            <p class="soft">{unitText[name]}</p>
            {x.map((input, i) => (
              <Formula key={i} equation="fb-z-scalar">
                <Sym of="z" index={i + 1} /> = {fixed(w, 4)}·({short(input)}) + ({fixed(b, 4)}) ≈{' '}
                <Num of="z">{fixed(w * input + b, 4)}</Num>, <Sym of="y" index={i + 1} /> ={' '}
                {short(data.y[i]!)}
              </Formula>
            ))}
            <Formula equation="act-dead">
              <Partial of="W" /> = 1/8 Σ (<Sym of="a" index="s" /> − <Sym of="y" index="s" />){' '}
              <Sym of="f" mark="′" />(<Sym of="z" index="s" />) <Sym of="x" index="s" /> ≈{' '}
              <Num of="grad">{dw === 0 ? '0' : fixed(dw, 6)}</Num>
            </Formula>
          </div>
        );
      })}
    </>
  );
}
