import { Formula, Num, Sym } from '@components/figure/Formula';
import { fixed, short } from '@components/figure/format';
import type { ComponentChildren } from 'preact';
import { equationsOf } from './equations';
import { functionText } from './messages';
import type { At, FunctionName, State } from './model';

const z = <Sym of="z" />;
const a = <Sym of="a" />;
const e = (power: ComponentChildren) => (
  <>
    e<sup>{power}</sup>
  </>
);

/** Value and slope as the chapter's equations write them, before the numbers. */
const written: Record<FunctionName, (state: State) => [ComponentChildren, ComponentChildren]> = {
  sigmoid: () => [
    <>1 / (1 + {e(<>−{z}</>)})</>,
    <>
      {a} (1 − {a})
    </>,
  ],
  tanh: () => [
    <>
      ({e(z)} − {e(<>−{z}</>)}) / ({e(z)} + {e(<>−{z}</>)})
    </>,
    <>
      1 − {a}
      <sup>2</sup>
    </>,
  ],
  relu: ({ z: at, atZero }) => [
    <>max(0, {z})</>,
    at > 0 ? (
      <>1 ({z} &gt; 0)</>
    ) : at < 0 ? (
      <>0 ({z} &lt; 0)</>
    ) : (
      <>
        {atZero} ({z} = 0)
      </>
    ),
  ],
  leakyRelu: ({ z: at, kappa }) => [
    at >= 0 ? z : <>κ {z}</>,
    at > 0 ? <>1 ({z} &gt; 0)</> : <>κ = {short(kappa)}</>,
  ],
  elu: ({ z: at }) => [at >= 0 ? z : <>{e(z)} − 1</>, at >= 0 ? 1 : e(z)],
  gelu: () => [
    <>
      {z} Φ({z})
    </>,
    <>
      Φ({z}) + {z} φ({z})
    </>,
  ],
  silu: () => [
    <>
      {z} σ({z})
    </>,
    <>
      σ({z}) (1 + {z} (1 − σ({z})))
    </>,
  ],
};

/** The chapter's formulas with the present numbers, a pair of lines for each function. */
export const Numbers = ({ state, at }: { state: State; at: readonly At[] }) => (
  <>
    {at.map(({ name, value, slope }) => {
      const [f, derivative] = written[name](state);
      const [ofValue, ofSlope] = equationsOf[name];
      return (
        <div key={name}>
          <p class="soft">{functionText[name]}</p>
          <Formula equation={ofValue}>
            {a} = f({short(state.z)}) = {f} ≈ <Num of="a">{fixed(value, 8)}</Num>
          </Formula>
          <Formula equation={ofSlope}>
            <Sym of="f" mark="′" />({short(state.z)}) = {derivative} ≈{' '}
            <Num of="f">{fixed(slope, 8)}</Num>
          </Formula>
        </div>
      );
    })}
  </>
);
