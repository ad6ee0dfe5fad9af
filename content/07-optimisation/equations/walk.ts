import { Matrix, Optimiser, type OptimiserSpec, type Parameter, type Random } from '@engine';

/** Some gradients of one parameter, one for each step, and where it starts. */
export interface Walk {
  /** `g[t]` for t = 1, 2, …; `g[0]` is never read. */
  g: number[];
  theta: number;
  alpha: number;
  beta: number;
  beta2: number;
  epsilon: number;
  lambda: number;
}

export const walk = (random: Random): Walk => {
  const steps = 3 + random.integer(3);
  // Of one sign, so that no sum of them is small by chance.
  const sign = random.bernoulli(0.5) ? 1 : -1;
  return {
    g: [Number.NaN, ...Array.from({ length: steps }, () => sign * random.uniform(0.5, 2))],
    theta: random.uniform(1, 3),
    alpha: random.uniform(0.1, 0.4),
    beta: random.uniform(0.6, 0.9),
    beta2: random.uniform(0.9, 0.98),
    epsilon: random.uniform(0.05, 0.2),
    lambda: random.uniform(0.2, 0.6),
  };
};

/** The number of the last step. */
export const last = ({ g }: Walk): number => g.length - 1;

/** What the engine's optimiser makes of the gradients: θ after every step, and what it remembers. */
export function engine(spec: OptimiserSpec, { g, theta, alpha }: Walk) {
  const [value, gradient] = [Matrix.column([theta]), Matrix.column([0])];
  const parameter: Parameter = { name: 'theta', value, gradient, decays: true };
  const optimiser = new Optimiser(spec, [parameter]);
  const thetas = [theta];
  const memory: Record<'m' | 'v' | 's', number[]> = { m: [0], v: [0], s: [0] };
  for (const one of g.slice(1)) {
    gradient.data[0] = one;
    optimiser.step(alpha);
    thetas.push(value.data[0]!);
    for (const name of ['m', 'v', 's'] as const) {
      memory[name].push(optimiser.remembered(0, name)?.[0] ?? Number.NaN);
    }
  }
  return { theta: thetas, ...memory };
}

/** Σ_{i=1}^{t} share(i) g_i. */
export function weighted({ g }: Walk, t: number, share: (i: number) => number): number {
  let sum = 0;
  for (let i = 1; i <= t; i++) sum += share(i) * g[i]!;
  return sum;
}

/** The same with squares of the gradients. */
export const weightedSquares = (one: Walk, t: number, share: (i: number) => number): number =>
  weighted({ ...one, g: one.g.map((g) => g * g) }, t, share);

/** 1, 2, … t of the last step. */
export const steps = (one: Walk): number[] => one.g.slice(1).map((_, i) => i + 1);
