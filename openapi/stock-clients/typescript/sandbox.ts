import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A sandbox in a process of its own, which plays the demo game with holdings that clients may add to. */
export class Sandbox {
  private constructor(
    private readonly process: ChildProcess,
    readonly baseUrl: string,
    readonly apiKey: string,
  ) {}

  static async start(jar: string, options: string[]): Promise<Sandbox> {
    const folder = mkdtempSync(join(tmpdir(), 'kraty-session-'));
    const game = join(folder, 'game.yaml');
    const demo = execFileSync('java', ['-jar', jar, '--example'], { encoding: 'utf8' });
    writeFileSync(game, demo.replace(/^ {2}inventory: platform/m, '  inventory: permissive'));
    const clock = ['--seed', '7', '--clock', '2026-09-02T12:00:00Z'];
    const child = spawn('java', ['-jar', jar, '--quiet', '--game', game, ...clock, ...options], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: child.stdout! }), 'line');
    rmSync(folder, { recursive: true });
    const { baseUrl, apiKey } = JSON.parse(line);
    return new Sandbox(child, baseUrl, apiKey);
  }

  /** A call of the control API. */
  async steer(method: string, path: string, body?: unknown): Promise<any> {
    const response = await fetch(`${this.baseUrl}/sandbox${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    return response.json();
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) {
      return;
    }
    const ended = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await ended;
  }
}
