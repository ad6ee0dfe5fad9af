import { boundedNumber, wholeNumber } from '@components/figure/schema';
import { Matrix, Optimiser, type OptimiserName, type Parameter } from '@engine';
import * as v from 'valibot';
import { type SurfaceName, surfaceNames, surfaces } from './surfaces';

/** Who may race, and whether the learning rate is that of the adaptive methods. */
export const racers = [
  { name: 'sgd', adaptive: false },
  { name: 'momentum', adaptive: false },
  { name: 'nesterov', adaptive: false },
  { name: 'adagrad', adaptive: true },
  { name: 'rmsprop', adaptive: true },
  { name: 'adam', adaptive: true },
] as const satisfies readonly { name: OptimiserName; adaptive: boolean }[];
export type RacerName = (typeof racers)[number]['name'];
export const racerNames = racers.map(({ name }) => name);

export const mostSteps = 400;
/** Beyond this distance a racer has left every map. */
const tooFar = 1e3;
/** A racer has arrived when the loss comes this close to the least and stays there. */
export const arrived = 1e-3;

export const schema = v.object({
  surface: v.picklist(surfaceNames),
  /** Where the race starts. */
  x: boundedNumber(-10, 10),
  y: boundedNumber(-10, 10),
  /** Learning rate of plain descent and both momentum methods; and of the three adaptive ones. */
  alpha: boundedNumber(1e-4, 1),
  adaptive: boundedNumber(1e-4, 1),
  /** Who is in the race. */
  field: v.pipe(v.array(v.picklist(racerNames)), v.maxLength(racerNames.length)),
  /** The step that is shown. */
  step: wholeNumber(0, mostSteps),
});
export type State = v.InferOutput<typeof schema>;

/** A surface with its own start and learning rates. */
export const onSurface = (surface: SurfaceName) => {
  const { start, alpha, adaptive } = surfaces[surface];
  return { surface, x: start[0], y: start[1], alpha, adaptive };
};

export const first: State = {
  ...onSurface('ravine'),
  field: ['sgd', 'momentum', 'adam'],
  step: 60,
};

export interface Path {
  readonly name: RacerName;
  /** Where it is after 0, 1, … steps; shorter than the race if it left. */
  readonly points: readonly (readonly [number, number])[];
  /** The loss at each point. */
  readonly losses: readonly number[];
  /** The step from which on the loss stays within `arrived` of the least. */
  readonly arrival: number | undefined;
  /** The step at which it left for good: its steps grew without bound. */
  readonly left: number | undefined;
}

/** One optimiser's whole run, with the engine's own update rules. */
export function run(
  name: RacerName,
  alpha: number,
  start: readonly [number, number],
  on: SurfaceName,
): Path {
  const { value, gradient, least } = surfaces[on];
  const theta: Parameter = {
    name: 'theta',
    value: Matrix.column(start),
    gradient: Matrix.column([0, 0]),
    decays: false,
  };
  const optimiser = new Optimiser({ kind: name }, [theta]);
  const points: [number, number][] = [[start[0], start[1]]];
  const losses = [value(...start)];
  let left: number | undefined;
  for (let t = 1; t <= mostSteps; t++) {
    const [x = 0, y = 0] = points.at(-1)!;
    theta.gradient.data.set(gradient(x, y));
    optimiser.step(alpha);
    const [nextX = 0, nextY = 0] = theta.value.data;
    if (!(Math.hypot(nextX, nextY) < tooFar)) {
      left = t;
      break;
    }
    points.push([nextX, nextY]);
    losses.push(value(nextX, nextY));
  }
  const arrival = losses.findLastIndex((loss) => loss - least > arrived) + 1;
  return {
    ...{ name, points, losses, left },
    arrival: left === undefined && arrival < losses.length ? arrival : undefined,
  };
}

/** The paths of all who race. */
export function race({ surface, x, y, alpha, adaptive, field }: Omit<State, 'step'>): Path[] {
  return racers
    .filter(({ name }) => field.includes(name))
    .map((racer) => run(racer.name, racer.adaptive ? adaptive : alpha, [x, y], surface));
}

/** What a race depends on: all but the step that is looked at. */
export const keyOf = ({ step: _, ...rest }: State): string => JSON.stringify(rest);

/** Where a racer is at a step: at its last point, if it left before. */
export const at = ({ points, losses }: Path, step: number) => {
  const i = Math.min(step, points.length - 1);
  return { point: points[i]!, loss: losses[i]! };
};

/** How a racer stands at a step. */
export type Standing = 'left' | 'arrived' | 'waiting' | 'on-its-way';

/** A gradient this small moves no one: the slope is as good as flat. */
const flat = 0.05;

export function standing(path: Path, step: number, surface: SurfaceName): Standing {
  if (path.left !== undefined && step >= path.left) return 'left';
  if (path.arrival !== undefined && step >= path.arrival) return 'arrived';
  const { gradient } = surfaces[surface];
  return Math.hypot(...gradient(...at(path, step).point)) < flat ? 'waiting' : 'on-its-way';
}
