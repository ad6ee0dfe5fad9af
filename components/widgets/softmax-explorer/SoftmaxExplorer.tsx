import { fill } from '@book/ui';
import { CheckGradient } from '@components/controls/CheckGradient';
import { Slider } from '@components/controls/Slider';
import { Formula, Num, Sym } from '@components/figure/Formula';
import { Frame, type IslandProps } from '@components/figure/Frame';
import { fixed, short } from '@components/figure/format';
import { useWidgetState } from '@components/figure/state';
import { relativeError } from '@engine/gradcheck';
import { useMemo } from 'preact/hooks';
import { Jacobian } from './Jacobian';
import { Logits } from './Logits';
import { messages } from './messages';
import { classes, compare, first, type Model, model, schema, setClasses } from './model';

const widget = 'softmax-explorer';

/** Small digits after a letter in words that are read out as well. */
const subscript = (index: number): string => '₀₁₂₃₄₅'[index] ?? '';

/** A probability with digits enough for what it lacks to 1: the two are multiplied. */
function full(a: number): string {
  if (a < 0.5 || a === 1) return short(a);
  return fixed(a, Math.min(15, 3 - Math.floor(Math.log10(1 - a))));
}

export default function SoftmaxExplorer(props: IslandProps) {
  const { lang } = props;
  const say = messages[lang];
  const ws = useWidgetState(widget, schema, first);
  const { state, set } = ws;
  const now = useMemo(() => model(state), [state]);
  const { row, column } = state;
  const own = row === column;
  const [i, j] = [row + 1, column + 1];
  const [ai, aj] = [now.a[row]!, now.a[column]!];
  const T = state.logT === 0 ? '' : ` / ${short(now.T, 3)}`;
  const partial = (
    <span class="sym">
      <i class="upright">∂</i>
      <Sym of="a" index={i} />/<i class="upright">∂</i>
      <Sym of="z" index={j} />
    </span>
  );

  return (
    <Frame
      {...props}
      widget={widget}
      state={ws}
      numbers={() => <Numbers z={state.z} c={state.c} now={now} />}
      pytorch={async () => (await import('./pytorch')).pytorch(state)}
    >
      <div class="fig-split explorer">
        <div class="fig-stage">
          <Logits
            {...{ lang, z: state.z, a: now.a }}
            onMove={(k, value) => set({ ...state, z: state.z.with(k, value) })}
          />
          <Ways {...{ say, now }} />
        </div>
        <div class="fig-says">
          <Jacobian
            {...{ lang, J: now.J, T: now.T, row, column }}
            onSelect={(r, k) => set({ ...state, row: r, column: k })}
          />
          <div aria-live="polite" class="explorer-entry">
            <Formula>
              {partial} ={' '}
              {own ? (
                <>
                  <Sym of="a" index={i} /> (1 − <Sym of="a" index={i} />)
                </>
              ) : (
                <>
                  −<Sym of="a" index={i} /> <Sym of="a" index={j} />
                </>
              )}
              {T && <> / T</>} ={' '}
              {own ? `${full(ai)}·(1 − ${full(ai)})` : `−${short(ai)}·${short(aj)}`}
              {T} ≈ <Num>{short(now.J[row]![column]!)}</Num>
            </Formula>
            <p>
              {fill(own ? say.own : say.other, { i: subscript(i), j: subscript(j) })}
              {state.z.length === 2 && say.two}
            </p>
          </div>
          <CheckGradient
            lang={lang}
            of={partial}
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
        <Slider
          label={say.count}
          value={state.z.length}
          min={classes.min}
          max={classes.max}
          step={1}
          show={String}
          onChange={(count) => set(setClasses(state, count))}
        />
        <Slider
          label={say.T}
          value={state.logT}
          min={-1}
          max={1}
          step={0.05}
          show={(logT) => short(10 ** logT, 2)}
          onChange={(logT) => set({ ...state, logT })}
        />
        <Slider
          label={say.shift}
          value={state.c}
          min={-1000}
          max={1000}
          step={10}
          show={(c) => fixed(c, 0)}
          onChange={(c) => set({ ...state, c })}
        />
      </div>
    </Frame>
  );
}

/** The two ways to compute the same probabilities, side by side, and why one of them fails. */
function Ways({ say, now }: { say: (typeof messages)['en']; now: Model }) {
  const cells = (list: readonly number[]) =>
    list.map((one, k) => <td key={k}>{Number.isFinite(one) ? fixed(one, 3) : say.noNumber}</td>);
  return (
    <div class="explorer-ways">
      <div class="explorer-scroll">
        <table>
          <tbody>
            <tr class={now.verdict === 'same' ? '' : 'fails'}>
              <th scope="row">{say.naive}</th>
              {cells(now.naive)}
            </tr>
            <tr>
              <th scope="row">{say.stable}</th>
              {cells(now.a)}
            </tr>
          </tbody>
        </table>
      </div>
      <p aria-live="polite">{fill(say.says[now.verdict], { exponent: short(now.exponent, 4) })}</p>
    </div>
  );
}

/** Each probability as the formula has it, with the largest sum subtracted. */
function Numbers({ z, c, now }: { z: readonly number[]; c: number; now: Model }) {
  const most = Math.max(...z);
  const powers = z.map((one) => Math.exp((one - most) / now.T));
  const total = powers.reduce((p, q) => p + q, 0);
  return (
    <>
      <p class="soft">
        M = {short(most + c)}, T = {short(now.T)}
      </p>
      {z.map((one, k) => (
        <Formula key={k} equation="act-softmax-stable">
          <Sym of="a" index={k + 1} /> = e
          <sup>
            ({short(one + c)} − {most + c < 0 ? `(${short(most + c)})` : short(most + c)})/
            {short(now.T)}
          </sup>{' '}
          / {short(total, 8)} ≈ {short(powers[k]!, 8)} / {short(total, 8)} ≈{' '}
          <Num of="a">{fixed(now.a[k]!, 8)}</Num>
        </Formula>
      ))}
    </>
  );
}
