import { describe, expect, it } from 'vitest';
import { readPage } from './html.ts';
import {
  differences,
  equationsOn,
  misplaced,
  missingOnPage,
  placedIn,
  registeredOn,
} from './parity.ts';

const mdx = `import Stepper from '@components/widgets/backprop-stepper/index.astro';
import { Equation } from '@components/prose';

<Equation id="fb-a" />
<Stepper />
<Equation rows id="fb-b" />
`;

describe('placedIn', () => {
  it('reads equations and widgets', () => {
    expect(placedIn(mdx)).toEqual({ equations: ['fb-a', 'fb-b'], widgets: ['backprop-stepper'] });
  });
});

describe('missingOnPage', () => {
  it('wants a formula in each equation and a first frame in each widget', () => {
    const html =
      '<div id="eq-fb-a"><span class="katex">x</span></div><figure id="backprop-stepper"></figure>';
    expect(missingOnPage(readPage('en/x/', html), placedIn(mdx))).toEqual([
      '/en/x/: equation fb-b is not in the static page',
      '/en/x/: widget backprop-stepper has no first frame in the static page',
    ]);
  });
});

describe('misplaced', () => {
  const registered = ['a', 'b', 'c'];
  it('is silent where a page places every equation once and in order', () => {
    expect(misplaced('en/x/', ['a', 'b', 'c'], registered)).toEqual([]);
  });

  it.each([
    ['left out', ['a', 'c'], '/en/x/ leaves out equation b'],
    ['twice', ['a', 'b', 'c', 'a'], '/en/x/ places equation a twice'],
    ['out of order', ['a', 'c', 'b'], '/en/x/ places equation c where b comes first'],
    ['of no one', ['a', 'b', 'd', 'c'], '/en/x/ places equation d, which is not this chapter’s'],
  ])('names an equation %s', (_, placed, sentence) => {
    expect(misplaced('en/x/', placed, registered)).toEqual([sentence]);
  });

  it('reads both lists from built pages', () => {
    const list = '<ol><li id="all-fb-a" data-number="2.1"></li><li id="other"></li></ol>';
    expect(registeredOn(readPage('en/appendix/', list))).toEqual([{ id: 'fb-a', number: '2.1' }]);
    const page =
      '<div class="equation" id="eq-fb-b"></div><div class="equation" id="eq-fb-a"></div>';
    expect(equationsOn(readPage('en/x/', page))).toEqual(['fb-b', 'fb-a']);
  });
});

describe('differences', () => {
  const page = (path: string, body: string) => readPage(path, body);

  it('is silent where the skeletons agree', () => {
    const body = '<h2 id="a">A</h2><figure id="f"></figure>';
    expect(differences(page('zh/', body), page('en/', body.replace('>A<', '>甲<')))).toEqual([]);
  });

  it.each([
    ['<h2 id="a">A</h2>', '<h3 id="a">A</h3>', '/zh/ has h2#a where /en/ has h3#a'],
    ['', '<figure id="f"></figure>', '/zh/ has nothing more where /en/ has figure#f'],
    ['<h2 id="a">A</h2>', '', '/zh/ has h2#a where /en/ has nothing more'],
  ])('names the first difference', (zh, en, sentence) => {
    expect(differences(page('zh/', zh), page('en/', en))).toEqual([sentence]);
  });
});
