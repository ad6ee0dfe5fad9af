import { expect, it } from 'vitest';
import { renderMath } from './math';

it('a derivative takes commands with a letter after them', () => {
  expect(renderMath('\\dd{\\loss}{\\tilde a}')).toBe(renderMath('\\dd{\\loss}{\\tilde{a}}'));
  expect(renderMath('\\dd{\\loss}{\\hat m_i}')).toBe(renderMath('\\dd{\\loss}{\\hat{m}_i}'));
});
