import { describe, expect, it } from 'vitest';
import { wrongArrows } from './arrows.mjs';

describe('wrongArrows', () => {
  it('lets a page of the book place components', () => {
    const source = "import { Note } from '@components/prose';\nimport '@book/contents';";
    expect(wrongArrows('content/02-forward-and-backward/en.mdx', source)).toEqual([]);
  });

  it('names an import that points back', () => {
    const source = "import x from '../../content/02-forward-and-backward/equations';";
    expect(wrongArrows('components/prose/Equation.astro', source)).toEqual([
      'components/prose/Equation.astro imports content/02-forward-and-backward/equations',
    ]);
  });

  it('keeps one widget out of another', () => {
    const source = "import Matrix from '@components/widgets/four-equations/Matrix';";
    expect(wrongArrows('components/widgets/stepper/index.astro', source)).toHaveLength(1);
  });
});
