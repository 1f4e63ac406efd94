import { expect, test } from 'vitest';
import { questionsOf } from './questions-of.ts';

test('questions are read as people write them: several lines, either dash, with or without empty lines', () => {
  const text = [
    'Кто ставит оценки',
    'на экзамене?',
    '+ эксперты группы',
    '– главный эксперт',
    'Можно ли менять подписанный протокол?',
    '- да',
    '+нет',
    '',
    '',
    'Без ответов',
  ].join('\r\n');
  expect(questionsOf(text)).toEqual([
    {
      id: 'q1',
      text: 'Кто ставит оценки на экзамене?',
      options: [
        { id: 'o1', text: 'эксперты группы', right: true },
        { id: 'o2', text: 'главный эксперт', right: false },
      ],
    },
    {
      id: 'q2',
      text: 'Можно ли менять подписанный протокол?',
      options: [
        { id: 'o1', text: 'да', right: false },
        { id: 'o2', text: 'нет', right: true },
      ],
    },
    { id: 'q3', text: 'Без ответов', options: [] },
  ]);
});
