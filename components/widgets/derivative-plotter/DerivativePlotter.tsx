import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Num, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { Key, ranks } from '@components/figure/plot/Key';
import { useWidgetState } from '@components/figure/state';
import { relativeError } from '@engine/gradcheck';
import { useMemo } from 'preact/hooks';
import { functionText, messages } from './messages';
import { compare, first, functionNames, type Model, model, range, schema } from './model';
import { Numbers } from './Numbers';
import { Plot } from './Plot';

const widget = 'derivative-plotter';
const options = functionNames.map((value) => ({ value, text: functionText[value] }));

export default function DerivativePlotter(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const now = useMemo(() => model(state), [state]);
  const others = [{ value: 'none' as const, text: say.none }, ...options];
  const slope = <Sym of="f" mark="′" />;

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => <Numbers state={state} at={now.at} />}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split plotter">
        <div class="fig-stage">
          <Plot {...{ lang, model: now, z: state.z }} onMove={(z) => set({ ...state, z })} />
        </div>
        <div class="fig-says">
          <table class="plotter-table">
            <thead>
              <tr>
                <th scope="col">{say.name}</th>
                <th scope="col">
                  <Sym of="a" />
                </th>
                <th scope="col">{slope}</th>
              </tr>
            </thead>
            <tbody>
              {now.at.map(({ name, value, slope: there }, i) => (
                <tr key={name}>
                  <th scope="row">
                    <Key rank={ranks[i]!} /> {functionText[name]}
                  </th>
                  <td>
                    <Num of="a">{fixed(value, 4)}</Num>
                  </td>
                  <td>
                    <Num of="f">{fixed(there, 4)}</Num>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div aria-live="polite" class="plotter-verdict">
            <Verdict {...{ say, now }} />
          </div>
          <CheckGradient
            lang={lang}
            of={slope}
            subject={JSON.stringify(state)}
            by={say.formula}
            compare={() => {
              const both = compare(state);
              return { ...both, relativeError: relativeError(both.backprop, both.numeric) };
            }}
          />
        </div>
      </div>
      <div class="fig-controls">
        <Select
          label={say.f}
          value={state.f}
          options={options}
          onChange={(f) => set({ ...state, f })}
        />
        <Select
          label={say.g}
          value={state.g}
          options={others}
          onChange={(g) => set({ ...state, g })}
        />
        <Select
          label={say.h}
          value={state.h}
          options={others}
          onChange={(h) => set({ ...state, h })}
        />
        <Slider
          label={say.z}
          value={state.z}
          min={range.min}
          max={range.max}
          step={0.05}
          show={(z) => fixed(z, 2)}
          onChange={(z) => set({ ...state, z })}
        />
        {now.at.some(({ name }) => name === 'relu') && (
          <Select
            label={say.atZero}
            value={String(state.atZero)}
            options={[
              { value: '0', text: say.zero },
              { value: '1', text: say.one },
            ]}
            onChange={(value) => set({ ...state, atZero: value === '1' ? 1 : 0 })}
          />
        )}
        {now.at.some(({ name }) => name === 'leakyRelu') && (
          <Slider
            label={<>Leaky ReLU κ</>}
            value={state.kappa}
            min={0.01}
            max={0.5}
            step={0.01}
            show={(kappa) => fixed(kappa, 2)}
            onChange={(kappa) => set({ ...state, kappa })}
          />
        )}
      </div>
    </Frame>
  );
}

/** How much blame each function passes on, and why so little. */
function Verdict({ say, now }: { say: (typeof messages)['en']; now: Model }) {
  const [front] = now.at;
  return (
    <>
      {now.at.map(({ name, slope }) => (
        <p key={name}>
          {fill(slope === 0 ? say.nothing : slope < 0 ? say.turns : say.passes, {
            name: functionText[name],
            share: short(100 * Math.abs(slope), 2),
          })}
        </p>
      ))}
      {now.byConvention ? (
        <p>{fill(say.convention, { name: functionText[front!.name] })}</p>
      ) : (
        now.isFlat && <p>{say.flat}</p>
      )}
    </>
  );
}
