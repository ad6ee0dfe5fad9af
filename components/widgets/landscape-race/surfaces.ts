/** A loss of two parameters: the landscape that optimisers run down. */
export interface Surface {
  /** f(x, y). */
  readonly value: (x: number, y: number) => number;
  /** ∂f/∂x and ∂f/∂y. */
  readonly gradient: (x: number, y: number) => [number, number];
  /** The least value, which a racer is to reach. */
  readonly least: number;
  /** Half the width of the map and where its middle is; its height is three quarters of its width. */
  readonly map: { readonly half: number; readonly middle: readonly [number, number] };
  /** Contours are drawn at `least + scale · ratioᵏ`. */
  readonly contours: { readonly scale: number; readonly ratio: number; readonly count: number };
  /** Where the race starts, and learning rates that suit plain descent and the adaptive methods. */
  readonly start: readonly [number, number];
  readonly alpha: number;
  readonly adaptive: number;
  /** Points without gradient, to be marked: minima and saddles. */
  readonly minima: readonly (readonly [number, number])[];
  readonly saddles: readonly (readonly [number, number])[];
  /** The expression in Python. */
  readonly python: string;
}

export const surfaceNames = ['ravine', 'quadratic', 'rosenbrock', 'saddle', 'himmelblau'] as const;
export type SurfaceName = (typeof surfaceNames)[number];

/** Curvatures of the ravine along its floor and across it. */
export const ravine = { along: 0.025, across: 5 } as const;

export const surfaces: Record<SurfaceName, Surface> = {
  ravine: {
    value: (x, y) => 0.5 * (ravine.along * x * x + ravine.across * y * y),
    gradient: (x, y) => [ravine.along * x, ravine.across * y],
    least: 0,
    map: { half: 6, middle: [0, 0] },
    contours: { scale: 0.02, ratio: 2.6, count: 9 },
    start: [-5, 2.4],
    alpha: 0.26,
    adaptive: 0.15,
    minima: [[0, 0]],
    saddles: [],
    python: '0.5 * (0.025 * x**2 + 5.0 * y**2)',
  },
  quadratic: {
    value: (x, y) => 0.5 * (x * x + 2 * y * y),
    gradient: (x, y) => [x, 2 * y],
    least: 0,
    map: { half: 4, middle: [0, 0] },
    contours: { scale: 0.05, ratio: 2.4, count: 8 },
    start: [-3, 1.8],
    alpha: 0.1,
    adaptive: 0.1,
    minima: [[0, 0]],
    saddles: [],
    python: '0.5 * (x**2 + 2.0 * y**2)',
  },
  rosenbrock: {
    value: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
    least: 0,
    map: { half: 2, middle: [0, 0.7] },
    contours: { scale: 1, ratio: 2.8, count: 8 },
    start: [-1.2, 1],
    alpha: 0.001,
    adaptive: 0.05,
    minima: [[1, 1]],
    saddles: [],
    python: '(1.0 - x)**2 + 100.0 * (y - x**2)**2',
  },
  saddle: {
    value: (x, y) => 0.5 * x * x - 0.5 * y * y + 0.25 * y ** 4,
    gradient: (x, y) => [x, -y + y ** 3],
    least: -0.25,
    map: { half: 2, middle: [0, 0] },
    contours: { scale: 0.03, ratio: 1.8, count: 8 },
    start: [-1.7, 0.0001],
    alpha: 0.1,
    adaptive: 0.05,
    minima: [
      [0, 1],
      [0, -1],
    ],
    saddles: [[0, 0]],
    python: '0.5 * x**2 - 0.5 * y**2 + 0.25 * y**4',
  },
  himmelblau: {
    value: (x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
    gradient: (x, y) => [
      4 * x * (x * x + y - 11) + 2 * (x + y * y - 7),
      2 * (x * x + y - 11) + 4 * y * (x + y * y - 7),
    ],
    least: 0,
    map: { half: 6.4, middle: [0, 0] },
    contours: { scale: 2, ratio: 2.2, count: 8 },
    start: [-0.4, -0.6],
    alpha: 0.01,
    adaptive: 0.1,
    // Each is refined by the model's test: a gradient of size under 1e-4.
    minima: [
      [3, 2],
      [-2.805118, 3.131313],
      [-3.77931, -3.283186],
      [3.584428, -1.848127],
    ],
    saddles: [
      [0.0866775, 2.884255],
      [-3.0730258, -0.081353],
      [3.3851542, 0.0738519],
      [-0.1279613, -1.9537149],
    ],
    python: '(x**2 + y - 11.0)**2 + (x + y**2 - 7.0)**2',
  },
};
