import { describe, expect, it } from 'vitest';
import { columns, contours, rows, windowOf } from './contours';
import { arrived, at, first, mostSteps, onSurface, race, racerNames, run, standing } from './model';
import { surfaceNames, surfaces } from './surfaces';

describe.each(surfaceNames)('%s', (name) => {
  const surface = surfaces[name];
  const { value, gradient } = surface;

  it('has the gradient that differences give', () => {
    for (const [x, y] of [surface.start, [0.7, -0.4], [-1.1, 0.9]] as const) {
      const h = 1e-5;
      const [gx, gy] = gradient(x, y);
      expect(gx).toBeCloseTo((value(x + h, y) - value(x - h, y)) / (2 * h), 4);
      expect(gy).toBeCloseTo((value(x, y + h) - value(x, y - h)) / (2 * h), 4);
    }
  });

  it('has no gradient where minima and saddles are marked, and there they are what they are called', () => {
    for (const [x, y] of surface.minima) {
      expect(Math.hypot(...gradient(x, y))).toBeLessThan(1e-3);
      expect(value(x, y)).toBeCloseTo(surface.least, 8);
    }
    for (const [x, y] of surface.saddles) {
      expect(Math.hypot(...gradient(x, y))).toBeLessThan(1e-3);
      const around = Array.from({ length: 16 }, (_, k) => {
        const angle = (k * Math.PI) / 8;
        return value(x + 0.05 * Math.cos(angle), y + 0.05 * Math.sin(angle)) - value(x, y);
      });
      expect(Math.min(...around)).toBeLessThan(0);
      expect(Math.max(...around)).toBeGreaterThan(0);
    }
  });

  it('has contours on their level', () => {
    const { x, y } = windowOf(surface);
    const { scale, ratio } = surface.contours;
    const lines = contours(surface);
    expect(lines.flat().length).toBeGreaterThan(3);
    lines.forEach((level, k) => {
      const height = surface.least + scale * ratio ** k;
      for (const [px, py] of level.flat()) {
        expect(px).toBeGreaterThanOrEqual(x[0] - 1e-9);
        expect(py).toBeLessThanOrEqual(y[1] + 1e-9);
        // Somewhere within a cell of the grid the loss is higher, somewhere it is lower.
        const [dx, dy] = [(x[1] - x[0]) / columns, (y[1] - y[0]) / rows];
        const near = [-1, 0, 1].flatMap((i) =>
          [-1, 0, 1].map((j) => value(px + i * dx, py + j * dy)),
        );
        expect(Math.min(...near)).toBeLessThanOrEqual(height);
        expect(Math.max(...near)).toBeGreaterThanOrEqual(height);
      }
    });
  });

  it('everybody who stays gives numbers, from the start to the last step', () => {
    for (const alpha of [1e-4, 0.05, 1]) {
      for (const racer of racerNames) {
        const { points, losses, left } = run(racer, alpha, surface.start, name);
        expect(points.length).toBe(left ?? mostSteps + 1);
        expect([...points.flat(), ...losses].every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe('the race', () => {
  const { start } = surfaces.ravine;
  const stepsOf = (name: 'sgd' | 'momentum' | 'nesterov', alpha: number): number =>
    run(name, alpha, start, 'ravine').arrival ?? Number.POSITIVE_INFINITY;
  const alphas = Array.from({ length: 100 }, (_, i) => (i + 1) / 200);

  it('in the ravine momentum needs fewer steps than plain descent at its own best step size', () => {
    const best = Math.min(...alphas.map((alpha) => stepsOf('sgd', alpha)));
    expect(best).toBeLessThan(mostSteps);
    expect(stepsOf('momentum', surfaces.ravine.alpha)).toBeLessThan(best / 2);
    expect(stepsOf('nesterov', surfaces.ravine.alpha)).toBeLessThan(best / 2);
  });

  it('plain descent leaves the ravine above 2 over its largest curvature, and not below', () => {
    expect(run('sgd', 0.41, start, 'ravine').left).toBeDefined();
    expect(run('sgd', 0.39, start, 'ravine').left).toBeUndefined();
  });

  // What the checkpoint "too-large" of the chapter says.
  it('with 0.42 it goes from wall to wall, farther each time, and never past the bottom along the floor', () => {
    const { points } = run('sgd', 0.42, start, 'ravine');
    points.slice(1).forEach(([x, y], t) => {
      const [xBefore, yBefore] = points[t]!;
      expect(y * yBefore).toBeLessThan(0);
      expect(Math.abs(y)).toBeGreaterThan(Math.abs(yBefore));
      expect(x * xBefore).toBeGreaterThan(0);
    });
  });

  // What the checkpoint "which-leaves" says.
  it('with 0.3 Nesterov leaves, momentum swings and arrives, plain descent stays', () => {
    expect(run('nesterov', 0.3, start, 'ravine').left).toBeDefined();
    expect(run('sgd', 0.3, start, 'ravine').left).toBeUndefined();
    const momentum = run('momentum', 0.3, start, 'ravine');
    expect(momentum.arrival).toBeDefined();
    const widest = (from: number): number =>
      Math.max(...momentum.points.slice(from, from + 40).map(([, y]) => Math.abs(y)));
    expect([0, 40, 80, 120].map(widest)).toEqual(
      [0, 40, 80, 120].map(widest).sort((p, q) => q - p),
    );
  });

  it('AdaGrad and RMSProp set out at an angle, and RMSProp never comes to rest', () => {
    for (const name of ['adagrad', 'rmsprop'] as const) {
      const [[x0, y0], [x1, y1]] = run(name, surfaces.ravine.adaptive, start, 'ravine').points as [
        [number, number],
        [number, number],
      ];
      expect((y1 - y0) / (x1 - x0)).toBeCloseTo(-1, 5);
    }
    const { points } = run('rmsprop', surfaces.ravine.adaptive, start, 'ravine');
    const steps = points
      .slice(1)
      .map(([x, y], t) => Math.hypot(x - points[t]![0], y - points[t]![1]));
    expect(Math.min(...steps.slice(-50))).toBeGreaterThan(surfaces.ravine.adaptive / 10);
  });

  it('plain descent from exactly above a saddle ends in it; from a hair beside, in a minimum', () => {
    const level = run('sgd', 0.1, [-1.7, 0], 'saddle');
    expect(level.arrival).toBeUndefined();
    expect(Math.hypot(...at(level, mostSteps).point)).toBeLessThan(1e-6);
    expect(standing(level, mostSteps, 'saddle')).toBe('waiting');
    const beside = run('sgd', 0.1, [-1.7, 0.0001], 'saddle');
    expect(standing(beside, 50, 'saddle')).toBe('waiting');
    expect(beside.arrival).toBeGreaterThan(50);
  });

  it('opens with momentum and Adam ahead of plain descent', () => {
    const paths = race(first);
    const lossOf = (name: string): number => {
      const path = paths.find((one) => one.name === name)!;
      return at(path, first.step).loss;
    };
    expect(paths.map(({ name }) => name)).toEqual(['sgd', 'momentum', 'adam']);
    expect(lossOf('momentum')).toBeLessThan(lossOf('sgd') / 2);
    expect(lossOf('adam')).toBeLessThan(lossOf('sgd') / 2);
  });

  it('on every surface each racer’s own learning rate keeps it on the map', () => {
    for (const name of surfaceNames) {
      for (const path of race({ ...first, ...onSurface(name), field: [...racerNames] })) {
        expect(path.left, `${path.name} on ${name}`).toBeUndefined();
      }
    }
  });

  it('says how they stand', () => {
    const path = run('momentum', 0.26, start, 'ravine');
    expect(standing(path, 1, 'ravine')).toBe('on-its-way');
    expect(standing(path, path.arrival!, 'ravine')).toBe('arrived');
    expect(path.losses[path.arrival!]).toBeLessThanOrEqual(arrived);
    expect(path.losses[path.arrival! - 1]).toBeGreaterThan(arrived);
    const off = run('sgd', 0.9, start, 'ravine');
    expect(standing(off, mostSteps, 'ravine')).toBe('left');
  });
});
