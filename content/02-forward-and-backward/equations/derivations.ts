import { type Derivation, lineCheck } from '@book/equations';
import {
  activate,
  byDifferences,
  fPrime,
  run,
  slopes,
  slopesZ,
  type Trial,
  trial,
  zOf,
} from './trial';

const hidden = lineCheck(trial(), byDifferences);
const z = (t: Trial, l: number): number[] => run(t.plain, t.x).z[l]!;

/** ∂z^(l+1)_k/∂z^l_j by differences: through everything between the two. */
const throughLayer = (t: Trial): number[][] => {
  const next = z(t, t.l + 1);
  return next.map((_, k) =>
    slopes((u) => zOf(t.plain, t.l + 1, activate(t.plain.f[t.l]!, u))[k]!, z(t, t.l)),
  );
};
/** ∂z^(l+1)_k/∂a^l_j by differences. */
const byActivation = (t: Trial): number[][] =>
  z(t, t.l + 1).map((_, k) =>
    slopes((u) => zOf(t.plain, t.l + 1, u)[k]!, run(t.plain, t.x).a[t.l]!),
  );

const sumOver = (d: readonly number[], J: readonly (readonly number[])[]): number[] =>
  (J[0] ?? []).map((_, j) => d.reduce((sum, value, k) => sum + value * J[k]![j]!, 0));

const lineTwo = (t: Trial): number[] => sumOver(slopesZ(t, t.l + 1), throughLayer(t));
const lineThree = (t: Trial): number[] => {
  const slope = fPrime(t.plain, t.l, z(t, t.l));
  return sumOver(slopesZ(t, t.l + 1), byActivation(t)).map((value, j) => value * slope[j]!);
};
const lineFour = (t: Trial): number[] => {
  const slope = fPrime(t.plain, t.l, z(t, t.l));
  return sumOver(slopesZ(t, t.l + 1), t.plain.W[t.l + 1]!).map((value, j) => value * slope[j]!);
};

const hiddenDerivation: Derivation = {
  id: 'fb-hidden-derivation',
  title: { zh: '隐藏层的 δ 从哪里来', en: 'Where δ of a hidden unit comes from' },
  steps: [
    {
      tex: '\\delti{l}{j} = \\dd{\\loss}{\\zi{l}{j}}',
      why: { zh: 'δ 的定义。', en: 'The definition of δ.' },
    },
    {
      tex: '= \\sum_{k=1}^{\\units{l+1}} \\dd{\\loss}{\\zi{l+1}{k}}\\,\\dd{\\zi{l+1}{k}}{\\zi{l}{j}}',
      why: {
        zh: '链式法则：$\\zi{l}{j}$ 只能通过下一层的每一个 $\\zi{l+1}{k}$ 影响损失，所有路径都要加上。',
        en: 'The chain rule: $\\zi{l}{j}$ reaches the loss only through every $\\zi{l+1}{k}$ of the next layer, and all paths add up.',
      },
      check: hidden(
        (t) => slopesZ(t, t.l),
        lineTwo,
        { zh: '只取第一条路径', en: 'only the first path' },
        (t) => throughLayer(t)[0]!.map((value) => value * slopesZ(t, t.l + 1)[0]!),
      ),
    },
    {
      tex: '= \\sum_{k=1}^{\\units{l+1}} \\delti{l+1}{k}\\,\\dd{\\zi{l+1}{k}}{\\acti{l}{j}}\\,\\dd{\\acti{l}{j}}{\\zi{l}{j}}',
      why: {
        zh: '第一个因子按定义就是 $\\delti{l+1}{k}$；第二个因子再用一次链式法则，中间经过 $\\acti{l}{j}$。',
        en: 'The first factor is $\\delti{l+1}{k}$ by definition; the second is the chain rule once more, by way of $\\acti{l}{j}$.',
      },
      check: hidden(lineTwo, lineThree, { zh: '漏了 ∂a/∂z', en: '∂a/∂z left out' }, (t) =>
        sumOver(slopesZ(t, t.l + 1), byActivation(t)),
      ),
    },
    {
      tex: '= \\Bigl(\\,\\sum_{k=1}^{\\units{l+1}} \\delti{l+1}{k}\\,\\Wi{l+1}{kj}\\Bigr)\\,\\fp{l}(\\zi{l}{j})',
      why: {
        zh: '由 $\\zi{l+1}{k}$ 的公式，它对 $\\acti{l}{j}$ 的导数是 $\\Wi{l+1}{kj}$；$\\fp{l}(\\zi{l}{j})$ 与 $k$ 无关，提到和号外面。',
        en: 'In $\\zi{l+1}{k}$ the activation $\\acti{l}{j}$ is multiplied by $\\Wi{l+1}{kj}$, so that is the derivative; $\\fp{l}(\\zi{l}{j})$ does not depend on $k$ and moves out of the sum.',
      },
      check: hidden(
        lineThree,
        lineFour,
        { zh: 'δ 与 W 的下标 k 错开一位', en: 'index k of δ and W one apart' },
        (t) => {
          const d = slopesZ(t, t.l + 1);
          const slope = fPrime(t.plain, t.l, z(t, t.l));
          const shifted = d.map((_, k) => d[(k + 1) % d.length]!);
          return sumOver(shifted, t.plain.W[t.l + 1]!).map((value, j) => value * slope[j]!);
        },
      ),
    },
  ],
};

// −log a bends so much where a is small that differences are right to six digits only.
const softmax = lineCheck(trial('softmaxCrossEntropy'), 1e-5);
const output = (t: Trial): number[] => run(t.plain, t.x).a[t.L]!;

/** Σ_i ∂L/∂a_i ∂a_i/∂z_j with both factors by differences. */
const byJacobian = (t: Trial): number[] => {
  const dLda = slopes((a) => -a.reduce((sum, p, i) => sum + t.y[i]! * Math.log(p), 0), output(t));
  const J = dLda.map((_, i) => slopes((u) => activate('softmax', u)[i]!, z(t, t.L)));
  return sumOver(dLda, J);
};
const inserted = (t: Trial): number[] => {
  const a = output(t);
  return a.map((_, j) =>
    a.reduce((sum, p, i) => sum + (-t.y[i]! / p) * p * (Number(i === j) - a[j]!), 0),
  );
};
const cancelled = (t: Trial): number[] =>
  output(t).map((p, j) => -t.y[j]! + p * t.y.reduce((sum, value) => sum + value, 0));

const softmaxDerivation: Derivation = {
  id: 'fb-softmax-ce-derivation',
  title: {
    zh: 'softmax 配交叉熵时，δ 为什么只剩 a − y',
    en: 'Why softmax with cross-entropy leaves δ = a − y',
  },
  steps: [
    {
      tex: '\\delti{L}{j} = \\sum_{i=1}^{\\units{L}} \\dd{\\loss}{\\acti{L}{i}}\\,\\dd{\\acti{L}{i}}{\\zi{L}{j}}',
      why: {
        zh: '每个 $\\zi{L}{j}$ 都在分母里，所以会改变每一个输出：又要对所有路径求和。',
        en: 'Every $\\zi{L}{j}$ stands in the denominator and so moves every output: again a sum over all paths.',
      },
      check: softmax(
        (t) => slopesZ(t, t.L),
        byJacobian,
        { zh: '只算对角线', en: 'only the diagonal' },
        (t) => output(t).map((p, j) => (-t.y[j]! / p) * p * (1 - p)),
      ),
    },
    {
      tex: '= \\sum_{i=1}^{\\units{L}} \\Bigl(-\\frac{\\yout{i}}{\\acti{L}{i}}\\Bigr)\\,\\acti{L}{i}\\,\\bigl([i=j] - \\acti{L}{j}\\bigr)',
      why: {
        zh: '$-\\yout{i}\\log\\acti{L}{i}$ 的导数，和 softmax 的导数。$[i=j]$ 在 $i=j$ 时是 1，否则是 0。',
        en: 'The derivative of $-\\yout{i}\\log\\acti{L}{i}$ and that of softmax. $[i=j]$ is 1 where $i=j$ and else 0.',
      },
      check: softmax(byJacobian, inserted, { zh: '漏了 [i=j]', en: '[i=j] left out' }, (t) =>
        output(t).map((p) => p),
      ),
    },
    {
      tex: '= -\\yout{j} + \\acti{L}{j} \\sum_{i=1}^{\\units{L}} \\yout{i}',
      why: {
        zh: '$\\acti{L}{i}$ 约掉，再把括号乘开。',
        en: '$\\acti{L}{i}$ cancels; multiply out the bracket.',
      },
      check: softmax(inserted, cancelled, { zh: '符号反了', en: 'sign turned round' }, (t) =>
        cancelled(t).map((value) => -value),
      ),
    },
    {
      tex: '= \\acti{L}{j} - \\yout{j}',
      why: {
        zh: '目标是一组概率，加起来等于 1。',
        en: 'The targets are probabilities and add up to 1.',
      },
      check: softmax(
        cancelled,
        (t) => output(t).map((p, j) => p - t.y[j]!),
        { zh: '漏了 y', en: 'y left out' },
        output,
      ),
    },
  ],
};

export const derivations: readonly Derivation[] = [softmaxDerivation, hiddenDerivation];
