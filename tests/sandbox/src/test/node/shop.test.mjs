// How the CI of a game in another language tests against the sandbox: start the jar, read its one line, play, and look at
// what really happened. Run it with: KRATY_SANDBOX_JAR=<the standalone jar> node --test
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import test, { after, before, beforeEach } from 'node:test';

let process_, sandbox;

before(async () => {
  const jar = process.env.KRATY_SANDBOX_JAR;
  process_ = spawn('java', ['-jar', jar, '--quiet', '--seed', '7', '--clock', '2026-03-01T12:00:00Z'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: process_.stdout }), 'line');
  sandbox = JSON.parse(line); // {"baseUrl":"…","apiKey":"…"}
});

after(async () => {
  process_.kill('SIGTERM');
  const [code] = await once(process_, 'exit');
  assert.equal(code, 0);
});

beforeEach(() => steer('POST', '/reset'));

/** What the game's own client does: every attempt of a call carries the same idempotency key. */
async function pay(player, amount, key, attempts = 3) {
  try {
    return await call('POST', `/players/${player.id}/wallet/gold/debit`, player, { amount, idempotencyKey: key });
  } catch (error) {
    if (attempts > 1) return pay(player, amount, key, attempts - 1);
    throw error;
  }
}

test('a purchase whose answer gets lost is charged once', async () => {
  const { secret } = await steer('POST', '/players/ana/register');
  await steer('POST', '/players/ana/credit', { economyKey: 'gold', amount: 100 });
  await steer('POST', '/trouble', { on: 'debitWallet', times: 2, effect: 'reset_after' });

  const { data } = await pay({ id: 'ana', secret }, 30, 'purchase-1');

  assert.equal(data.balance, 70);
  const { ledger } = await steer('GET', '/ledger?player=ana');
  assert.deepEqual(ledger.map(entry => entry.delta), [100, -30]);
  const { requests } = await steer('GET', '/requests');
  assert.deepEqual(requests.map(request => [request.status, request.effects.length]), [[0, 1], [0, 0], [200, 0]]);
});

test('an event is over when its window is', async () => {
  const { secret } = await steer('POST', '/players/ana/register');
  const ana = { id: 'ana', secret };
  const { data } = await call('POST', '/players/ana/events/coin_rush/start', ana, {});
  await steer('POST', '/clock/advance', { by: '2h' });
  const board = await call('GET', `/event-leaderboards/${data.leaderboardId}`, ana);
  assert.equal(board.data.finalizedReason, 'window_closed');
});

/** A call of the game. */
async function call(method, path, player, body) {
  return send(method, '/sdk/v1' + path, body, {
    Authorization: `Bearer ${sandbox.apiKey}`,
    'X-Player-Secret': player.secret,
  });
}

/** A call that steers the sandbox, or looks into it. */
async function steer(method, path, body) {
  return send(method, '/sandbox' + path, body, {});
}

async function send(method, path, body, headers) {
  const response = await fetch(sandbox.baseUrl + path, {
    method,
    headers: body ? { ...headers, 'Content-Type': 'application/json' } : headers,
    body: body && JSON.stringify(body),
  });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return response.json();
}
