import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { Select } from '@components/controls/Select';
import { Formula, Num, Partial, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, fixedOrSmall } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { useMemo } from 'preact/hooks';
import { Bars } from './Bars';
import { messages } from './messages';
import { compare, first, model, pairNames, schema } from './model';

const widget = 'gradient-bars';

export default function GradientBars(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const now = useMemo(() => model(state), [state]);
  const { chosen, pair } = state;
  const [a, y] = [now.a[chosen]!, now.y[chosen]!];
  const L = <Sym of="L" />;

  /** The gradient of class j: letters, numbers, value. */
  const line = (j: number) => {
    const z = <Partial of="z" index={j + 1} />;
    const [aj, yj] = [<Sym of="a" index={j + 1} />, <Sym of="y" index={j + 1} />];
    const output = fixedOrSmall(now.a[j]!);
    const numbers = `${output} − ${now.y[j]}`;
    const value = now.gradient[j] === 0 ? '0' : fixedOrSmall(now.gradient[j]!);
    // Where a power of ten stands on one side, four decimals do not come out on the other.
    const equals = (output + value).includes('×') ? '≈' : '=';
    return (
      <Formula key={j}>
        {z} ={' '}
        {pair === 'note' ? (
          <>
            ({aj} − {yj}) · {yj} = ({numbers}) · {now.y[j]}
          </>
        ) : (
          <>
            {aj} − {yj} = {numbers}
          </>
        )}{' '}
        {equals} <Num of="grad">{value}</Num>
      </Formula>
    );
  };

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => <>{state.z.map((_, j) => line(j))}</>}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split bars">
        <div class="fig-stage">
          <Bars {...{ lang, state, set }} model={now} />
        </div>
        <div class="fig-says">
          <p aria-live="polite" class="verdict">
            {say.says[pair]}
          </p>
          <p>
            {say.loss} {L} ≈ <Num of="L">{fixed(now.loss, 4)}</Num>
          </p>
          <p class="soft">{fill(say.chosen, { j: chosen + 1 })}</p>
          {line(chosen)}
          <p class="soft">{say.besides}</p>
          <Formula>
            <Partial of="z" index={chosen + 1} />{' '}
            {now.f === 'sigmoid' && (
              <>
                = ({fixedOrSmall(a)} − {y}) · {fixedOrSmall(a)} · (1 − {fixedOrSmall(a)}){' '}
              </>
            )}
            ≈ <Num of="grad">{fixedOrSmall(now.squaredGradient[chosen]!)}</Num>
          </Formula>
          <CheckGradient
            lang={lang}
            of={<Partial of="z" index={chosen + 1} />}
            subject={JSON.stringify(state)}
            compare={() => compare(state, chosen)}
          />
        </div>
      </div>
      <div class="fig-controls">
        <Select
          label={say.pair}
          value={pair}
          options={pairNames.map((value) => ({ value, text: say.pairs[value] }))}
          onChange={(next) => set({ ...state, pair: next })}
        />
        <Select
          label={say.target}
          value={String(state.target)}
          options={state.z.map((_, j) => ({ value: String(j), text: String(j + 1) }))}
          onChange={(target) => set({ ...state, target: Number(target) })}
        />
      </div>
    </Frame>
  );
}
