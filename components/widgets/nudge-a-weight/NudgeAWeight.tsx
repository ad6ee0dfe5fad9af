import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { NumberField } from '@components/controls/NumberField';
import { Select } from '@components/controls/Select';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Partial, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { exact, fixed, short } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { relativeError } from '@engine/gradcheck';
import { useMemo } from 'preact/hooks';
import { messages } from './messages';
import { first, model, nudgeable, schema, type Verdict } from './model';
import { Plot } from './Plot';

const widget = 'nudge-a-weight';

export default function NudgeAWeight(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const result = useMemo(() => model(state), [state]);
  const { loss, gradient, present, oneSided, twoSided, absorbed } = result;
  const chosen = nudgeable[state.weight]!;
  const theta = <Sym of={chosen.name} layer={chosen.layer} index={chosen.index} />;
  const partial = <Partial of={chosen.name} layer={chosen.layer} index={chosen.index} />;
  const L = <Sym of="L" />;
  const says = ({ regime, gain }: Verdict, which: string) =>
    fill(say.says[regime], { which, gain: short(gain, 2) });

  const quotients = (
    <>
      <p class="soft">
        <i>θ</i> = {theta} = {exact(state.value)}
      </p>
      <Formula equation="fb-forward-difference">
        ({L}(<i>θ</i>+ε) − {L}(<i>θ</i>)) / ε = ({exact(present.plus)} − {exact(loss)}) /{' '}
        {short(present.epsilon)} ≈ <Num of="grad">{fixed(present.forward, 12)}</Num>
      </Formula>
      <Formula equation="fb-central-difference">
        ({L}(<i>θ</i>+ε) − {L}(<i>θ</i>−ε)) / 2ε = ({exact(present.plus)} − {exact(present.minus)})
        / {short(2 * present.epsilon)} ≈ <Num of="grad">{fixed(present.central, 12)}</Num>
      </Formula>
    </>
  );
  const row = (name: string, kind: string, value: number, error: number) => (
    <tr class={kind}>
      <th scope="row">{name}</th>
      <td>{fixed(value, 10)}</td>
      <td>{short(error, 2)}</td>
    </tr>
  );

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => quotients}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split nudge">
        <div class="fig-stage">
          <Plot
            {...{ lang, model: result, exponent: state.exponent }}
            onMove={(exponent) => set({ ...state, exponent })}
          />
        </div>
        <div class="fig-says">
          <dl class="losses">
            {(
              [
                ['', loss],
                ['+ε', present.plus],
                ['−ε', present.minus],
              ] as const
            ).map(([shift, value]) => (
              <div key={shift}>
                <dt>
                  {L}({theta}
                  {shift})
                </dt>
                <dd>{fixed(value, 16)}</dd>
              </div>
            ))}
          </dl>
          <table class="quotients">
            <thead>
              <tr>
                <td />
                <th scope="col">{say.quotient}</th>
                <th scope="col">{say.error}</th>
              </tr>
            </thead>
            <tbody>
              {row(say.oneSided, 'one-sided', present.forward, present.forwardError)}
              {row(say.twoSided, 'two-sided', present.central, present.centralError)}
              <tr>
                <th scope="row">{partial}</th>
                <td>
                  <Num of="grad">{fixed(gradient, 10)}</Num>
                </td>
                <td />
              </tr>
            </tbody>
          </table>
          <div aria-live="polite" class="verdicts">
            <p>
              {absorbed && `${say.absorbed} `}
              {says(oneSided, say.oneSided)}
            </p>
            <p>{says(twoSided, say.twoSided)}</p>
            {(present.centralError === 0 || present.forwardError === 0) && (
              <p class="soft">{say.exactly}</p>
            )}
          </div>
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
