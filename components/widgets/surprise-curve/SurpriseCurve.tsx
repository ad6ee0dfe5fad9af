import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { NumberField } from '@components/controls/NumberField';
import { Select } from '@components/controls/Select';
import { Formula, Num, Partial, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, fixedOrSmall, short } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { relativeError } from '@engine/gradcheck';
import { messages } from './messages';
import { byDifferences, first, placeAt, reach, type Side, schema } from './model';
import { Plot } from './Plot';

const widget = 'surprise-curve';

export default function SurpriseCurve(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const place = placeAt(state.z);
  const { a, slope, crossEntropy, squaredError } = place;
  const times = crossEntropy.byZ / squaredError.byZ;
  const onMove = (z: number): void => set({ ...state, z });
  const [z, partial] = [<Sym of="z" />, <Partial of="z" />];

  const spelledOut = (name: string, { byA, byZ }: Side, letters: string) => (
    <>
      <p class="soft">{name}</p>
      <Formula>
        {partial} = {letters} = ({short(byA, 5)}) · {short(slope, 5)} ≈{' '}
        <Num of="grad">{short(byZ, 5)}</Num>
      </Formula>
    </>
  );
  const row = (name: string, kind: string, { loss, byZ }: Side) => (
    <tr class={kind}>
      <th scope="row">{name}</th>
      <td>
        <Num of="L">{fixedOrSmall(loss)}</Num>
      </td>
      <td>
        <Num of="grad">{fixedOrSmall(byZ)}</Num>
      </td>
    </tr>
  );

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => (
        <>
          {spelledOut(say.crossEntropy, crossEntropy, '(−1/a) · a(1 − a)')}
          {spelledOut(say.squaredError, squaredError, '(a − y) · a(1 − a)')}
        </>
      )}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split surprise">
        <div class="fig-stage">
          <Plot {...{ lang, state, place, onMove }} />
        </div>
        <div class="fig-says">
          <Formula>
            <Sym of="a" /> = σ({fixed(state.z, 2)}) ≈ <Num of="a">{fixed(a, 4)}</Num>
          </Formula>
          <table class="sides">
            <thead>
              <tr>
                <td />
                <th scope="col">
                  <Sym of="L" />
                </th>
                <th scope="col">{partial}</th>
              </tr>
            </thead>
            <tbody>
              {row(say.crossEntropy, 'crossEntropy', crossEntropy)}
              {row(say.squaredError, 'squaredError', squaredError)}
            </tbody>
          </table>
          <p class="times" aria-live="polite">
            {times >= 10 ? fill(say.times, { times: fixed(times, 0) }) : say.same}
          </p>
          <CheckGradient
            lang={lang}
            of={partial}
            subject={String(state.z)}
            compare={() => {
              const numeric = byDifferences(state.z);
              return {
                backprop: crossEntropy.byZ,
                numeric,
                epsilon: 1e-5,
                relativeError: relativeError(crossEntropy.byZ, numeric),
              };
            }}
          />
        </div>
      </div>
      <div class="fig-controls">
        <NumberField
          lang={lang}
          label={<>{z} =</>}
          name={say.drag}
          value={state.z}
          min={-reach}
          max={reach}
          step={0.25}
          onChange={onMove}
        />
        <Select
          label={say.axis}
          value={state.axis}
          options={(['z', 'a'] as const).map((value) => ({ value, text: say.axes[value] }))}
          onChange={(axis) => set({ ...state, axis })}
        />
      </div>
    </Frame>
  );
}
