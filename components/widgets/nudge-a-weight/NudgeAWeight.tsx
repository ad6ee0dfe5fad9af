import { CheckGradient } from '@components/controls/CheckGradient';
import { NumberField } from '@components/controls/NumberField';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Partial, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { relativeError } from '@engine/gradcheck';
import { useMemo } from 'preact/hooks';
import { messages } from './messages';
import { first, model, nudgeable, schema } from './model';
import { Plot } from './Plot';
import { pytorch } from './pytorch';

const widget = 'nudge-a-weight';

export default function NudgeAWeight(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const result = useMemo(() => model(state), [state]);
  const { loss, gradient, present, regime } = result;
  const chosen = nudgeable[state.weight]!;
  const theta = <Sym of={chosen.name} layer={chosen.layer} index={chosen.index} />;
  const partial = <Partial of={chosen.name} layer={chosen.layer} index={chosen.index} />;
  const L = <Sym of="L" />;

  const quotients = (
    <>
      <Formula>
        ({L}(<i>θ</i>+ε) − {L}(<i>θ</i>)) / ε = ({fixed(present.plus, 12)} − {fixed(loss, 12)}) /{' '}
        {short(present.epsilon)} ≈ <Num of="grad">{fixed(present.forward, 12)}</Num>
      </Formula>
      <Formula>
        ({L}(<i>θ</i>+ε) − {L}(<i>θ</i>−ε)) / 2ε = ({fixed(present.plus, 12)} −{' '}
        {fixed(present.minus, 12)}) / {short(2 * present.epsilon)} ≈{' '}
        <Num of="grad">{fixed(present.central, 12)}</Num>
      </Formula>
    </>
  );

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => quotients}
      pytorch={() => pytorch(state)}
    >
      <div class="fig-split nudge">
        <div class="fig-stage">
          <Plot
            {...{ lang, model: result, exponent: state.exponent }}
            onMove={(exponent) => set({ ...state, exponent })}
          />
        </div>
        <div class="fig-says">
          <table class="quotients">
            <tbody>
              <tr>
                <th scope="row">
                  {partial} <small>{say.gradient}</small>
                </th>
                <td>{fixed(gradient, 10)}</td>
              </tr>
              <tr class="one-sided">
                <th scope="row">{say.oneSided}</th>
                <td>{fixed(present.forward, 10)}</td>
              </tr>
              <tr class="two-sided">
                <th scope="row">{say.twoSided}</th>
                <td>{fixed(present.central, 10)}</td>
              </tr>
            </tbody>
          </table>
          <p aria-live="polite">{say.says[regime]}</p>
          {present.centralError === 0 && <p class="soft">{say.exactly}</p>}
          <CheckGradient
            lang={lang}
            of={partial}
            subject={`${state.weight} ${state.value}`}
            compare={() => {
              const { present: fine } = model({ ...state, exponent: -5 });
              return {
                backprop: gradient,
                numeric: fine.central,
                epsilon: fine.epsilon,
                relativeError: relativeError(gradient, fine.central),
              };
            }}
          />
        </div>
      </div>
      <div class="fig-controls">
        <Select
          label={say.parameter}
          value={String(state.weight)}
          options={nudgeable.map(({ name, layer, index }, i) => ({
            value: String(i),
            text: `${name}${superscripts[layer]}${[...index].map((d) => subscripts[Number(d)]).join('')}`,
          }))}
          onChange={(value) => {
            const weight = Number(value);
            set({ ...state, weight, value: nudgeable[weight]!.first });
          }}
        />
        <NumberField
          lang={lang}
          label={<>{theta} =</>}
          name={say.value}
          value={state.value}
          min={-5}
          max={5}
          step={0.05}
          onChange={(value) => set({ ...state, value })}
        />
        <Slider
          label={say.epsilon}
          value={-state.exponent}
          min={0}
          max={16}
          step={0.25}
          show={() => short(present.epsilon)}
          onChange={(value) => set({ ...state, exponent: -value })}
        />
      </div>
    </Frame>
  );
}

const superscripts = { 1: '¹', 2: '²' } as const;
const subscripts = '₀₁₂₃₄₅₆₇₈₉';
