import { expect, test } from 'vitest';
import { makeKey } from '../screens/make-key.ts';
import { KEY_SHAPE, keyHashOf } from './service-key.ts';

test('a key made in the browser has the shape and the hash that the server knows', async () => {
  const { key, keyHash } = await makeKey();
  expect(key).toMatch(KEY_SHAPE);
  expect(keyHash).toBe(keyHashOf(key));
  expect((await makeKey()).key).not.toBe(key);
});
