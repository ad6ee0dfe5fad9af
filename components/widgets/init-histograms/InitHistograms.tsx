import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { AnotherSeed } from '@components/controls/Seed';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Partial, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { useMemo } from 'preact/hooks';
import { Drawing } from './Drawing';
import { messages } from './messages';
import {
  compareGradient,
  depth,
  draw,
  factors,
  fates,
  first,
  functions,
  kinds,
  model,
  type State,
  schema,
  sizes,
  varianceOf,
} from './model';

const widget = 'init-histograms';

export default function InitHistograms(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState<State>(widget, schema, first);
  const { state, set } = ws;
  const drawn = useMemo(() => draw(state.seed), [state.seed]);
  const now = useMemo(() => model(state, drawn), [state, drawn]);
  const { forward, backward } = fates(now, state);
  const [one, ten] = [now.layers[0]!, now.layers[depth - 1]!];
  const comma = lang === 'zh' ? '，' : ', ';
  const n = (l: number) => <span class="num">{sizes[l]}</span>;

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() =>
        now.layers.map(({ number: l, a, delta }) => {
          const variance = varianceOf(state, l);
          return (
            <Formula key={l}>
              <Sym of="W" layer={l} /> {n(l - 1)} → {n(l)}
              {comma}Var = <span class="num">{short(variance, 4)}</span>
              {comma}
              {n(l - 1)}·Var = <span class="num">{short(sizes[l - 1]! * variance, 4)}</span>
              {comma}
              {n(l)}·Var = <span class="num">{short(sizes[l]! * variance, 4)}</span>
              {comma}
              {say.std} <Sym of="a" layer={l} /> <Num of="a">{short(a.std, 4)}</Num>
              {comma}
              <Sym of="delta" layer={l} /> <Num of="delta">{short(delta.std, 4)}</Num>
            </Formula>
          );
        })
      }
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split init-histograms">
        <div class="fig-stage">
          <Drawing
            {...{ lang, state, model: now }}
            onSigma={(sigma) => set({ ...state, kind: 'normal', sigma })}
          />
        </div>
        <div class="fig-says">
          <table class="spreads">
            <thead>
              <tr>
                <th scope="col">{say.std}</th>
                <th scope="col">{say.first}</th>
                <th scope="col">{say.last}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">
                  {say.a} <Sym of="a" layer="l" />
                </th>
                <td>
                  <Num of="a">{short(one.a.std, 3)}</Num>
                </td>
                <td>
                  <Num of="a">{short(ten.a.std, 3)}</Num>
                </td>
              </tr>
              <tr>
                <th scope="row">
                  {say.delta} <Sym of="delta" layer="l" />
                </th>
                <td>
                  <Num of="delta">{short(one.delta.std, 3)}</Num>
                </td>
                <td>
                  <Num of="delta">{short(ten.delta.std, 3)}</Num>
                </td>
              </tr>
            </tbody>
          </table>
          <table class="factors">
            <caption>{state.f === 'relu' ? say.halfFactors : say.factors}</caption>
            <thead>
              <tr>
                <th scope="col">{say.inOut}</th>
                <th scope="col">{say.ahead}</th>
                <th scope="col">{say.back}</th>
              </tr>
            </thead>
            <tbody>
              {[2, 1].map((l) => {
                const { ahead, back } = factors(state, l);
                return (
                  <tr key={l}>
                    <th scope="row">
                      {sizes[l - 1]} → {sizes[l]}
                    </th>
                    <td>{state.kind === 'constant' ? '–' : short(ahead, 3)}</td>
                    <td>{state.kind === 'constant' ? '–' : short(back, 3)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <div class="verdicts" aria-live="polite">
            <p>{say.forward[forward]}</p>
            <p>{say.backward[backward]}</p>
            {state.f !== 'relu' && (
              <p class="soft">{fill(say.saturated, { share: fixed(100 * ten.saturated, 0) })}</p>
            )}
          </div>
          <CheckGradient
            lang={lang}
            of={<Partial of="W" layer={depth} />}
            subject={JSON.stringify(state)}
            compare={() => compareGradient(state)}
          />
        </div>
      </div>
      <div class="fig-controls">
        <Select
          label={say.kind}
          value={state.kind}
          options={kinds.map((value) => ({ value, text: say.kinds[value] }))}
          onChange={(kind) => set({ ...state, kind })}
        />
        <Select
          label={say.f}
          value={state.f}
          options={functions.map((value) => ({ value, text: say.functions[value] }))}
          onChange={(f) => set({ ...state, f })}
        />
        {state.kind === 'constant' && (
          <Slider
            label={say.value}
            value={state.value}
            min={-0.5}
            max={0.5}
            step={0.01}
            show={(value) => fixed(value, 2)}
            onChange={(value) => set({ ...state, value })}
          />
        )}
        <AnotherSeed
          lang={lang}
          value={state.seed}
          max={999}
          onChange={(seed) => set({ ...state, seed })}
        >
          {fill(say.again, { seed: state.seed })}
        </AnotherSeed>
      </div>
    </Frame>
  );
}
