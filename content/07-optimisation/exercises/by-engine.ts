import { Matrix, Optimiser, type OptimiserSpec, type Parameter } from '@engine';

/** θ after each step with the given gradients, and what the optimiser remembers, by the engine. */
export function walk(
  spec: OptimiserSpec,
  start: readonly number[],
  gradients: readonly (readonly number[])[],
  alpha: number,
) {
  const theta: Parameter = {
    name: 'theta',
    value: Matrix.column(start),
    gradient: Matrix.column(start.map(() => 0)),
    decays: true,
  };
  const optimiser = new Optimiser(spec, [theta]);
  const remembered = (name: string): number[] => [...(optimiser.remembered(0, name) ?? [])];
  return gradients.map((g) => {
    theta.gradient.data.set(g);
    optimiser.step(alpha);
    return {
      theta: theta.value.toColumn(),
      m: remembered('m'),
      v: remembered('v'),
      s: remembered('s'),
    };
  });
}
