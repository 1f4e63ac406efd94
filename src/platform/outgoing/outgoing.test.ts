import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowedTarget, type OutgoingRules } from './allowed-host.ts';
import { isPublicAddress } from './public-address.ts';
import { type Resolve, sendOutgoing } from './send-outgoing.ts';

let server: Server;
let port: number;
const seen: { host: string | undefined; url: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push({ host: request.headers.host, url: request.url });
    if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    else if (request.url === '/long') response.end('я'.repeat(10_000));
    else if (request.url !== '/silent') response.end('привет');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const key = (work: () => unknown) => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as { key: string }).key.replace('outgoing:error.', '');
  }
};
const keyLater = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { key: string }) => error.key.replace('outgoing:error.', ''),
  );
const production = (...hosts: string[]): OutgoingRules => ({ hosts, production: true });
const trial = (...hosts: string[]): OutgoingRules => ({ hosts, production: false });

test.each([
  ['8.8.8.8', true],
  ['2a00:1450:4010::1', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.0.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['not an address', false],
])('%s is open: %s', (address, open) => {
  expect(isPublicAddress(address)).toBe(open);
});

test.each([
  ['https://api.hh.ru/vacancies', ['api.hh.ru'], 'allowed'],
  ['https://API.HH.RU./', ['api.hh.ru'], 'allowed'],
  ['https://api.hh.ru:8443/', ['api.hh.ru'], 'hostNotListed'],
  ['https://api.hh.ru:8443/', ['api.hh.ru:8443'], 'allowed'],
  ['https://sso.kirovreg.ru/', ['*.kirovreg.ru'], 'allowed'],
  ['https://kirovreg.ru/', ['*.kirovreg.ru'], 'hostNotListed'],
  ['https://evilkirovreg.ru/', ['*.kirovreg.ru'], 'hostNotListed'],
  ['https://api.hh.ru.evil.example/', ['api.hh.ru'], 'hostNotListed'],
  ['https://api.hh.ru@evil.example/', ['api.hh.ru'], 'passwordInside'],
  ['http://api.hh.ru/', ['api.hh.ru'], 'notHttps'],
  ['http://sso.local/', ['inside:sso.local'], 'notHttps'],
  ['https://sso.local/', ['inside:sso.local'], 'allowed'],
  ['file:///etc/passwd', ['*.x'], 'notHttps'],
  ['не адрес', ['*.x'], 'notAnAddress'],
  ['https://127.0.0.1/', ['127.0.0.1'], 'privateAddress'],
  ['https://2130706433/', ['127.0.0.1'], 'privateAddress'],
  ['https://0x7f.1/', ['127.0.0.1'], 'privateAddress'],
  ['https://[::1]/', ['[::1]'], 'privateAddress'],
  ['https://[::ffff:127.0.0.1]/', ['[::ffff:7f00:1]'], 'privateAddress'],
  ['https://8.8.8.8/', [], 'hostNotListed'],
])('in production %s with %j: %s', (address, hosts, expected) => {
  expect(key(() => allowedTarget(address, production(...hosts)))).toBe(expected);
});

test('the address that was checked is the one connected to; the name is asked once', async () => {
  let asked = 0;
  const resolve: Resolve = async () => {
    asked++;
    return [{ address: '127.0.0.1', family: 4 }];
  };
  const rules = trial(`inside:hook.invalid:${port}`);
  const answer = await sendOutgoing(`http://hook.invalid:${port}/a`, rules, {}, resolve);
  expect(answer).toMatchObject({ status: 200, text: 'привет' });
  expect(seen.at(-1)).toEqual({ host: `hook.invalid:${port}`, url: '/a' });
  expect(asked).toBe(1);
});

test('a name that turns to an inner address, wholly or in part, is refused before anything is sent', async () => {
  const before = seen.length;
  const rebinds: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  const mixed: Resolve = async () => [
    { address: '93.184.216.34', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  const rules = production(`hook.example:${port}`);
  const url = `https://hook.example:${port}/`;
  expect(await keyLater(sendOutgoing(url, rules, {}, rebinds))).toBe('privateAddress');
  expect(await keyLater(sendOutgoing(url, rules, {}, mixed))).toBe('privateAddress');
  expect(seen.length).toBe(before);
});

test('redirects are not followed; silence, length and unknown names are refused in words', async () => {
  const rules = trial(`inside:127.0.0.1:${port}`, 'inside:nobody.invalid', 'inside:127.0.0.1:1');
  const at = `http://127.0.0.1:${port}`;
  expect(await sendOutgoing(`${at}/away`, rules)).toMatchObject({ status: 302 });
  expect(await keyLater(sendOutgoing(`${at}/silent`, rules, { timeoutMs: 100 }))).toBe('noAnswer');
  expect(await keyLater(sendOutgoing(`${at}/long`, rules, { maxBytes: 5_000 }))).toBe('answerTooLong');
  expect(await keyLater(sendOutgoing('http://127.0.0.1:1/', rules))).toBe('noAnswer');
  const nobody: Resolve = () => Promise.reject(new Error('ENOTFOUND'));
  expect(await keyLater(sendOutgoing('https://nobody.invalid/', rules, {}, nobody))).toBe('noSuchHost');
});
