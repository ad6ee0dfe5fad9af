import * as speed from '@components/widgets/activation-speed/model';
import { pytorch as speedScript } from '@components/widgets/activation-speed/pytorch';
import * as adamParts from '@components/widgets/adam-dissected/model';
import { pytorch as adamScript } from '@components/widgets/adam-dissected/pytorch';
import { derive, networkOf as stepperNetwork } from '@components/widgets/backprop-stepper/derive';
import { preset } from '@components/widgets/backprop-stepper/presets';
import { pytorch as stepperScript } from '@components/widgets/backprop-stepper/pytorch';
import type { PresetName } from '@components/widgets/backprop-stepper/state';
import * as batches from '@components/widgets/batch-size-lab/model';
import { pytorch as batchesScript } from '@components/widgets/batch-size-lab/pytorch';
import * as bnSteps from '@components/widgets/bn-steps/model';
import { pytorch as bnStepsScript } from '@components/widgets/bn-steps/pytorch';
import * as chain from '@components/widgets/chain-of-one/model';
import { pytorch as chainScript } from '@components/widgets/chain-of-one/pytorch';
import * as plotter from '@components/widgets/derivative-plotter/model';
import { pytorch as plotterScript } from '@components/widgets/derivative-plotter/pytorch';
import * as dropout from '@components/widgets/dropout-visualizer/model';
import { pytorch as dropoutScript } from '@components/widgets/dropout-visualizer/pytorch';
import * as dying from '@components/widgets/dying-relu/model';
import { pytorch as dyingScript } from '@components/widgets/dying-relu/pytorch';
import * as folding from '@components/widgets/folding/model';
import { pytorch as foldingScript } from '@components/widgets/folding/pytorch';
import {
  example,
  first as folded,
  activationNames as foldingNames,
} from '@components/widgets/folding/state';
import * as calculator from '@components/widgets/forward-calculator/model';
import { pytorch as calculatorScript } from '@components/widgets/forward-calculator/pytorch';
import { model as batchModel } from '@components/widgets/four-equations/model';
import { pytorch as equationsScript } from '@components/widgets/four-equations/pytorch';
import * as equations from '@components/widgets/four-equations/state';
import * as bars from '@components/widgets/gradient-bars/model';
import { pytorch as barsScript } from '@components/widgets/gradient-bars/pytorch';
import * as depth from '@components/widgets/gradient-by-depth/model';
import { pytorch as depthScript } from '@components/widgets/gradient-by-depth/pytorch';
import * as histograms from '@components/widgets/init-histograms/model';
import { pytorch as histogramsScript } from '@components/widgets/init-histograms/pytorch';
import * as landscape from '@components/widgets/landscape-race/model';
import { pytorch as landscapeScript } from '@components/widgets/landscape-race/pytorch';
import * as living from '@components/widgets/living-network/model';
import { pytorch as livingScript } from '@components/widgets/living-network/pytorch';
import * as anatomy from '@components/widgets/network-anatomy/model';
import { pytorch as anatomyScript } from '@components/widgets/network-anatomy/pytorch';
import * as nudge from '@components/widgets/nudge-a-weight/model';
import { pytorch as nudgeScript } from '@components/widgets/nudge-a-weight/pytorch';
import { model as lineModel } from '@components/widgets/one-line-is-not-enough/model';
import { pytorch as lineScript } from '@components/widgets/one-line-is-not-enough/pytorch';
import {
  first as firstLine,
  type State as LineState,
} from '@components/widgets/one-line-is-not-enough/state';
import * as overfit from '@components/widgets/overfit-lab/model';
import { pytorch as overfitScript } from '@components/widgets/overfit-lab/pytorch';
import * as shifting from '@components/widgets/shifting-layers/model';
import { pytorch as shiftingScript } from '@components/widgets/shifting-layers/pytorch';
import * as explorer from '@components/widgets/softmax-explorer/model';
import { pytorch as explorerScript } from '@components/widgets/softmax-explorer/pytorch';
import * as surprise from '@components/widgets/surprise-curve/model';
import { pytorch as surpriseScript } from '@components/widgets/surprise-curve/pytorch';
import * as symmetry from '@components/widgets/symmetry/model';
import { pytorch as symmetryScript } from '@components/widgets/symmetry/pytorch';
import * as who from '@components/widgets/who-learns/model';
import { pytorch as whoScript } from '@components/widgets/who-learns/pytorch';
import { activation, Matrix } from '@engine';

/** A printed line: its label, and the numbers after it. */
export type Line = readonly [label: string, values: readonly number[]];

/** A state of a widget whose "As PyTorch" is run, and what the engine says it must print. */
export interface Case {
  readonly name: string;
  readonly script: string;
  readonly prints: readonly Line[];
  /** How far apart the numbers may be; quotients of differences lose digits to rounding. */
  readonly tolerance?: Readonly<Record<string, number>>;
}

const numbers = (M: Matrix): number[] => Array.from(M.data);

function stepper(name: PresetName, sample = 0): Case {
  const state = { ...preset(name), sample };
  const network = stepperNetwork(state);
  const { x, y } = state.samples[sample]!;
  network.forward(Matrix.column(x));
  network.backward(Matrix.column(y));
  const layers = Array.from({ length: network.L }, (_, i) => network.layer(i + 1));
  const lines = layers.flatMap(({ number, a, delta, dW, db }): Line[] => [
    [`layer ${number}: a =`, numbers(a)],
    ['  delta =', numbers(delta)],
    ['  dW =', numbers(dW)],
    ['  db =', numbers(db)],
  ]);
  const { loss } = derive(state);
  network.sgdStep(state.alpha);
  const updated: Line = ['W1 after the update', numbers(network.layer(1).W)];
  return {
    name: `backprop-stepper, ${name}, sample ${sample + 1}`,
    script: stepperScript(state),
    prints: [['loss', [loss]], ...lines, updated],
  };
}

function forward(f: calculator.State['f']): Case {
  const state = { ...calculator.first, f };
  const { steps } = calculator.model(state);
  const line = (kind: string, layer: number): Line => [
    `${kind}${layer}`,
    steps.filter((s) => s.kind === kind && s.layer === layer).map(({ value }) => value),
  ];
  const prints = [line('z', 1), line('a', 1), line('z', 2), line('a', 2)];
  return { name: `forward-calculator, ${f}`, script: calculatorScript(state), prints };
}

function batch(name: string, state: equations.State): Case {
  const shown = (equation: equations.EquationName, layer: 1 | 2 = 1): number[] =>
    batchModel({ ...state, equation, layer, layout: 'columns' }).left.rows.flat();
  return {
    name: `four-equations, ${name}`,
    script: equationsScript(state),
    prints: [
      ['Z1', shown('forward', 1)],
      ['Z2', shown('forward', 2)],
      ['Delta1', shown('hidden')],
      ['Delta2', shown('output')],
      ['dW1', shown('W', 1)],
      ['dW2', shown('W', 2)],
      ['db1', shown('b', 1)],
      ['db2', shown('b', 2)],
    ],
  };
}

function livingNetwork(name: string, state: living.State): Case {
  const { loss, weights } = living.model(state);
  const gradients = (layer: number) =>
    weights.filter((w) => w.layer === layer).map(({ gradient }) => gradient);
  return {
    name: `living-network, ${name}`,
    script: livingScript(state),
    prints: [
      ['loss', [loss]],
      ['dW1', gradients(1)],
      ['dW2', gradients(2)],
      ['loss after one step', [living.model(living.learn(state)).loss]],
    ],
  };
}

function nudged(name: string, state: nudge.State): Case {
  const { gradient, present } = nudge.model(state);
  // Both losses are right to a few units of the last place, which ε then divides.
  const quotient = Math.max(1e-10, 1e-15 / present.epsilon);
  return {
    name: `nudge-a-weight, ${name}`,
    script: nudgeScript(state),
    prints: [
      ['backprop ', [gradient]],
      ['one-sided', [present.forward]],
      ['two-sided', [present.central]],
    ],
    tolerance: { 'one-sided': quotient, 'two-sided': quotient },
  };
}

function symmetric(name: string, state: symmetry.State): Case {
  const { loss, units } = symmetry.momentOf(symmetry.train(state), state.frame);
  return {
    name: `symmetry, ${name}`,
    script: symmetryScript(state),
    prints: [
      ['loss', [loss]],
      ['W1', units.flatMap(({ w }) => w)],
      ['W2', units.map(({ out }) => out)],
    ],
    // Thousands of steps, in which units that part enlarge what was rounded.
    tolerance: { loss: 1e-9, W1: 1e-8, W2: 1e-8 },
  };
}

function initialised(name: string, part: Partial<histograms.State>): Case {
  const state = { ...histograms.first, ...part };
  const { layers } = histograms.model(state);
  return {
    name: `init-histograms, ${name}`,
    script: histogramsScript(state),
    prints: [
      ['log10 std of a', layers.map(({ a }) => Math.log10(a.std))],
      ['log10 std of delta', layers.map(({ delta }) => Math.log10(delta.std))],
    ],
  };
}

function surpriseCurve(z: number): Case {
  const { crossEntropy, squaredError } = surprise.placeAt(z);
  const line = (name: string, { loss, byZ }: surprise.Side): Line => [name, [loss, byZ]];
  return {
    name: `surprise-curve, z = ${z}`,
    script: surpriseScript({ ...surprise.first, z }),
    prints: [line('cross-entropy', crossEntropy), line('squared error', squaredError)],
  };
}

function gradientBars(name: string, state: bars.State): Case {
  const { a, loss, gradient, squaredError, squaredGradient } = bars.model(state);
  return {
    name: `gradient-bars, ${name}`,
    script: barsScript(state),
    prints: [
      ['a', a],
      ['loss', [loss]],
      ['dL/dz', gradient],
      ['squared error', [squaredError]],
      ['its dL/dz', squaredGradient],
    ],
  };
}

function chainOfOne(name: string, part: Partial<chain.State>): Case {
  const state = { ...chain.first, ...part };
  const { output, loss, links } = chain.model(state);
  return {
    name: `chain-of-one, ${name}`,
    script: chainScript(state),
    prints: [
      ['output', [output]],
      ['loss', [loss]],
      ['dW', links.map(({ gradient }) => gradient)],
    ],
  };
}

function whoLearns(name: string, state: who.State): Case {
  const prints = who.model(state).learners.flatMap(({ name: learner, moments }): Line[] => {
    const { loss, W } = moments[state.at]!;
    return [
      [`${learner} loss`, [loss]],
      [`${learner} W`, W.flat()],
    ];
  });
  return { name: `who-learns, ${name}`, script: whoScript(state), prints };
}

function byDepth(name: string, part: Partial<depth.State>): Case {
  const state = { ...depth.first, ...part };
  const training = new depth.Training(state);
  while (training.step < state.step) training.advance();
  return {
    name: `gradient-by-depth, ${name}`,
    script: depthScript(state),
    prints: [
      ['loss', [training.loss]],
      ['norms', training.norms],
    ],
  };
}

function normalising(name: string, part: Partial<bnSteps.State>): Case {
  const state = { ...bnSteps.first, ...part };
  const { runningMean, runningVariance, values } = bnSteps.model(state);
  return {
    name: `bn-steps, ${name}`,
    script: bnStepsScript(state),
    prints: [
      ['running', [runningMean, runningVariance]],
      ['out', values.out],
    ],
  };
}

function shiftingLayers(name: string, part: Partial<shifting.State>): Case {
  const state = { ...shifting.first, ...part };
  const training = new shifting.Training(state);
  while (training.step < state.step) training.advance();
  const line = (label: string, learner: shifting.Learner): Line => {
    const { mean, deviation } = learner.history(state.layer, state.unit).at(-1)!;
    return [label, [learner.loss, mean, deviation]];
  };
  return {
    name: `shifting-layers, ${name}`,
    script: shiftingScript(state),
    prints: [line('without', training.plain), line('with', training.normalised)],
  };
}

function oneLine(name: string, change: Partial<LineState>): Case {
  const state = { ...firstLine, ...change };
  const { z, wrong } = lineModel(state);
  return {
    name: `one-line-is-not-enough, ${name}`,
    script: lineScript(state),
    prints: [
      ['z', z],
      ['wrong', [wrong]],
    ],
  };
}

function folds(f: (typeof foldingNames)[number]): Case {
  const state = example(folded, f);
  const { points } = folding.model(state);
  return {
    name: `folding, ${f}`,
    script: foldingScript(state),
    prints: [
      ['a1', [0, 1].flatMap((j) => points.map(({ a1 }) => a1[j]!))],
      ['a2', points.map(({ a2 }) => a2)],
    ],
  };
}

function parts(sizes: number[]): Case {
  const state = { ...anatomy.first, sizes };
  const { layers, parameters } = anatomy.model(state);
  return {
    name: `network-anatomy, ${sizes.join('-')}`,
    script: anatomyScript(state),
    prints: [
      ...layers.map(({ layer, shape, biases }): Line => [`layer ${layer}: W`, [...shape, biases]]),
      ['parameters', [parameters]],
    ],
  };
}

function plotted(name: string, state: plotter.State): Case {
  return {
    name: `derivative-plotter, ${name}`,
    script: plotterScript(state),
    prints: plotter.model(state).at.map(({ name: f, value, slope }) => [f, [value, slope]]),
  };
}

function explored(name: string, state: explorer.State): Case {
  const { a, J } = explorer.model(state);
  return {
    name: `softmax-explorer, ${name}`,
    script: explorerScript(state),
    prints: [['a', a], ...J.map((row): Line => ['J', row])],
  };
}

function died(name: string, state: dying.State): Case {
  const line = (label: string, of: dying.UnitName): Line => {
    const { w, b, dw, db, loss } = dying.run(of, state).moments[state.at]!;
    return [label, [w, b, dw, db, loss]];
  };
  return {
    name: `dying-relu, ${name}`,
    script: dyingScript(state),
    prints: [line('ReLU', 'relu'), line('Leaky ReLU', 'leakyRelu')],
  };
}

/** Its times differ from run to run and go elsewhere; the sums that are timed do not. */
function timed(name: string, state: speed.State): Case {
  const n = Math.round(10 ** state.logCount);
  const total = (f: speed.TimedName): number => {
    const { value } = activation(f);
    let sum = 0;
    for (let k = 0; k < n; k++) sum += value(-4 + (8 * k) / (n - 1));
    return sum;
  };
  const order = ['relu', 'leakyRelu', 'sigmoid', 'tanh', 'silu', 'elu'] as const;
  return {
    name: `activation-speed, ${name}`,
    script: speedScript(state),
    prints: order.map((f): Line => [f, [total(f)]]),
    tolerance: Object.fromEntries(order.map((f) => [f, 1e-8 * n])),
  };
}

function dropped(name: string, part: Partial<dropout.State>, off: number): Case {
  const state = { ...dropout.first, ...part };
  const { units, output, test, expected } = dropout.model(state, off);
  return {
    name: `dropout-visualizer, ${name}`,
    script: dropoutScript(state, off),
    prints: [
      ['output', [output]],
      ['gradient', units.map(({ gradient }) => gradient)],
      ['mean', [expected]],
      ['test', [test]],
    ],
  };
}

function overfitted(name: string, part: Partial<overfit.State>): Case {
  const state = { ...overfit.first, ...part };
  const training = new overfit.Training(state);
  while (training.step < state.step) training.advance();
  return {
    name: `overfit-lab, ${name}`,
    script: overfitScript(state),
    prints: [
      ['training', [training.last.training]],
      ['validation', [training.last.validation]],
      ['squares', [training.weights.reduce((sum, w) => sum + w * w, 0)]],
    ],
  };
}

function landscapeRace(name: string, part: Partial<landscape.State>): Case {
  const state = { ...landscape.first, ...part };
  return {
    name: `landscape-race, ${name}`,
    script: landscapeScript(state),
    prints: landscape.race(state).map((path): Line => {
      const { point, loss } = landscape.at(path, state.step);
      return [path.name, [...point, loss]];
    }),
    // One that is leaving has numbers of six digits before the point.
    tolerance: { sgd: 1e-8, nesterov: 1e-8 },
  };
}

function batchSizes(name: string, part: Partial<batches.State>): Case {
  const state = { ...batches.first, ...part };
  return {
    name: `batch-size-lab, ${name}`,
    script: batchesScript(state),
    prints: new batches.Lab(state, state.step).learners.map(
      ({ size, losses }): Line => [`batch ${size} loss`, [losses.at(-1)!]],
    ),
  };
}

function adamDissected(name: string, part: Partial<adamParts.State>): Case {
  const state = { ...adamParts.first, ...part };
  const { theta, m, v } = adamParts.model(state)[state.t - 1]!;
  return {
    name: `adam-dissected, ${name}`,
    script: adamScript(state),
    prints: [
      ['theta', [theta]],
      ['m', [m]],
      ['v', [v]],
    ],
  };
}

/** First states, and others that take another branch of a template. */
export const cases = (): Case[] => [
  oneLine('first', {}),
  oneLine('a perceptron on rings', { set: 'rings', by: 'perceptron', frame: 60 }),
  oneLine('a network', { by: 'network', hidden: 3, frame: 30 }),
  ...foldingNames.map(folds),
  parts(anatomy.first.sizes),
  parts([2, 5, 3, 1]),
  ...(['mazur', 'dead-relu', 'xor', 'softmax'] as const).map((name) => stepper(name)),
  stepper('xor', 3),
  ...calculator.activationNames.map(forward),
  batch('first', equations.first),
  batch('relu, identity', { ...equations.first, f1: 'relu', f2: 'identity' }),
  batch('another size', equations.setSize(equations.first, 'm', 3)),
  livingNetwork('first', living.first),
  livingNetwork('after three steps', living.learn(living.learn(living.learn(living.first)))),
  livingNetwork('y = 0', { ...living.first, y: 0 }),
  plotted('first', plotter.first),
  plotted('smooth', { ...plotter.first, f: 'elu', g: 'gelu', h: 'silu', z: -1.25 }),
  plotted('others', { ...plotter.first, f: 'tanh', g: 'leakyRelu', h: 'relu', z: -0.4 }),
  plotted('ReLU at 0 is 0', { ...plotter.first, f: 'relu', g: 'none', z: 0 }),
  plotted('ReLU at 0 is 1', { ...plotter.first, f: 'relu', g: 'none', z: 0, atZero: 1 }),
  explored('first', explorer.first),
  explored('cold, shifted, five classes', {
    ...explorer.setClasses(explorer.first, 5),
    logT: -0.3,
    c: 900,
  }),
  died('first', dying.first),
  died('inputs move', { ...dying.first, at: 150, kappa: 0.05, shift: 1.5 }),
  timed('a thousand', { ...speed.first, logCount: 3 }),
  nudged('first', nudge.first),
  nudged('ε = 1e-5', { ...nudge.first, exponent: -5 }),
  ...nudge.nudgeable.map(({ first, name, layer, index }, weight) =>
    nudged(`${name}${layer}, ${index}`, { exponent: -3, weight, value: first + 0.25 }),
  ),
  symmetric('first', symmetry.first),
  symmetric('two nudges', { ...symmetry.nudged(symmetry.nudged(symmetry.first)), frame: 120 }),
  symmetric('weights out differ', { ...symmetry.first, start: 'outgoing', frame: 20 }),
  symmetric('random', { ...symmetry.first, start: 'random', frame: 20 }),
  initialised('first', {}),
  initialised('σ = 1', { sigma: 0 }),
  initialised('Xavier', { kind: 'xavier', seed: 7 }),
  initialised('He, ReLU', { kind: 'he', f: 'relu' }),
  initialised('constant, ReLU', { kind: 'constant', f: 'relu' }),
  initialised('He, sigmoid', { kind: 'he', f: 'sigmoid' }),
  ...[surprise.first.z, 2.5].map(surpriseCurve),
  ...bars.pairNames.map((pair) => gradientBars(pair, { ...bars.first, pair })),
  gradientBars('class 4', { ...bars.first, target: 3 }),
  whoLearns('first', who.first),
  whoLearns('start', { ...who.first, at: 0, sure: 1 }),
  chainOfOne('first', {}),
  ...(['tanh', 'relu', 'leakyRelu', 'identity'] as const).map((f) =>
    chainOfOne(f, { f, L: 6, layer: 2, b: -0.3, w: 1.2 }),
  ),
  dropped('first', {}, dropout.started(dropout.first).off),
  dropped('classic', { form: 'classic', rate: 0.2, hand: 1 }, 4),
  dropped('sigmoid', { output: 'sigmoid' }, 9),
  dropped('classic, sigmoid', { form: 'classic', output: 'sigmoid' }, 2),
  overfitted('fifty updates', { step: 50 }),
  overfitted('L2', { lambda: 0.01, step: 50 }),
  overfitted('dropout', { rate: 0.3, step: 20, samples: 10 }),
  byDepth('first', {}),
  byDepth('ReLU, twenty updates', { f: 'relu', start: 'he', depth: 4, step: 20 }),
  byDepth('clipped by norm', { f: 'relu', start: 'large', clipping: 'norm', depth: 4, step: 5 }),
  byDepth('clipped by value', { f: 'tanh', clipping: 'value', limit: 0.01, depth: 3, step: 5 }),
  normalising('first', {}),
  normalising('inference', { mode: 'inference', gamma: -0.7 }),
  normalising('no earlier batch', { mode: 'inference', batches: 0 }),
  shiftingLayers('a few updates', { step: 8 }),
  shiftingLayers('sigmoid', { f: 'sigmoid', step: 5, layer: 5, unit: 8 }),
  shiftingLayers('ReLU', { f: 'relu', alpha: 0.1, step: 5 }),
  landscapeRace('first', { field: [...landscape.racerNames] }),
  landscapeRace('one leaves', { alpha: 0.5, field: ['sgd', 'nesterov'] }),
  landscapeRace('Rosenbrock', { ...landscape.onSurface('rosenbrock'), step: 40 }),
  landscapeRace('saddle', { ...landscape.onSurface('saddle'), step: 30 }),
  landscapeRace('Himmelblau', { ...landscape.onSurface('himmelblau'), step: 20 }),
  landscapeRace('bowl', { ...landscape.onSurface('quadratic'), step: 20 }),
  batchSizes('first', { step: 5 }),
  batchSizes('linear rule', { rule: 'linear', step: 3, seed: 8 }),
  adamDissected('first', {}),
  adamDissected('last step, scaled', { t: 12, scale: 2, beta1: 0.7, beta2: 0.95 }),
  adamDissected('without correction', { t: 7, corrected: false }),
];
