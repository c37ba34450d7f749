// Node's own fetch, for want of the platform's client: a stand-in that shows how a peer is written. It prepares, sends and reads
// the same calls as io.kraty.benchmark.calls.Peer, with no repeating, no registration and no checks.
import { performance } from 'node:perf_hooks';

const [base, apiKey, player, secret, count] = process.argv.slice(2);
const calls = Number(count);
const CALLERS = 64;
const BOARD = '5b0f2c1e-7d64-4a39-9c7e-2f6a1d3b8e90';

async function read(path, headers) {
  const response = await fetch(base + path, {
    headers: { Accept: 'application/json', Authorization: `Bearer ${apiKey}`, ...headers },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) {
    throw new Error(`answered with ${response.status}`);
  }
  return (await response.json()).data;
}

const wallet = () => read(`/sdk/v1/players/${player}/wallet`, { 'X-Player-Secret': secret });
const board = () => read(`/sdk/v1/event-leaderboards/${BOARD}`, {});

/** Milliseconds per call, after as many to get warm. */
async function sequential(call) {
  let begun = 0;
  for (let i = -calls; i < calls; i++) {
    if (i === 0) {
      begun = performance.now();
    }
    await call();
  }
  return (performance.now() - begun) / calls;
}

async function concurrent(call) {
  let left = calls;
  await Promise.all(Array.from({ length: CALLERS }, async () => {
    while (left-- > 0) {
      await call();
    }
  }));
}

await wallet();
console.log(`coldStart ${performance.now().toFixed(3)}`); // since the process began
console.log(`sequential ${(1e3 / (await sequential(wallet))).toFixed(3)}`);
console.log(`board ${(1e3 * (await sequential(board))).toFixed(3)}`);
await concurrent(wallet);
const begun = performance.now();
await concurrent(wallet);
console.log(`concurrent ${(calls * 1e3 / (performance.now() - begun)).toFixed(3)}`);
